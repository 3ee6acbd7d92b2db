import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { database, hurriedDatabase } from '@/db/client';
import { closeQueue } from '@/db/queue';
import { EnvError, env } from '@/lib/env';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { staleListeners } from '@/lib/stale';
import { beginStopping } from '@/lib/stopping';
import { startJobs } from '@/worker/jobs';
import { startSchedule } from '@/worker/schedule';
import { CacheEvents } from './cache-events';
import { isFree, listen, PortTaken, portTaken, stopListening } from './listen';
import { openNewsroom } from './newsroom';
import { prepareNext } from './next-app';

const dev = process.argv.includes('--dev') || process.env.NODE_ENV === 'development';
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production' });
process.env.BROADSHEET_PROCESS ??= 'web';

/** Answers under way get this long at a stop; the supervisor ends whoever takes more than 8.5 s. */
const graceMs = 7_000;
/** How long a database that starts beside us is waited for. */
const patienceMs = 30_000;

/**
 * The process that listens. Before it does, Next can render, everything due is applied and the first look at
 * `cache_events` is taken: from the first answer on, nothing is served that should have turned.
 */
async function start(): Promise<void> {
  const { HOST: host, PORT: port, DATABASE_URL: url, WORKER: worker, siteUrl } = env();
  if (!url) throw new EnvError('DATABASE_URL is not set: start through `npm start` or `npm run dev`');
  if (!(await isFree(host, port))) throw await portTaken(host, port);
  const server = createServer(limits);
  const events = new CacheEvents({
    url,
    onStale: (tags) => press.stale(tags),
    onEverything: () => press.staleAll(),
  });
  const next = await prepareNext({ dev, host, port, server });
  const { answer, press } = openNewsroom({
    env: env(),
    dev,
    render: next.render,
    hearing: events,
    root: process.cwd(),
    distDir: process.env.NEXT_DIST_DIR ?? '.next',
  });
  staleListeners().add((tags) => press.stale(tags));
  await onceReachable(() => events.start());
  const schedule = await startSchedule({ db: database() });
  const jobs = worker === 'inline' ? await startJobs() : undefined;
  server.on('request', answer);
  await listen(server, host, port);
  stopOnSignal(server, [
    () => schedule.stop(),
    () => jobs?.stop(graceMs / 2),
    () => events.stop(),
    () => closeQueue(),
    () => hurriedDatabase().$client.end({ timeout: 1 }),
    () => database().$client.end({ timeout: 1 }),
  ]);
  // For benchmarks: whoever started us may ask what the press has done.
  process.on('message', (message) => {
    if (message === 'figures') process.send?.({ figures: press.figures });
  });
  console.info(`Broadsheet is ready on ${siteUrl}`);
  process.send?.({ ready: siteUrl });
}

/**
 * What a visitor may take of us before having sent a whole request: 15 s for headers, 2 min with the body (a picture on
 * a slow line). Connections are kept open longer than proxies keep theirs (60 s), so that it is they who close.
 */
const limits = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};

/** In order: no more requests in, those under way answered, then what they needed. */
function stopOnSignal(server: Server, steps: (() => unknown)[]): void {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    beginStopping();
    await stopListening(server, graceMs);
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        log().warn({ err: error }, 'at the stop');
      }
    }
    process.exit(code);
  };
  // `disconnect`: the supervisor was killed, and a server of its own accord is nobody's.
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(signal, () => stop(0));
  noteStrayErrors(stop);
}

/**
 * A promise that nobody waited for is a mistake of one page, and no reason to leave all readers standing. After an
 * exception that nobody caught nothing is certain any more: an orderly end, and the supervisor starts anew.
 */
function noteStrayErrors(stop: (code: number) => void): void {
  process.on('unhandledRejection', (error) => log().error({ err: error }, 'a rejection that nobody handled'));
  process.on('uncaughtException', (error) => {
    log().error({ err: error }, 'an exception that nobody caught');
    stop(1);
  });
}

async function onceReachable(work: () => Promise<void>): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > end) throw error;
      await wait(500);
    }
  }
}

start().catch((error: unknown) => {
  const plain = error instanceof PortTaken || error instanceof EnvError;
  console.error(plain ? error.message : error);
  process.exit(1);
});
