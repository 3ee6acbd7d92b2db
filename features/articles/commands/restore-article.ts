import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import type { OnArticle } from '../input';
import { takeInHand } from './in-hand';

/** Takes an article out of the trash as it went in, without the plans that were cancelled then. */
export async function restoreArticle(ctx: Ctx, { articleId }: OnArticle): Promise<{ articleId: number }> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'trash-article', 'restore');
    await tx.db.update(articles).set({ trashedAt: null, savedAt: tx.now }).where(eq(articles.id, articleId));
    tx.record('restore-article', 'article', articleId);
    return { articleId };
  });
}
