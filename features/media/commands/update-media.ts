import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { media } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { splitCredit } from '@/lib/credit';
import type { UpdateMedia } from '../input';
import { getMedia, type MediaRow } from '../queries';

/**
 * Changes a picture's own words and focal point; what is not given stays. A credit at the caption's end is split off
 * (R4). Articles that show it keep the words they were given.
 */
export async function updateMedia(ctx: Ctx, { mediaId, ...given }: UpdateMedia): Promise<MediaRow> {
  const before = await getMedia(ctx, mediaId);
  authorise(ctx.actor, 'edit-media', { ownerIds: [before.uploadedBy] });
  const split = splitCredit(given.caption ?? '');
  const change = split.credit !== '' && !given.credit ? { ...given, ...split } : given;
  if (Object.values(change).every((value) => value === undefined)) return before;
  return transact(ctx, async (tx) => {
    const [after] = await tx.db.update(media).set(change).where(eq(media.id, mediaId)).returning();
    if (!after) throw new Error('the library gave no row back');
    tx.record('edit-media', 'media', mediaId, { before: wordsOf(before), after: wordsOf(after) });
    tx.stale(cacheTags.media(mediaId));
    return after;
  });
}

const wordsOf = ({ alt, caption, credit, licence, focalX, focalY }: MediaRow) => ({
  alt,
  caption,
  credit,
  licence,
  focalX,
  focalY,
});
