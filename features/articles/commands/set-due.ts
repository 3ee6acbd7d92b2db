import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import type { SetDue } from '../notes-input';
import { takeInHand } from './in-hand';
import { instantOf } from './plan-at-wall-clock';

/**
 * Sets or, with an empty time, takes away when the desk wants an article finished; nothing happens by itself then. Whoever
 * may publish it sets it. Throws Invalid for a time that the clocks leave out or show twice (D8).
 */
export async function setDue(
  ctx: Ctx,
  { articleId, wallClock, which }: SetDue,
): Promise<{ dueAt: Date | null }> {
  return transact(ctx, async (tx) => {
    const { article } = await takeInHand(tx, articleId, 'publish-article', 'due');
    const { timeZone } = await readSettings(tx);
    const dueAt = wallClock === '' ? null : instantOf(wallClock, timeZone, which);
    if (dueAt?.getTime() === article.dueAt?.getTime()) return { dueAt };
    await tx.db.update(articles).set({ dueAt }).where(eq(articles.id, articleId));
    tx.record('set-due', 'article', articleId, { before: { dueAt: article.dueAt }, after: { dueAt } });
    return { dueAt };
  });
}
