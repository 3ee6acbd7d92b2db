import { type Ctx, transact } from '@/db/context';
import type { OnArticle } from '../input';
import { applyNow } from './apply/apply-to';
import { takeInHand } from './in-hand';
import { addPublication, cancelPending } from './plan';

/** Takes a live article from readers at once; it can be published again. Planned updates and withdrawals are cancelled. */
export async function withdrawArticle(
  ctx: Ctx,
  { articleId }: OnArticle,
): Promise<{ publicationId: number }> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'withdraw-article', 'withdraw');
    const cancelled = await cancelPending(tx, inHand, ['update', 'withdraw']);
    const publicationId = await addPublication(tx, articleId, {
      kind: 'withdraw',
      revisionId: null,
      effectiveAt: tx.now,
    });
    await applyNow(tx, articleId);
    tx.record('withdraw-article', 'article', articleId, {
      before: { revisionId: inHand.article.liveRevisionId },
      after: { publicationId, cancelled },
    });
    return { publicationId };
  });
}
