import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { media } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { splitCredit } from '@/lib/credit';
import { removeStored } from '@/lib/storage';
import type { UpdateMedia } from '../input';
import { getMedia, type MediaRow } from '../queries';
import { endOfDay } from '../rules';
import { renditionsKey } from '../stored';

/**
 * Changes a picture's own words and focal point; what is not given stays. A credit at the caption's end is split off
 * (R4). Articles that show it keep the words they were given. Its files carry caption, credit and licence, and are made anew
 * when these change.
 */
export async function updateMedia(
  ctx: Ctx,
  { mediaId, licenceExpiresOn, ...given }: UpdateMedia,
): Promise<MediaRow> {
  const before = await getMedia(ctx, mediaId);
  authorise(ctx.actor, 'edit-media', { ownerIds: [before.uploadedBy] });
  const split = splitCredit(given.caption ?? '');
  const change = {
    ...given,
    ...(split.credit !== '' && !given.credit && split),
    ...(licenceExpiresOn !== undefined && { licenceExpiresAt: await endOf(ctx, licenceExpiresOn) }),
  };
  if (Object.values(change).every((value) => value === undefined)) return before;
  const after = await transact(ctx, async (tx) => {
    const [after] = await tx.db.update(media).set(change).where(eq(media.id, mediaId)).returning();
    if (!after) throw new Error('the library gave no row back');
    tx.record('edit-media', 'media', mediaId, { before: wordsOf(before), after: wordsOf(after) });
    tx.stale(cacheTags.media(mediaId));
    if (inFiles(after) !== inFiles(before)) tx.enqueue('media.renditions', { mediaId });
    return after;
  });
  if (inFiles(after) !== inFiles(before)) await removeStored(renditionsKey(after.hash));
  return after;
}

const inFiles = ({ caption, credit, licence }: MediaRow): string =>
  JSON.stringify([caption, credit, licence]);

async function endOf(ctx: Ctx, day: string): Promise<Date | null> {
  if (day === '') return null;
  const { timeZone } = await readSettings(ctx);
  return endOfDay(day, timeZone);
}

const wordsOf = ({
  alt,
  caption,
  credit,
  licence,
  licenceKind,
  licenceExpiresAt,
  focalX,
  focalY,
}: MediaRow) => ({
  alt,
  caption,
  credit,
  licence,
  licenceKind,
  licenceExpiresAt,
  focalX,
  focalY,
});
