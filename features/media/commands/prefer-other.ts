import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';
import type { Likeness } from '../input';
import { getMedia, listAlike, type MediaRow } from '../queries';
import { takeOut } from './delete-media';

/**
 * Takes a picture out of the library again, for another that looks like it was there before; gives that one. Whoever
 * sent it may, as long as no story shows it. Throws Conflict where the two do not look alike.
 */
export async function preferOther(ctx: Ctx, { mediaId, otherId }: Likeness): Promise<MediaRow> {
  const [row, other] = [await getMedia(ctx, mediaId), await getMedia(ctx, otherId)];
  authorise(ctx.actor, 'edit-media', { ownerIds: [row.uploadedBy] });
  const alike = await listAlike(ctx, mediaId);
  if (!alike.some(({ id }) => id === otherId)) throw Conflict('These two pictures do not look alike.');
  await takeOut(ctx, row);
  return other;
}
