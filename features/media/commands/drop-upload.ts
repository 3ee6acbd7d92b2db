import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { uploads } from '@/db/schema';
import { removeStored } from '@/lib/storage';
import type { UploadId } from '../input';
import { getUpload } from '../queries';
import { partKey } from '../stored';
import { dropDigest } from './running-digest';

/** Gives up an upload of one's own; nothing of it is left. What is in the library already stays there. */
export async function dropUpload(ctx: Ctx, { uploadId }: UploadId): Promise<{ uploadId: string }> {
  await getUpload(ctx, { uploadId });
  await forgetUpload(ctx, uploadId);
  return { uploadId };
}

/** The row first: without it no part of the file is taken any more. */
export async function forgetUpload(ctx: Ctx, uploadId: string): Promise<void> {
  await transact(ctx, (tx) => tx.db.delete(uploads).where(eq(uploads.id, uploadId)));
  dropDigest(uploadId);
  await removeStored(partKey(uploadId));
}
