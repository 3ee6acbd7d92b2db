import { sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { applyTo } from './apply/apply-to';

/** Articles turned in one transaction: enough to make 200 at once cheap, few enough to share between processes. */
const batchSize = 100;
const due = sql`applied_at is null and cancelled_at is null and failure is null and effective_at <= clock()`;

/**
 * Applies whatever the ledger holds that is due by the database's clock, and returns how many rows that was. Every process
 * may call it at any time, all at once too: an article is locked by one of them, and its rows are applied in order, once.
 * When it returns, everything that was due when it was called is settled, by it or by another. A row that cannot be applied
 * gets its `failure` and hinders nothing else.
 */
export async function applyDuePublications(ctx: Ctx): Promise<number> {
  authorise(ctx.actor, 'publish-article');
  let applied = 0;
  for (let batch = await applyFree(ctx); batch.articles > 0; batch = await applyFree(ctx))
    applied += batch.applied;
  // What is left is in somebody's hands: an editor who saves, or another process. Wait for each in turn.
  for (const id of await listDueArticles(ctx)) applied += await applyOne(ctx, id);
  return applied;
}

/** The articles nobody else holds just now, soonest due first. */
async function applyFree(ctx: Ctx): Promise<{ articles: number; applied: number }> {
  let locked: number[] = [];
  try {
    return await transact(ctx, async (tx) => {
      locked = await lockFree(tx);
      return { articles: locked.length, applied: await countApplied(tx, locked) };
    });
  } catch (error) {
    if (isDatabaseAway(error) || locked.length === 0) throw error;
    // One article spoils the batch: do them singly, so that only that one is left out.
    log().error({ err: error }, 'due publications: batch failed');
    let applied = 0;
    for (const id of locked) applied += await applyOne(ctx, id);
    return { articles: locked.length, applied };
  }
}

/**
 * Plan at 200,000 stories: Index Scan publications_due → GroupAggregate → Nested Loop articles_pkey → Sort → LockRows →
 * Limit; 0.06 ms when nothing is due.
 */
async function lockFree(tx: Work): Promise<number[]> {
  const rows = await tx.db.execute<{ id: string }>(sql`
    select a.id from articles a
    join (select article_id, min(effective_at) as due_at from publications where ${due} group by article_id) d on d.article_id = a.id
    order by d.due_at, a.id limit ${batchSize}
    for update of a skip locked`);
  return rows.map(({ id }) => Number(id));
}

async function applyOne(ctx: Ctx, articleId: number): Promise<number> {
  try {
    return await transact(ctx, async (tx) => {
      await tx.db.execute(sql`select from articles where id = ${articleId} for update`);
      return countApplied(tx, [articleId]);
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    log().error({ err: error, articleId }, 'due publication could not be applied');
    await markFailed(ctx, articleId);
    return 0;
  }
}

const countApplied = async (tx: Work, articleIds: number[]): Promise<number> =>
  articleIds.length === 0
    ? 0
    : (await applyTo(tx, articleIds)).reduce((sum, { applied }) => sum + applied.length, 0);

/** The earliest row of an article whose application broke, so that it is shown at the desk and tried no more by itself. */
const markFailed = (ctx: Ctx, articleId: number) =>
  ctx.db.execute(sql`
    update publications set failure = 'Something went wrong on our side when it was due. Publish it by hand, or plan it anew.'
    where id = (select id from publications where article_id = ${articleId} and ${due} order by effective_at, id limit 1)`);

async function listDueArticles(ctx: Ctx): Promise<number[]> {
  const rows = await ctx.db.execute<{ article_id: string }>(sql`
    select article_id from publications where ${due} group by article_id order by min(effective_at), article_id limit 1000`);
  return rows.map((row) => Number(row.article_id));
}
