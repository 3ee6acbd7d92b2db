import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { database } from '@/db/client';
import { stopUnusedPostgres } from '@/db/embedded/server';
import { closeQueue } from '@/db/queue';
import { EnvError, env } from '@/lib/env';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { type JobWorkers, startJobs } from './jobs';
import { startSchedule } from './schedule';

process.env.BROADSHEET_PROCESS ??= 'worker';

/** Jobs under way get this long at a stop; the supervisor ends whoever takes more than 8.5 s. */
const graceMs = 5_000;

async function start(): Promise<void> {
  const { dataDir } = env();
  const leaving = new AbortController();
  const schedule = startSchedule({ db: database() });
  const jobs = startJobsOnceReachable(leaving.signal);
  const leave = async ({ orphaned = false } = {}) => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    await (await schedule).stop();
    await (await jobs)?.stop(graceMs);
    await closeQueue();
    await database().$client.end({ timeout: 1 });
    if (orphaned && process.env.BROADSHEET_EMBEDDED === '1')
      await stopUnusedPostgres(path.join(dataDir, 'pg'));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void leave());
  // The supervisor was killed: nobody would ever stop us, nor the database it started.
  process.on('disconnect', () => void leave({ orphaned: true }));
  await Promise.all([schedule, jobs]);
  process.send?.({ ready: 'worker' });
}

async function startJobsOnceReachable(leaving: AbortSignal): Promise<JobWorkers | undefined> {
  while (!leaving.aborted) {
    try {
      return await startJobs();
    } catch (error) {
      if (isDatabaseAway(error)) log().warn('worker: the database is away, trying again in a second');
      else log().error({ err: error }, 'worker: the queue cannot be opened, trying again in a second');
      await wait(1_000);
    }
  }
  return undefined;
}

start().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
