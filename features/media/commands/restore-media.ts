import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { media } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { NotFound } from '@/lib/errors';
import { isStored } from '@/lib/storage';
import { findMedia } from '../queries';
import { originalKey } from '../stored';

/**
 * Takes a file back into the library, with its words and under its addresses (D17); old revisions show it again. One that
 * is there already stays. Throws NotFound when its file is no longer kept.
 */
export async function restoreMedia(ctx: Ctx, { mediaId }: { mediaId: number }): Promise<{ mediaId: number }> {
  const row = await findMedia(ctx, mediaId);
  authorise(ctx.actor, 'delete-media', { ownerIds: [row?.uploadedBy ?? null] });
  if (!row) throw NotFound('This file was never in the library.');
  if (!row.deletedAt) return { mediaId };
  if (row.purgedAt || !(await isStored(originalKey(row.hash))))
    throw NotFound('That file is no longer kept.');
  await transact(ctx, async (tx) => {
    await tx.db.update(media).set({ deletedAt: null }).where(eq(media.id, mediaId));
    tx.record('restore-media', 'media', mediaId, { after: { filename: row.filename, hash: row.hash } });
    tx.stale(cacheTags.media(mediaId));
    if (row.kind === 'picture') tx.enqueue('media.renditions', { mediaId });
  });
  return { mediaId };
}
