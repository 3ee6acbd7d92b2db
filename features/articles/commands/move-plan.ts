import { type Ctx, transact } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { Conflict, NotFound } from '@/lib/errors';
import type { MovePlan } from '../planning-input';
import { plannedKinds } from '../rules';
import { matterOf, takeInHand } from './in-hand';
import { findArticleOf } from './plan';
import { instantOf } from './plan-at-wall-clock';
import { type Scheduled, scheduleArticle } from './schedule-article';

/**
 * Moves one planned row to another time of the paper's clocks (D13): the same version, as a new row of the ledger. Throws
 * Conflict when somebody moved or cancelled it meanwhile, and what `scheduleArticle` and `planAtWallClock` throw.
 */
export async function movePlan(ctx: Ctx, { publicationId, wallClock, which }: MovePlan): Promise<Scheduled> {
  if (ctx.actor.kind === 'reader') authorise(ctx.actor, 'publish-article');
  return transact(ctx, async (tx) => {
    const articleId = await findArticleOf(tx, publicationId);
    if (articleId === null) throw NotFound('That plan does not exist.');
    const inHand = await takeInHand(tx, articleId, 'read-article', 'schedule');
    const row = inHand.pending.find(({ id }) => id === publicationId);
    authorise(tx.actor, row?.kind === 'withdraw' ? 'withdraw-article' : 'publish-article', matterOf(inHand));
    const kind = plannedKinds.find((planned) => planned === row?.kind);
    if (!row || !kind)
      throw Conflict(
        'Somebody moved or cancelled this meanwhile, or it has happened. It stands as it is now.',
      );
    const { timeZone } = await readSettings(tx);
    return scheduleArticle(tx, {
      articleId,
      kind,
      effectiveAt: instantOf(wallClock, timeZone, which),
      material: row.material,
      replace: true,
      revisionId: row.revisionId ?? undefined,
    });
  });
}
