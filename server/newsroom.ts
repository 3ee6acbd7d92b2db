import type { RequestListener } from 'node:http';
import path from 'node:path';
import { type Database, database } from '@/db/client';
import type { Env } from '@/lib/env';
import { sessionTokenIn } from '@/lib/session-cookie';
import { themeScript } from '@/lib/theme-script';
import { barNews } from './breaking-bar';
import { healthAnswers } from './health';
import type { Render } from './press/capture';
import { makeAnswer, type RawHeaders } from './press/encode';
import type { Hearing } from './press/hearing';
import { Press, type PressOptions } from './press/press';
import { areaOf, requestRouter } from './router';
import { commonHeaders, filePolicy, readerPolicy } from './security-headers';
import { speculationRules, speculationRulesPath } from './speculation-rules';
import { StaticFiles } from './static-files';

export interface NewsroomOptions {
  env: Pick<Env, 'siteUrl' | 'dataDir' | 'TRUST_PROXY'>;
  dev: boolean;
  render: Render;
  hearing: Hearing;
  /** The folder that holds `public/` and Next's output. */
  root: string;
  distDir: string;
  db?: () => Database;
  /** Other limits than the usual ones. */
  press?: Partial<PressOptions>;
}

/** Scripts of ours that readers' pages may carry. */
const scriptFiles = ['/reader.js'];
const inlineScripts = [themeScript];

/** Puts the parts together: what listens, and the press that must be told what went stale. */
export function openNewsroom(options: NewsroomOptions): { answer: RequestListener; press: Press } {
  const { siteUrl, dataDir, TRUST_PROXY: trustProxy } = options.env;
  const common = commonHeaders(siteUrl);
  const file: RawHeaders = ['Content-Security-Policy', filePolicy, ...common];
  const statics = staticFiles(options, file);
  const press = new Press({
    render: options.render,
    dress: {
      page: [
        ...['Content-Security-Policy', readerPolicy(inlineScripts), ...common],
        ...['Cross-Origin-Resource-Policy', 'same-origin'],
        ...['Speculation-Rules', `"${speculationRulesPath}"`],
      ],
      file,
      own: {
        inline: inlineScripts,
        files: scriptFiles,
        addressOf: (address) => statics.addressOf(address),
        joined: (addresses) => statics.joined(addresses),
      },
    },
    policy: common,
    isStaff: (cookie) => cookie !== undefined && sessionTokenIn(cookie) !== null,
    isPublic: (address) => areaOf(address) === 'public',
    hearing: options.hearing,
    news: barNews(options.db ?? database),
    host: new URL(siteUrl).host,
    ...options.press,
  });
  const answer = requestRouter({
    dev: options.dev,
    render: options.render,
    press,
    statics,
    health: healthAnswers({
      db: options.db ?? database,
      dataDir,
      isCurrent: () => options.hearing.isCurrent(),
      policy: file,
    }),
    common,
    inlineScripts,
    siteUrl,
    trustProxy,
  });
  return { answer, press };
}

function staticFiles({ root, distDir }: NewsroomOptions, policy: RawHeaders): StaticFiles {
  const statics = new StaticFiles({
    folders: [
      { folder: path.join(root, distDir, 'static'), at: '/_next/static/', hashed: true },
      { folder: path.join(root, 'public'), at: '/', hashed: false },
    ],
    policy,
  });
  statics.add(
    speculationRulesPath,
    makeAnswer({
      status: 200,
      headers: [
        ...['Content-Type', 'application/speculationrules+json', 'Cache-Control', 'public, max-age=3600'],
        ...policy,
      ],
      body: Buffer.from(speculationRules),
    }),
  );
  return statics;
}
