import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import { applyNow } from './apply/apply-to';
import { takeInHand } from './in-hand';
import { addPublication, cancelPending, pinRevision } from './plan';

export interface RestorePublication {
  articleId: number;
  /** When it went live where it comes from; not later than now. */
  liveAt: Date;
}

/**
 * Makes the newest revision live as of an instant that has passed, for archives that move in: lists, feeds and "as readers
 * saw it" show the old date, and it counts as on time. For administrators and imports. The press hears of it as of any
 * publication.
 */
export async function restorePublication(
  ctx: Ctx,
  { articleId, liveAt }: RestorePublication,
): Promise<{ publicationId: number }> {
  authorise(ctx.actor, 'edit-settings');
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'publish-article', 'publish');
    if (liveAt > tx.now) throw Invalid('Only what has been published can be restored. Schedule it instead.');
    const { id: revisionId } = await pinRevision(tx, inHand, undefined);
    await cancelPending(tx, inHand, ['publish', 'update']);
    const kind = inHand.state === 'live' ? 'update' : 'publish';
    const publicationId = await addPublication(tx, articleId, { kind, revisionId, effectiveAt: liveAt });
    await applyNow(tx, articleId, { onTime: true });
    tx.record('restore-publication', 'article', articleId, { after: { liveAt, revisionId, publicationId } });
    return { publicationId };
  });
}
