import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { media } from '@/db/schema';
import { readPaper } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict } from '@/lib/errors';
import { removeStored } from '@/lib/storage';
import { getMedia, listMediaUses, type MediaRow } from '../queries';
import { renditionsKey } from '../stored';

/**
 * Takes a picture out of the library: its public addresses answer 404 from then on. The cleaned upload stays, so that an
 * old revision that shows it can be put back by uploading the same file again. Throws Conflict while any article uses it.
 */
export async function deleteMedia(ctx: Ctx, { mediaId }: { mediaId: number }): Promise<{ mediaId: number }> {
  const row = await getMedia(ctx, mediaId);
  authorise(ctx.actor, 'delete-media', { ownerIds: [row.uploadedBy] });
  await takeOut(ctx, row);
  return { mediaId };
}

/** The same for who may. */
export async function takeOut(ctx: Ctx, row: MediaRow): Promise<void> {
  const mediaId = row.id;
  const hash = await transact(ctx, async (tx) => {
    // The lock keeps an article from taking the picture up while its uses are being looked at.
    await tx.db.select({ id: media.id }).from(media).where(eq(media.id, mediaId)).for('update');
    const { logos } = await readPaper(tx);
    if (Object.values(logos).some((logo) => logo?.mediaId === mediaId))
      throw Conflict(
        'This picture is the paper’s logo. Take it out under Settings, Logo and colours, first.',
      );
    const uses = await listMediaUses(tx, mediaId);
    if (uses.length > 0) {
      throw Conflict(
        uses.length === 1
          ? `“${uses[0]?.title || 'Untitled'}” uses this picture. Take it out there first.`
          : `${uses.length} articles use this picture. Take it out there first.`,
        { detail: { uses } },
      );
    }
    await tx.db.update(media).set({ deletedAt: tx.now }).where(eq(media.id, mediaId));
    tx.record('delete-media', 'media', mediaId, { before: { filename: row.filename, hash: row.hash } });
    tx.stale(cacheTags.media(mediaId));
    return row.hash;
  });
  await removeStored(renditionsKey(hash));
}
