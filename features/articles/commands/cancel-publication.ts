import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { Conflict, NotFound } from '@/lib/errors';
import type { CancelPublication } from '../input';
import { matterOf, takeInHand } from './in-hand';
import { cancelPending, findArticleOf } from './plan';

/**
 * Takes back one planned row, which stays in the ledger as cancelled. What depends on a cancelled publication (its update,
 * its withdrawal) is cancelled with it. Throws Conflict when it has happened already.
 */
export async function cancelPublication(
  ctx: Ctx,
  { publicationId }: CancelPublication,
): Promise<{ cancelled: number[] }> {
  if (ctx.actor.kind === 'reader') authorise(ctx.actor, 'publish-article');
  return transact(ctx, async (tx) => {
    const articleId = await findArticleOf(tx, publicationId);
    if (articleId === null) throw NotFound('That plan does not exist.');
    const inHand = await takeInHand(tx, articleId, 'read-article', 'schedule');
    const row = inHand.pending.find(({ id }) => id === publicationId);
    authorise(tx.actor, row?.kind === 'withdraw' ? 'withdraw-article' : 'publish-article', matterOf(inHand));
    if (!row) throw Conflict('That has happened, or was cancelled, already.');
    const gone = row.kind === 'publish' && inHand.state !== 'live' ? inHand.pending : [row];
    const cancelled = await cancelPending(tx, { ...inHand, pending: gone }, [
      'publish',
      'update',
      'withdraw',
    ]);
    tx.record('cancel-publication', 'article', articleId, {
      before: { kind: row.kind, effectiveAt: row.effectiveAt },
      after: { cancelled },
    });
    return { cancelled };
  });
}
