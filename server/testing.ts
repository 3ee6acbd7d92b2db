import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { cacheTags } from '@/lib/cache-tags';
import type { Env } from '@/lib/env';
import { answer as answerWith, touch } from '@/lib/press-notes';
import { listen, stopListening } from './listen';
import { openNewsroom } from './newsroom';
import type { Render } from './press/capture';
import type { Hearing } from './press/hearing';
import type { Press, PressOptions } from './press/press';

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  /** Decompressed. */
  text: string;
  bytes: number;
}

export interface Paper {
  url: string;
  port: number;
  press: Press;
  get(target: string, headers?: Record<string, string>, method?: string): Promise<Answered>;
  close(): Promise<void>;
}

export const hearsAll: Hearing = { isCurrent: () => true, databaseNow: () => Date.now() };

const noNews: PressOptions['news'] = { tags: [], read: async () => ({ html: '', goodUntil: null }) };

/** Our own listening process around any function that answers requests, on a free port. `files` are laid under its root. */
export async function openPaper({
  render,
  dev = false,
  hearing = hearsAll,
  env = {},
  press: pressOptions = {},
  files = {},
}: {
  render: Render;
  dev?: boolean;
  hearing?: Hearing;
  env?: Partial<Pick<Env, 'siteUrl' | 'dataDir' | 'TRUST_PROXY'>>;
  press?: Partial<PressOptions>;
  files?: Record<string, string>;
}): Promise<Paper> {
  const root = mkdtempSync(path.join(os.tmpdir(), 'press-'));
  for (const [name, content] of Object.entries({ 'public/reader.js': 'reader()', ...files })) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), content);
  }
  const { answer, press } = openNewsroom({
    env: { siteUrl: 'http://localhost:3000', dataDir: root, TRUST_PROXY: 0, ...env },
    dev,
    render,
    hearing,
    root,
    distDir: '.next',
    press: { news: noNews, ...pressOptions },
  });
  const server = createServer(answer);
  await listen(server, '127.0.0.1', 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    press,
    get: (target, headers = {}, method = 'GET') => ask({ port, target, headers, method }),
    close: async () => {
      await stopListening(server, 1_000);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** One request, as written: fetch would tidy the target and decompress behind our back. */
export function ask({
  port,
  target,
  headers = {},
  method = 'GET',
}: {
  port: number;
  target: string;
  headers?: Record<string, string>;
  method?: string;
}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port, path: target, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', reject);
      res.on('end', () => {
        const body = Buffer.concat(chunks);
        const text = decoded(body, res.headers['content-encoding']);
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text, bytes: body.length });
      });
    });
    req.on('error', reject);
    req.end();
  });
}

function decoded(body: Buffer, encoding: string | undefined): string {
  if (body.length === 0) return '';
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** What the newsroom holds in these tests: a text an address, and how each was asked for. */
export interface Newsroom {
  texts: Map<string, string>;
  asked: string[];
  /** Renders wait for it, when set. */
  gate?: Promise<unknown>;
  broken: boolean;
  headers: IncomingMessage['headers'][];
}

export const newsroom = (texts: Record<string, string> = {}): Newsroom => ({
  texts: new Map(Object.entries(texts)),
  asked: [],
  broken: false,
  headers: [],
});

/** Renders as Next does: reads the state, waits a little, writes a page. */
export const rendering = (room: Newsroom) => async (req: IncomingMessage, res: ServerResponse) => {
  const target = req.url ?? '';
  room.asked.push(target);
  room.headers.push({ ...req.headers });
  const text = room.texts.get(target);
  const { broken } = room;
  touch(cacheTags.path(target), 'all');
  if (text === undefined) answerWith(404);
  await room.gate;
  await wait(2);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('Vary', 'rsc');
  res.statusCode = broken ? 500 : 200;
  res.write(broken ? '<!DOCTYPE html><html id="__next_error__">' : `<p>${text ?? 'nothing here'}</p>`);
  res.end('<script>self.__next_f.push()</script>');
};
