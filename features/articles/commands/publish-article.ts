import { type Ctx, transact } from '@/db/context';
import type { PublishArticle } from '../input';
import { applyNow } from './apply/apply-to';
import { enforceCheck } from './check/check-article';
import { takeInHand } from './in-hand';
import { addPublication, cancelPending, pinRevision, respectEmbargo } from './plan';

export interface Published {
  publicationId: number;
  revisionId: number;
  liveAt: Date;
}

/**
 * Makes a revision (the newest, or the one named) live now: a ledger row that is due at once, applied in the same
 * transaction by the clock's own function. A live article is updated by it. Planned publications and updates are cancelled:
 * they would put an older text back. `material` (yes unless said) gives readers an "Updated" line.
 */
export async function publishArticle(
  ctx: Ctx,
  { articleId, revisionId, material = true }: PublishArticle,
): Promise<Published> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'publish-article', 'publish');
    const revision = await pinRevision(tx, inHand, revisionId);
    await respectEmbargo(tx, inHand, tx.now);
    await enforceCheck(tx, inHand.article, revision);
    const cancelled = await cancelPending(tx, inHand, ['publish', 'update']);
    const kind = inHand.state === 'live' ? 'update' : 'publish';
    const publicationId = await addPublication(tx, articleId, {
      kind,
      revisionId: revision.id,
      effectiveAt: tx.now,
      material,
    });
    await applyNow(tx, articleId);
    tx.record(`${kind}-article`, 'article', articleId, {
      before: { state: inHand.state, revisionId: inHand.article.liveRevisionId },
      after: { revisionId: revision.id, publicationId, cancelled },
    });
    return { publicationId, revisionId: revision.id, liveAt: tx.now };
  });
}
