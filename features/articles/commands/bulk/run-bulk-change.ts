import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Ctx, type StaffActor, transact } from '@/db/context';
import { bulkChanges, bulkStories } from '@/db/schema';
import { findStaff } from '@/features/users/queries';
import { authoriseSystem } from '@/features/users/rules';
import { isDatabaseAway, isRefusal } from '@/lib/errors';
import { log } from '@/lib/log';
import type { BulkAct } from '../../bulk-input';
import { fromListQuery } from '../../list-query';
import { everyStory, findForBulk } from '../../queries/bulk';
import { changeOne } from '../change-articles';

type Change = typeof bulkChanges.$inferSelect & { act: BulkAct | null };

/** Between batches it is asked whether to go on, and said how far it is. */
const batch = 25;

/**
 * Carries out a bulk change (D17): writes down which stories the list holds now, then changes each by the command its own
 * page would call, in a transaction of its own with what became of it. So no story is locked for longer than by a person,
 * and a worker that dies is followed by another that goes on behind the last story. Whoever asked for it acts, with what
 * she may do at that moment.
 */
export async function runBulkChange(
  ctx: Ctx,
  { changeId }: { changeId: number },
  signal?: AbortSignal,
): Promise<void> {
  authoriseSystem(ctx.actor);
  await gather(ctx, changeId);
  for (;;) {
    signal?.throwIfAborted();
    const change = await findChange(ctx, changeId);
    if (!change || change.endedAt) return;
    const actor = await findStaff(ctx, change.actorId);
    const rows = change.cancelledAt || !actor ? [] : await listWaiting(ctx, changeId);
    if (!actor || rows.length === 0) return end(ctx, changeId);
    for (const row of rows) await changeStory(ctx, { change, actor, ...row });
    await count(ctx, changeId);
  }
}

const findChange = async (ctx: Ctx, changeId: number): Promise<Change | undefined> => {
  const [row] = await ctx.db.select().from(bulkChanges).where(eq(bulkChanges.id, changeId));
  return row as Change | undefined;
};

/** Once: a job that is taken up again finds them written. No story is locked by it. */
async function gather(ctx: Ctx, changeId: number): Promise<void> {
  await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(bulkChanges)
      .where(and(eq(bulkChanges.id, changeId), isNull(bulkChanges.gatheredAt)))
      .for('update');
    if (!row) return;
    const actor = await findStaff(tx, row.actorId);
    if (actor && row.undoOf !== null)
      await tx.db.execute(sql`
        insert into bulk_stories (change_id, article_id, acts)
        select ${changeId}, article_id, undo from bulk_stories
        where change_id = ${row.undoOf} and state = 'done' and jsonb_array_length(undo) > 0`);
    else if (actor)
      await tx.db.execute(sql`
        insert into bulk_stories (change_id, article_id)
        select ${changeId}, id from (${everyStory({ ...tx, actor }, fromListQuery(row.query))}) listed`);
    await tx.db
      .update(bulkChanges)
      .set({ gatheredAt: tx.now, total: tx.db.$count(bulkStories, eq(bulkStories.changeId, changeId)) })
      .where(eq(bulkChanges.id, changeId));
  });
}

/** Plan: bulk_stories_waiting, which each story leaves. */
const listWaiting = (ctx: Ctx, changeId: number) =>
  ctx.db
    .select({ articleId: bulkStories.articleId, acts: bulkStories.acts })
    .from(bulkStories)
    .where(isWaiting(changeId))
    .orderBy(asc(bulkStories.articleId))
    .limit(batch);

const isWaiting = (changeId: number) =>
  and(eq(bulkStories.changeId, changeId), eq(bulkStories.state, 'waiting'));

interface OneStory {
  change: Change;
  actor: StaffActor;
  articleId: number;
  acts: unknown;
}

async function changeStory(ctx: Ctx, { change, actor, articleId, acts }: OneStory): Promise<void> {
  const own = and(isWaiting(change.id), eq(bulkStories.articleId, articleId));
  try {
    await transact({ ...ctx, actor }, async (tx) => {
      const [row] = await tx.db
        .select({ id: bulkStories.articleId })
        .from(bulkStories)
        .where(own)
        .for('update');
      if (!row) return;
      const facts = await findForBulk(tx, articleId);
      const undo: BulkAct[] = [];
      for (const act of (acts as BulkAct[] | null) ?? (change.act ? [change.act] : []))
        undo.unshift(...(await changeOne(tx, articleId, act, facts, { quietly: true })));
      await tx.db.update(bulkStories).set({ state: 'done', undo }).where(own);
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (!isRefusal(error)) log().error({ err: error, articleId, changeId: change.id }, 'bulk change');
    const sentence = isRefusal(error) ? error.message : 'This could not be done. Try it on its own page.';
    await ctx.db.update(bulkStories).set({ state: 'refused', sentence }).where(own);
  }
}

/** Plan: bulk_stories_waiting and bulk_stories_refused alone; the rest is done. */
const count = (ctx: Ctx, changeId: number) =>
  ctx.db.execute(sql`
    update bulk_changes c set refused = n.refused, done = c.total - n.waiting - n.refused
    from (select
      (select count(*)::int from bulk_stories where change_id = ${changeId} and state = 'waiting') as waiting,
      (select count(*)::int from bulk_stories where change_id = ${changeId} and state = 'refused') as refused) n
    where c.id = ${changeId}`);

async function end(ctx: Ctx, changeId: number): Promise<void> {
  await count(ctx, changeId);
  await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .update(bulkChanges)
      .set({ endedAt: tx.now })
      .where(eq(bulkChanges.id, changeId))
      .returning();
    if (!row) return;
    const { total, done, refused } = row;
    tx.record('bulk-change-ended', 'bulk-change', changeId, { after: { total, done, refused } });
  });
}
