import { createHash, randomBytes } from 'node:crypto';
import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { removeStored, writeStored } from '@/lib/storage';
import { headBytes, requirePicture } from '../rules';
import { partKey } from '../stored';
import { type TakenFile, takeFile } from './take-file';
import { requireUploadsLeft } from './uploads-left';

export interface UploadPicture {
  bytes: Uint8Array;
  /** As the person's machine calls it; kept for finding it again, never as a path. */
  filename: string;
}

export type UploadedPicture = TakenFile;

/** Takes bytes that are here already into the library: see `takeFile`. Throws TooMany past the hourly limit. */
export async function uploadPicture(ctx: Ctx, { bytes, filename }: UploadPicture): Promise<UploadedPicture> {
  authorise(ctx.actor, 'upload-media');
  requirePicture(bytes.subarray(0, headBytes), bytes.byteLength);
  await requireUploadsLeft(ctx);
  const uploadId = randomBytes(16).toString('hex');
  await writeStored(partKey(uploadId), bytes);
  try {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    return await takeFile(ctx, { uploadId, hash, filename });
  } finally {
    await removeStored(partKey(uploadId));
  }
}
