import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import { Conflict } from '@/lib/errors';
import type { SetEmbargo } from '../input';
import { takeInHand } from './in-hand';
import { paperTime } from './paper-time';

/**
 * Sets or lifts (null) the instant before which readers must not see the article. Apart from any schedule: nothing goes
 * live by it. Throws Conflict when the article is live, or planned for before it.
 */
export async function setEmbargo(
  ctx: Ctx,
  { articleId, embargoAt }: SetEmbargo,
): Promise<{ embargoAt: Date | null }> {
  return transact(ctx, async (tx) => {
    const { article, pending, state } = await takeInHand(tx, articleId, 'publish-article', 'schedule');
    const early = pending.find(
      (row) => row.kind !== 'withdraw' && embargoAt !== null && row.effectiveAt < embargoAt,
    );
    if (early)
      throw Conflict(
        `It is planned for ${await paperTime(tx, early.effectiveAt)}, before that embargo lifts. Move the plan first.`,
      );
    if (embargoAt !== null && embargoAt > tx.now && state === 'live')
      throw Conflict('Readers see this article already. Withdraw it first.');
    await tx.db.update(articles).set({ embargoAt }).where(eq(articles.id, articleId));
    tx.record('set-embargo', 'article', articleId, {
      before: { embargoAt: article.embargoAt },
      after: { embargoAt },
    });
    return { embargoAt };
  });
}
