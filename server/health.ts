import { statfs } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { log } from '@/lib/log';
import type { RawHeaders } from './press/encode';

export interface HealthOptions {
  db(): Database;
  dataDir: string;
  /** Whether stale pages are heard of (`Hearing`). */
  isCurrent(): boolean;
  policy: RawHeaders;
}

/** Beyond these a watcher is told that something is wrong. */
const latestPublicationSeconds = 60;
const oldestJobMinutes = 15;
const leastFreeBytes = 256 * 1024 * 1024;
/** So often at most is anything looked at, however often it is asked. */
const answerHoldsMs = 1_000;
const lookLimitMs = 3_000;

type Checks = Record<'database' | 'cache' | 'publications' | 'queue' | 'disk', boolean>;

/**
 * `/api/health`: this process runs. `/api/ready`: it can do its work, each point by name as `ok` or `failing`, 503 when
 * one fails. Neither says more than that to a stranger; the log does. They need neither Next nor, for health, a database.
 */
export function healthAnswers(options: HealthOptions) {
  let last: { at: number; checks: Promise<Checks> } | undefined;
  const checks = (): Promise<Checks> => {
    if (!last || performance.now() - last.at > answerHoldsMs) {
      last = { at: performance.now(), checks: check(options) };
    }
    return last.checks;
  };
  return (req: IncomingMessage, res: ServerResponse, path: string): boolean => {
    if (path === '/api/health') sendJson(req, res, 200, { status: 'up' }, options.policy);
    else if (path === '/api/ready') {
      checks().then((found) => {
        const ready = Object.values(found).every(Boolean);
        const words = Object.fromEntries(
          Object.entries(found).map(([name, ok]) => [name, ok ? 'ok' : 'failing']),
        );
        sendJson(
          req,
          res,
          ready ? 200 : 503,
          { status: ready ? 'ready' : 'not ready', ...words },
          options.policy,
        );
      });
    } else return false;
    return true;
  };
}

async function check(options: HealthOptions): Promise<Checks> {
  const [database, disk] = await Promise.all([lookAtDatabase(options.db), hasRoom(options.dataDir)]);
  const found: Checks = { ...database, cache: options.isCurrent(), disk };
  if (!Object.values(found).every(Boolean)) log().warn({ checks: found }, 'not ready');
  return found;
}

/** One round trip. Index scans on `publications_due` and the queue's own index. */
async function lookAtDatabase(
  db: () => Database,
): Promise<Pick<Checks, 'database' | 'publications' | 'queue'>> {
  try {
    const looking = db().execute<{ overdue: boolean; waiting: boolean }>(sql`
      select
        exists (select from publications
          where applied_at is null and cancelled_at is null and failure is null
            and effective_at < clock() - make_interval(secs => ${latestPublicationSeconds})) as overdue,
        exists (select from pgboss.job
          where state in ('created', 'retry') and start_after < now() - make_interval(mins => ${oldestJobMinutes})) as waiting`);
    const [row] = await Promise.race([looking, late()]);
    return { database: true, publications: row?.overdue === false, queue: row?.waiting === false };
  } catch {
    return { database: false, publications: false, queue: false };
  }
}

const late = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the database is silent')), lookLimitMs).unref();
  });

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= leastFreeBytes;
  } catch {
    return false;
  }
}

function sendJson(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  body: object,
  policy: RawHeaders,
): void {
  const bytes = Buffer.from(`${JSON.stringify(body)}\n`);
  res.writeHead(status, [
    ...['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'],
    ...['Content-Length', String(bytes.length)],
    ...policy,
  ]);
  res.end(req.method === 'HEAD' ? undefined : bytes);
}
