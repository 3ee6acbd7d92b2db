import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { revisions } from '@/db/schema';
import type { NameRevision } from '../input';
import { getRevisionOf, takeInHand } from './in-hand';

/** Names a revision as a milestone ("as sent to the lawyer"); an empty name takes it off again. */
export async function nameRevision(
  ctx: Ctx,
  { articleId, revisionId, milestone }: NameRevision,
): Promise<{ milestone: string | null }> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'edit-article', 'save');
    const { milestone: before } = await getRevisionOf(tx, articleId, revisionId);
    const name = milestone === '' ? null : milestone;
    await tx.db.update(revisions).set({ milestone: name }).where(eq(revisions.id, revisionId));
    tx.record('name-revision', 'article', articleId, {
      before: { revisionId, milestone: before },
      after: { milestone: name },
    });
    return { milestone: name };
  });
}
