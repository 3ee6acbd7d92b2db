import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { arrangements } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { isDatabaseAway, isRefusal } from '@/lib/errors';
import { log } from '@/lib/log';
import { type CuratedPage, curatedPage } from '../../front-rules';
import { listPlaces } from '../../queries/curation';
import { applyInOrder } from './apply-arrangement';
import { lockFreePage, lockPage } from './page-in-hand';
import { pendingArrangement } from './plan-in-hand';

const isDue = and(pendingArrangement, sql`${arrangements.effectiveAt} <= clock()`);

/**
 * Applies every planned change of a page that is due by the database's clock (D14), and returns how many that was. Every
 * process may call it at any time, all at once too: a page is locked by one of them, and its changes are applied in the order
 * of their times, once. When it returns, all that was due when it was called is settled, by it or by another. One that cannot
 * be applied gets its `failure` and hinders no other page.
 */
export async function applyDueArrangements(ctx: Ctx): Promise<number> {
  authorise(ctx.actor, 'curate');
  let applied = 0;
  for (const page of await listDuePages(ctx)) applied += await applyPage(ctx, page, 'if free');
  // What is left is in somebody's hands: an editor who saves, or another process. Wait for each in turn.
  for (const page of await listDuePages(ctx)) applied += await applyPage(ctx, page, 'wait');
  return applied;
}

/** EXPLAIN: Index Scan using arrangements_due (effective_at <= clock()) › HashAggregate; nothing read when nothing is due. */
async function listDuePages(ctx: Ctx): Promise<CuratedPage[]> {
  const rows = await ctx.db
    .select({ page: arrangements.page })
    .from(arrangements)
    .where(isDue)
    .groupBy(arrangements.page)
    .orderBy(sql`min(${arrangements.effectiveAt})`, arrangements.page)
    .limit(1000);
  return rows.flatMap(({ page }) => curatedPage(page) ?? []);
}

async function applyPage(ctx: Ctx, page: CuratedPage, when: 'if free' | 'wait'): Promise<number> {
  try {
    return await transact(ctx, async (tx) => {
      if (when === 'if free' && !(await lockFreePage(tx, page.name))) return 0;
      await lockPage(tx, page);
      const due = await tx.db
        .select()
        .from(arrangements)
        .where(and(eq(arrangements.page, page.name), isDue))
        .orderBy(arrangements.effectiveAt, arrangements.id)
        .for('update', { skipLocked: true });
      if (due.length > 0) await applyInOrder(tx, { page, now: await listPlaces(tx, page.name) }, due);
      return due.length;
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    // The section was deleted under our hands, and its plans with it.
    if (isRefusal(error) && error.code === 'not-found') return 0;
    log().error({ err: error, page: page.name }, 'planned change of a page could not be applied');
    await markFailed(ctx, page);
    return 0;
  }
}

/** The earliest due change of a page, so that it is shown at the desk and tried no more by itself. */
const markFailed = (ctx: Ctx, page: CuratedPage) =>
  ctx.db.execute(sql`
    update arrangements set failure = 'Something went wrong on our side when it was due. Arrange the page by hand, or plan it anew.'
    where id = (select id from arrangements where page = ${page.name} and applied_at is null and cancelled_at is null
      and failure is null and effective_at <= clock() order by effective_at, id limit 1)`);
