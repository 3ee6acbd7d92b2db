import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { relatedPins } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import { Invalid } from '@/lib/errors';
import type { PinRelated } from '../input';
import { listChosen } from '../queries/curation';
import { listPins } from '../queries/pins';
import { takeInHand } from './in-hand';

/**
 * Says which stories stand first among the related ones of an article (R6), in this order, instead of those pinned so
 * far. Counts at once. One that is taken back later is left out for as long as it is. Throws Invalid for the article
 * itself and for what readers cannot see.
 */
export async function pinRelated(
  ctx: Ctx,
  { articleId, pinnedIds }: PinRelated,
): Promise<{ pinnedIds: number[] }> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'edit-article', 'pin');
    if (pinnedIds.includes(articleId)) throw Invalid('A story cannot be related to itself.');
    const before = (await listPins(tx, articleId)).map(({ id }) => id);
    const found = new Map((await listChosen(tx, pinnedIds)).map((story) => [story.articleId, story]));
    for (const id of pinnedIds)
      if (!before.includes(id) && found.get(id)?.state !== 'live')
        throw Invalid('Only a story that is live can be pinned. Look for it again.');
    await tx.db.delete(relatedPins).where(eq(relatedPins.articleId, articleId));
    if (pinnedIds.length > 0)
      await tx.db
        .insert(relatedPins)
        .values(pinnedIds.map((pinnedId, position) => ({ articleId, pinnedId, position })));
    tx.stale(cacheTags.article(articleId));
    tx.record('pin-related', 'article', articleId, { before: { pinnedIds: before }, after: { pinnedIds } });
    return { pinnedIds };
  });
}
