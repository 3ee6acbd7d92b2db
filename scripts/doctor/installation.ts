import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Env, EnvError, readEnv } from '@/lib/env';
import { isBuilt } from '@/scripts/up/build';
import { findRunner } from '@/scripts/up/claim';
import { explain } from '@/scripts/up/explain';
import { type Finding, ok, warn, wrong } from './finding';

const megabyte = 1024 * 1024;
/** Below the first a start may fail, below the second pictures and backups soon will. */
const leastFreeMegabytes = 256;
const littleFreeMegabytes = 2_048;

/** Which Node this is; that it is new enough, scripts/node-version.cjs has seen to. */
export const lookAtNode = (): Finding =>
  ok('node', `${process.version}, ${process.platform}-${process.arch}`);

/** The settings, or what is wrong with them; the rest of the look needs them. */
export function lookAtSettings(): { finding: Finding; env: Env | null } {
  try {
    const env = readEnv(process.env);
    return { env, finding: siteFinding(env) };
  } catch (error) {
    const says = error instanceof EnvError ? error.message.replaceAll('\n', '; ') : explain(error);
    return { env: null, finding: wrong('settings', says) };
  }
}

function siteFinding({ siteUrl, HOST, SITE_URL, TRUST_PROXY }: Env): Finding {
  const open = !['127.0.0.1', 'localhost', '::1'].includes(HOST);
  if (open && !SITE_URL)
    return warn(
      'settings',
      `HOST is ${HOST}, but SITE_URL is not set: links in mails and feeds say ${siteUrl}.`,
    );
  if (siteUrl.startsWith('https:') && TRUST_PROXY === 0)
    return warn(
      'settings',
      'SITE_URL is https, so a proxy stands before us, but TRUST_PROXY is 0: every visitor has its address. Set TRUST_PROXY=1.',
    );
  return ok('settings', siteUrl);
}

export function lookAtBuild(root: string): Finding {
  return isBuilt(root)
    ? ok('build', 'made from these sources')
    : warn('build', 'not made from these sources; npm start makes it anew');
}

export function lookAtProcesses({ dataDir }: Env): Finding {
  const runner = findRunner(dataDir);
  if (!runner) return warn('processes', 'nothing runs on this data; npm start starts it');
  const children = Object.entries(runner.processes).map(([name, pid]) => `${name} ${pid}`);
  return ok('processes', [`supervisor ${runner.pid}`, ...children, runner.url].join(', '));
}

/** Files that hold secrets must be nobody else's to read. */
export function lookAtSecrets({ dataDir, AUTH_SECRET }: Env): Finding {
  const files = ['auth-secret', 'pg/password', 'pg/data'].map((name) => path.join(dataDir, name));
  const open = files.filter((file) => existsSync(file) && (statSync(file).mode & 0o077) !== 0);
  if (process.platform !== 'win32' && open.length > 0)
    return wrong('secrets', `others may read ${open.join(', ')}: chmod go= on each`);
  return ok(
    'secrets',
    AUTH_SECRET ? 'AUTH_SECRET is given' : 'kept in DATA_DIR, readable by their owner only',
  );
}

export function lookAtDisk({ dataDir }: Env): Finding {
  const { bavail, bsize } = statfsSync(existsSync(dataDir) ? dataDir : path.dirname(dataDir));
  const free = Math.floor((bavail * bsize) / megabyte);
  const says = `${free.toLocaleString('en')} MB free for ${dataDir}`;
  if (free < leastFreeMegabytes) return wrong('disk', `${says}: make room, or writes will fail`);
  return free < littleFreeMegabytes
    ? warn('disk', `${says}: pictures and backups will soon need more`)
    : ok('disk', says);
}

export function lookAtMedia({ dataDir, MEDIA_URL }: Env): Finding {
  const folder = MEDIA_URL?.startsWith('file:') ? new URL(MEDIA_URL).pathname : path.join(dataDir, 'media');
  if (!existsSync(folder)) return ok('media folder', `${folder}, made with the first picture`);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok('media folder', folder);
  } catch (error) {
    return wrong('media folder', explain(error));
  }
}
