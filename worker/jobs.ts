import type { PgBoss } from 'pg-boss';
import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { type JobName, type Jobs, jobNames, openQueue } from '@/db/queue';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { type Handlers, handlers } from './handlers';
import { housekeepingCron } from './housekeeping';

export interface JobWorkers {
  /** Takes no more jobs, tells those under way, waits `graceMs` for them, and hands back what is left. */
  stop(graceMs: number): Promise<void>;
}

/** Jobs of one kind that this process runs at the same time; pictures take a whole core each. */
const atOnce = (name: JobName) => (name === 'media.renditions' ? 1 : 2);

/**
 * Works off every queue that has a handler, as the system. A job that fails is tried ten times with growing pauses; a
 * worker that dies loses its jobs to another within half a minute. Throws while the database is away.
 */
export async function startJobs(work: Handlers = handlers): Promise<JobWorkers> {
  const stopping = new AbortController();
  const boss = openQueue({ supervise: true, max: 4 });
  boss.on('warning', (warning) => log().warn({ warning }, 'queue'));
  try {
    await boss.start();
    for (const name of jobNames) await takeUp(boss, { name, handle: work[name], stopping: stopping.signal });
    await boss.schedule('housekeeping', housekeepingCron);
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {});
    throw error;
  }
  return {
    async stop(graceMs) {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: graceMs });
    },
  };
}

async function takeUp<N extends JobName>(
  boss: PgBoss,
  { name, handle, stopping }: { name: N; handle: Handlers[N]; stopping: AbortSignal },
): Promise<void> {
  if (!handle) return;
  await boss.work<Jobs[N]>(
    name,
    // A new job is told of by notification; one that is tried again is found by looking.
    { localConcurrency: atOnce(name), pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 3 },
    async (jobs) => {
      for (const job of jobs) {
        const ctx = readContext(database(), { kind: 'system', name });
        try {
          await handle(ctx, job.data, AbortSignal.any([job.signal, stopping]));
        } catch (error) {
          if (stopping.aborted) log().info({ job: name, id: job.id }, 'job handed back at a stop');
          else if (isDatabaseAway(error)) log().warn({ job: name, id: job.id }, 'job: the database is away');
          else log().error({ err: error, job: name, id: job.id, attempt: job.retryCount + 1 }, 'job failed');
          throw error;
        }
      }
    },
  );
}
