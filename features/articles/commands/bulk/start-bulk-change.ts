import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { type Ctx, type StaffActor, transact, type Work } from '@/db/context';
import { bulkChanges } from '@/db/schema';
import { authorise, authoriseSystem } from '@/features/users/rules';
import { Conflict, Forbidden, NotFound, violatedConstraint } from '@/lib/errors';
import type { OnBulkChange, StartBulk } from '../../bulk-input';

const person = ({ actor }: Ctx): StaffActor => {
  authorise(actor, 'read-desk');
  if (actor.kind !== 'staff') throw Forbidden('Only somebody who is signed in changes stories at once.');
  return actor;
};

/**
 * Begins one act on every story of a list, however many (D17): answers at once, a job does it. Throws Conflict while
 * another of the same person is under way.
 */
export async function startBulkChange(ctx: Ctx, { query, act }: StartBulk): Promise<{ changeId: number }> {
  person(ctx);
  return transact(ctx, (tx) => begin(tx, { query, act }));
}

/** Begins to take back all that a bulk change did, story by story. Throws NotFound, or Conflict when that was done before. */
export async function undoBulkChange(ctx: Ctx, { changeId }: OnBulkChange): Promise<{ changeId: number }> {
  person(ctx);
  return transact(ctx, async (tx) => {
    const change = await getOwn(tx, changeId);
    if (!change.endedAt) throw Conflict('It is still under way. Cancel it first.');
    return begin(tx, { query: '', act: null, undoOf: changeId });
  });
}

/** What was done stays done, and can be undone; the rest is left as it is. One that has ended is not changed by it. */
export async function cancelBulkChange(ctx: Ctx, { changeId }: OnBulkChange): Promise<{ changeId: number }> {
  person(ctx);
  return transact(ctx, async (tx) => {
    const change = await getOwn(tx, changeId);
    if (change.endedAt || change.cancelledAt) return { changeId };
    await tx.db.update(bulkChanges).set({ cancelledAt: tx.now }).where(eq(bulkChanges.id, changeId));
    tx.record('cancel-bulk-change', 'bulk-change', changeId);
    return { changeId };
  });
}

/** Its maker has read what came of it: it is shown no more. */
export async function readBulkChange(ctx: Ctx, { changeId }: OnBulkChange): Promise<{ changeId: number }> {
  person(ctx);
  return transact(ctx, async (tx) => {
    await getOwn(tx, changeId);
    await tx.db.update(bulkChanges).set({ readAt: tx.now }).where(eq(bulkChanges.id, changeId));
    return { changeId };
  });
}

/** Forgets what came of bulk changes a month ago: nobody undoes them any more. */
export async function purgeBulkChanges(ctx: Ctx): Promise<void> {
  authoriseSystem(ctx.actor);
  await ctx.db.delete(bulkChanges).where(lt(bulkChanges.endedAt, sql`clock() - interval '30 days'`));
}

async function begin(
  tx: Work,
  change: Pick<typeof bulkChanges.$inferInsert, 'query' | 'act' | 'undoOf'>,
): Promise<{ changeId: number }> {
  const actorId = person(tx).id;
  // What came of the one before gives way to this one.
  await tx.db
    .update(bulkChanges)
    .set({ readAt: tx.now })
    .where(and(eq(bulkChanges.actorId, actorId), isNotNull(bulkChanges.endedAt), isNull(bulkChanges.readAt)));
  try {
    const [made] = await tx.db
      .insert(bulkChanges)
      .values({ ...change, actorId, createdAt: tx.now })
      .returning({ changeId: bulkChanges.id });
    if (!made) throw new Error('insert returned no row');
    tx.enqueue('desk.bulk', made);
    tx.record(change.undoOf ? 'undo-bulk-change' : 'bulk-change', 'bulk-change', made.changeId, {
      after: change,
    });
    return made;
  } catch (cause) {
    const constraint = violatedConstraint(cause);
    if (constraint === 'bulk_changes_running')
      throw Conflict('Another change of yours is still under way. Wait for it, or cancel it.', { cause });
    if (constraint === 'bulk_changes_undo') throw Conflict('This was taken back already.', { cause });
    throw cause;
  }
}

async function getOwn(tx: Work, changeId: number) {
  const [row] = await tx.db
    .select()
    .from(bulkChanges)
    .where(and(eq(bulkChanges.id, changeId), eq(bulkChanges.actorId, person(tx).id)))
    .for('update');
  if (!row) throw NotFound('That change is not kept any more.');
  return row;
}
