import { setTimeout as wait } from 'node:timers/promises';
import { database } from '@/db/client';
import { closeQueue } from '@/db/queue';
import { EnvError, env } from '@/lib/env';
import { log } from '@/lib/log';
import { type JobWorkers, startJobs } from './jobs';
import { startSchedule } from './schedule';

process.env.BROADSHEET_PROCESS ??= 'worker';

/** Jobs under way get this long at a stop; the supervisor ends whoever takes more than 8.5 s. */
const graceMs = 5_000;

async function start(): Promise<void> {
  env();
  let stopping = false;
  const schedule = await startSchedule({ db: database() });
  const jobs = startJobsOnceReachable(() => stopping);
  const end = async () => {
    if (stopping) return;
    stopping = true;
    await schedule.stop();
    await (await jobs)?.stop(graceMs);
    await closeQueue();
    await database().$client.end({ timeout: 1 });
    process.exit(0);
  };
  // `disconnect`: the supervisor was killed, and a worker of its own accord is nobody's.
  process.on('SIGTERM', end).on('SIGINT', end).on('disconnect', end);
  await jobs;
  process.send?.({ ready: 'worker' });
}

async function startJobsOnceReachable(isStopping: () => boolean): Promise<JobWorkers | undefined> {
  for (;;) {
    if (isStopping()) return undefined;
    try {
      return await startJobs();
    } catch (error) {
      log().warn({ err: error }, 'worker: the queue cannot be reached, trying again in a second');
      await wait(1_000);
    }
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
