import { type Ctx, transact } from '@/db/context';
import type { KillArticle } from '../input';
import { applyNow } from './apply/apply-to';
import { takeInHand } from './in-hand';
import { addPublication, cancelPending } from './plan';

/** Ends an article for good: gone from every list at once, its address answers 410 for ever (R12), all plans cancelled. */
export async function killArticle(
  ctx: Ctx,
  { articleId, reason = '' }: Pick<KillArticle, 'articleId'> & Partial<KillArticle>,
): Promise<{ publicationId: number }> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'kill-article', 'kill');
    const cancelled = await cancelPending(tx, inHand, ['publish', 'update', 'withdraw']);
    const publicationId = await addPublication(tx, articleId, {
      kind: 'kill',
      revisionId: null,
      effectiveAt: tx.now,
    });
    await applyNow(tx, articleId);
    tx.record('kill-article', 'article', articleId, {
      before: { state: inHand.state, revisionId: inHand.article.liveRevisionId },
      after: { publicationId, cancelled, reason },
    });
    return { publicationId };
  });
}
