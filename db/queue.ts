import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import type { Transaction } from './client';

/** Every job there is, with what it carries: ids only, never a token or a text. */
export interface Jobs {
  /** A transactional mail; the handler makes its own link token when it runs. */
  'mail.password-reset': { userId: number };
  'mail.invitation': { userId: number };
  'mail.password-changed': { userId: number };
  /** Tells one person of one mention or assignment. */
  'mail.notice': { noticeId: number };
  'mail.due-alarm': { incidentId: number; userId: number };
  'mail.confirm-subscription': { subscriberId: number; listIds: number[] };
  /** Sends what is pending of a campaign until nothing is; several may run. */
  'newsletter.send': { campaignId: number };
  /** Changes every story of a list, one by one. */
  'desk.bulk': { changeId: number };
  /** Makes the usual sizes of a new picture before anybody asks. */
  'media.renditions': { mediaId: number };
  /** Teaches the filter what moderators decided of late. */
  'comments.learn': Record<string, never>;
  /** Forgets what has run out and clears what a crash left behind. */
  housekeeping: Record<string, never>;
}
export type JobName = keyof Jobs;

export const jobNames = [
  'mail.password-reset',
  'mail.invitation',
  'mail.password-changed',
  'mail.notice',
  'mail.due-alarm',
  'mail.confirm-subscription',
  'newsletter.send',
  'desk.bulk',
  'media.renditions',
  'comments.learn',
  'housekeeping',
] as const satisfies JobName[];

/** Queues that hold at most one waiting job for each `singletonKey`, however often it is asked for. */
export const shortQueues: readonly JobName[] = ['newsletter.send', 'comments.learn', 'housekeeping'];

export interface SendOptions {
  startAfter?: Date;
  singletonKey?: string;
}

/**
 * How a queue is made. A worker shows each 10 s that it still has its job, so that the jobs of one that was killed are
 * taken up by another within half a minute; with that, a job may take as long as it needs (a campaign, half a day).
 */
export const queueOptions = (name: JobName) => ({
  policy: shortQueues.includes(name) ? ('short' as const) : ('standard' as const),
  notify: true,
  heartbeatSeconds: 20,
  expireInSeconds: 12 * 3600,
});

/** Opens pg-boss on the schema that the migration made. `supervise` is for workers, which also keep the queue tidy. */
export function openQueue({ supervise, max = 2 }: { supervise: boolean; max?: number }): PgBoss {
  const boss = new PgBoss({
    connectionString: process.env.DATABASE_URL ?? '',
    connectionTimeoutMillis: 5_000,
    max,
    supervise,
    schedule: supervise,
    registerInstance: supervise,
    useListenNotify: supervise,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    migrate: false,
  });
  boss.on('error', tellQuietly());
  return boss;
}

/** While the database is away each look of each queue fails: that is told once in ten seconds, in a line. */
function tellQuietly(): (error: unknown) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    // pg-boss hands on plain objects too.
    const away = isDatabaseAway(Object.assign(new Error('queue', { cause: error }), { code: codeOf(error) }));
    if (!away) log().error({ err: error }, 'queue');
    else if (performance.now() - toldAt > 10_000) {
      toldAt = performance.now();
      log().warn('queue: the database is away');
    }
  };
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The sending end of this process, started when the first job is sent; a failed start is tried anew by the next. */
const sender = () => processWide<{ started?: Promise<PgBoss> }>('queue-sender', () => ({}));

/** Puts a job into the transaction: it exists only if that commits. */
export async function sendJob<N extends JobName>(
  db: Transaction,
  name: N,
  data: Jobs[N],
  options: SendOptions = {},
): Promise<void> {
  const held = sender();
  held.started ??= openQueue({ supervise: false }).start();
  const boss = await held.started.catch((error) => {
    held.started = undefined;
    throw error;
  });
  await boss.send(name, data, { retryLimit: 10, retryBackoff: true, ...options, db: fromDrizzle(db, sql) });
}

/** Closes the sending end, for an orderly stop. */
export async function closeQueue(): Promise<void> {
  const held = sender();
  const boss = await held.started?.catch(() => undefined);
  held.started = undefined;
  await boss?.stop({ graceful: false });
}
