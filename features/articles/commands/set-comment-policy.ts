import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { SetCommentPolicy } from '../input';
import { takeInHand } from './in-hand';

/** Opens, closes or hides the comments of one article. */
export async function setCommentPolicy(
  ctx: Ctx,
  { articleId, policy }: SetCommentPolicy,
): Promise<{ policy: SetCommentPolicy['policy'] }> {
  return transact(ctx, async (tx) => {
    const { article } = await takeInHand(tx, articleId, 'edit-article', 'discuss');
    await tx.db.update(articles).set({ commentPolicy: policy }).where(eq(articles.id, articleId));
    tx.stale(cacheTags.article(articleId), cacheTags.comments(articleId));
    tx.record('set-comment-policy', 'article', articleId, {
      before: { policy: article.commentPolicy },
      after: { policy },
    });
    return { policy };
  });
}
