import { sql } from 'drizzle-orm';
import type { CacheTag } from '@/lib/cache-tags';
import { staleListeners } from '@/lib/stale';
import type { Database, Executor, Transaction } from './client';
import { type JobName, type Jobs, sendJob } from './queue';
import { audit, cacheEvents, type role } from './schema';

export type Role = (typeof role.enumValues)[number];

/** Somebody signed in. `sectionIds` empty means every section. */
export interface StaffActor {
  kind: 'staff';
  id: number;
  name: string;
  email: string;
  role: Role;
  sectionIds: number[];
}
/** Whoever acts. `reader` is everybody not signed in; `system` is scheduled work, named for the audit log. */
export type Actor = StaffActor | { kind: 'reader' } | { kind: 'system'; name: string };

/** What every query and command is handed first. `now` is the transaction's instant inside a command. */
export interface Ctx {
  db: Executor;
  actor: Actor;
  now: Date;
}

/** A command's transaction. What it marks and enqueues is written with it and is gone if it rolls back. */
export interface Work extends Ctx {
  db: Transaction;
  /** Marks cached pages stale on every instance. */
  stale(...tags: CacheTag[]): void;
  /** Writes the audit row of this act. */
  record(
    verb: string,
    subject: string,
    subjectId: number | string | null,
    change?: { before?: unknown; after?: unknown },
  ): void;
  /** Queues a job that runs only if this transaction commits. */
  enqueue<N extends JobName>(
    name: N,
    data: Jobs[N],
    options?: { startAfter?: Date; singletonKey?: string },
  ): void;
}

const isWork = (ctx: Ctx): ctx is Work => 'stale' in ctx;

/** A context for reading; commands get their own through `transact`. */
export const readContext = (db: Database, actor: Actor): Ctx => ({ db, actor, now: new Date() });

/**
 * Runs `work` in one transaction at the database's own instant; a command called by another joins its transaction.
 * After the commit this process's press hears of the stale tags at once, the others through `cache_events`.
 */
export async function transact<T>(ctx: Ctx, work: (tx: Work) => Promise<T>): Promise<T> {
  if (isWork(ctx)) return work(ctx);
  const tags = new Set<CacheTag>();
  const result = await ctx.db.transaction(async (db) => {
    const acts: (typeof audit.$inferInsert)[] = [];
    const writes: (() => Promise<unknown>)[] = [];
    const now = await databaseNow(db);
    const outcome = await work({
      db,
      actor: ctx.actor,
      now,
      stale: (...names) => {
        for (const name of names) tags.add(name);
      },
      record: (verb, subject, subjectId, change) =>
        acts.push({
          ...auditActor(ctx.actor),
          at: now,
          verb,
          subject,
          subjectId: subjectId === null ? null : String(subjectId),
          ...change,
        }),
      enqueue: (name, data, options) => writes.push(() => sendJob(db, name, data, options)),
    });
    // One statement however many acts: a timer may publish hundreds at once.
    if (acts.length > 0) await db.insert(audit).values(acts);
    for (const write of writes) await write();
    if (tags.size > 0) await db.insert(cacheEvents).values({ tags: [...tags] });
    return outcome;
  });
  if (tags.size > 0) for (const hear of staleListeners()) hear([...tags]);
  return result;
}

/** `clock()` of the database: the only instant that due and expiry are decided by. */
export async function databaseNow(db: Executor): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select clock() as now`);
  return new Date(row?.now ?? Number.NaN);
}

const auditActor = (actor: Actor) =>
  actor.kind === 'staff'
    ? { actorId: actor.id, actorName: actor.name }
    : { actorId: null, actorName: actor.kind === 'system' ? actor.name : 'reader' };
