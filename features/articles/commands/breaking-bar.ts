import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles, breakingBars } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, Invalid } from '@/lib/errors';
import type { ChangeBar, OnBar, RaiseBar } from '../front-input';
import { staffId } from './in-hand';

/** Raises the bar over every page (R17), for so many minutes or until it is lowered. Throws Conflict when one stands. */
export async function raiseBar(ctx: Ctx, { minutes, ...bar }: RaiseBar): Promise<{ barId: number }> {
  authorise(ctx.actor, 'curate');
  return transact(ctx, async (tx) => {
    await requireStory(tx, bar.articleId);
    await lowerDue(tx);
    const [raised] = await tx.db
      .insert(breakingBars)
      .values({ ...bar, raisedAt: tx.now, raisedBy: staffId(tx.actor), lowerAt: inMinutes(tx, minutes) })
      // Of two who raise at once one is first: the index `breaking_bars_standing` holds one bar.
      .onConflictDoNothing()
      .returning();
    if (!raised)
      throw Conflict(
        'A bar stands already. Load the page again to see it; you can change or lower it there.',
      );
    tx.stale(cacheTags.bar);
    tx.record('raise-bar', 'breaking-bar', raised.id, { after: said(raised) });
    return { barId: raised.id };
  });
}

/** Changes the bar that stands. Throws Conflict when it was lowered meanwhile. */
export async function changeBar(ctx: Ctx, { barId, minutes, ...bar }: ChangeBar): Promise<{ barId: number }> {
  authorise(ctx.actor, 'curate');
  return transact(ctx, async (tx) => {
    await requireStory(tx, bar.articleId);
    const before = await takeStanding(tx, barId);
    const lowerAt = minutes === undefined ? before.lowerAt : inMinutes(tx, minutes);
    const change = { ...bar, lowerAt };
    await tx.db.update(breakingBars).set(change).where(eq(breakingBars.id, barId));
    tx.stale(cacheTags.bar);
    tx.record('change-bar', 'breaking-bar', barId, { before: said(before), after: said(change) });
    return { barId };
  });
}

/** Takes the bar down. Throws Conflict when it is down already. */
export async function lowerBar(ctx: Ctx, { barId }: OnBar): Promise<void> {
  authorise(ctx.actor, 'curate');
  await transact(ctx, async (tx) => {
    const before = await takeStanding(tx, barId);
    await tx.db
      .update(breakingBars)
      .set({ loweredAt: tx.now, loweredBy: staffId(tx.actor) })
      .where(eq(breakingBars.id, barId));
    tx.stale(cacheTags.bar);
    tx.record('lower-bar', 'breaking-bar', barId, { before: said(before) });
  });
}

/** Lowers what is due by the database's clock, once however many processes call it; returns how many that were. */
export async function lowerDueBars(ctx: Ctx): Promise<number> {
  authorise(ctx.actor, 'curate');
  return transact(ctx, lowerDue);
}

/** EXPLAIN: Index Scan using breaking_bars_due (lower_at <= clock()); one row at most. */
async function lowerDue(tx: Work): Promise<number> {
  const lowered = await tx.db
    .update(breakingBars)
    .set({ loweredAt: sql`clock()` })
    .where(and(isNull(breakingBars.loweredAt), sql`${breakingBars.lowerAt} <= clock()`))
    .returning();
  for (const bar of lowered) tx.record('lower-bar', 'breaking-bar', bar.id, { before: said(bar) });
  if (lowered.length > 0) tx.stale(cacheTags.bar);
  return lowered.length;
}

async function takeStanding(tx: Work, barId: number) {
  const [standing] = await tx.db
    .select()
    .from(breakingBars)
    .where(
      and(
        eq(breakingBars.id, barId),
        isNull(breakingBars.loweredAt),
        sql`coalesce(${breakingBars.lowerAt} > clock(), true)`,
      ),
    )
    .for('update');
  if (!standing) throw Conflict('This bar is down already. Load the page again to raise another.');
  return standing;
}

/** A bar may wait for a story that is still to come, but not for one that readers will never see. */
async function requireStory(tx: Work, articleId: number | null): Promise<void> {
  if (articleId === null) return;
  const [found] = await tx.db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, articleId), isNull(articles.killedAt), isNull(articles.trashedAt)));
  if (found) return;
  const sentence = 'This story was killed or thrown away. Choose another, or none.';
  throw Invalid(sentence, { fields: { articleId: sentence } });
}

const inMinutes = (tx: Work, minutes: number): Date | null =>
  minutes === 0 ? null : new Date(tx.now.getTime() + minutes * 60_000);

type Said = Pick<typeof breakingBars.$inferSelect, 'label' | 'text' | 'articleId' | 'href' | 'lowerAt'>;
const said = ({ label, text, articleId, href, lowerAt }: Said) => ({ label, text, articleId, href, lowerAt });
