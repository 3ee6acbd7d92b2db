import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import type { OnArticle } from '../input';
import { takeInHand } from './in-hand';
import { cancelPending } from './plan';

/** Puts an article that readers do not see into the trash; its plans are cancelled. A live one must be withdrawn first. */
export async function trashArticle(ctx: Ctx, { articleId }: OnArticle): Promise<{ cancelled: number[] }> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'trash-article', 'trash');
    const cancelled = await cancelPending(tx, inHand, ['publish', 'update', 'withdraw']);
    await tx.db.update(articles).set({ trashedAt: tx.now }).where(eq(articles.id, articleId));
    tx.record('trash-article', 'article', articleId, {
      before: { state: inHand.state },
      after: { cancelled },
    });
    return { cancelled };
  });
}
