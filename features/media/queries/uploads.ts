import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { uploads } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import { storedSize } from '@/lib/storage';
import type { UploadId } from '../input';
import { partKey } from '../stored';
import { findMedia, type MediaRow } from './media';

export type UploadRow = typeof uploads.$inferSelect;

/** How far an upload got. `offset` is the byte to go on with; `file` is there once it is in the library. */
export interface UploadProgress {
  id: string;
  offset: number;
  size: number;
  file: (MediaRow & { known: boolean }) | null;
}

/** An upload of one's own, as a thing one is about to go on with. Throws NotFound for any other. */
export async function getUpload(ctx: Ctx, { uploadId }: UploadId): Promise<UploadRow> {
  authorise(ctx.actor, 'upload-media');
  const [row] = await ctx.db.select().from(uploads).where(eq(uploads.id, uploadId)).limit(1);
  const mine = row && (ctx.actor.kind === 'system' || row.userId === ownerOf(ctx));
  if (!mine)
    throw NotFound('This upload was given up or is too old. Send the file again from its beginning.');
  return row;
}

/** Where an upload of one's own stands: asked after a lost connection. */
export async function findUpload(ctx: Ctx, input: UploadId): Promise<UploadProgress> {
  const row = await getUpload(ctx, input);
  const file = row.mediaId === null ? null : await findMedia(ctx, row.mediaId);
  return {
    id: row.id,
    offset: file ? row.size : ((await storedSize(partKey(row.id))) ?? 0),
    size: row.size,
    file: file && { ...file, known: false },
  };
}

export const ownerOf = ({ actor }: Ctx): number | null => (actor.kind === 'staff' ? actor.id : null);
