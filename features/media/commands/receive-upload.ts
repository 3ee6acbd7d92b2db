import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { uploads } from '@/db/schema';
import { Conflict, Invalid, isRefusal } from '@/lib/errors';
import { makeOnce, storedSize, writePart } from '@/lib/storage';
import type { ReceiveUpload } from '../input';
import { findUpload, getUpload, type UploadProgress, type UploadRow } from '../queries';
import { headBytes, requireFile } from '../rules';
import { partKey } from '../stored';
import { forgetUpload } from './drop-upload';
import { keepDigest, type RunningDigest, takeDigest } from './running-digest';
import { takeFile } from './take-file';

/**
 * Takes a part of a file, piece by piece to the disk as it comes; the last byte brings the file into the library. What
 * came before a connection broke is kept, and the next part begins there, in this process or another. Two parts that
 * overlap, for an old connection may live on unseen, write the same bytes to the same place. Throws Conflict, with the
 * right `offset`, for a part that begins elsewhere, and Invalid for what is no file we take, as soon as its first bytes
 * tell; then nothing of it is left.
 */
export async function receiveUpload(
  ctx: Ctx,
  { uploadId, offset, body }: ReceiveUpload,
): Promise<UploadProgress> {
  const row = await getUpload(ctx, { uploadId });
  if (row.mediaId !== null) return findUpload(ctx, { uploadId });
  const there = (await storedSize(partKey(uploadId))) ?? 0;
  if (offset !== there)
    throw Conflict('This part of the file does not follow the one before.', { detail: { offset: there } });
  await touch(ctx, uploadId);
  try {
    const digest = await takeDigest(uploadId, offset);
    const end = body ? await writePart(partKey(uploadId), offset, piecesOf(body, row, digest)) : offset;
    if (end < row.size) {
      keepDigest(uploadId, digest);
      return { id: uploadId, offset: end, size: row.size, file: null };
    }
    const hash = digest.hash.digest('hex').slice(0, 32);
    // Two who bring the last byte, for an answer was lost: the second is told what the first made of it.
    return await makeOnce(
      partKey(uploadId),
      () => finished(ctx, uploadId),
      async () => {
        const file = await takeFile(ctx, {
          uploadId,
          hash,
          filename: row.filename,
          replacesId: row.replacesId,
        });
        return { id: uploadId, offset: row.size, size: row.size, file };
      },
    );
  } catch (error) {
    if (isRefusal(error) && ['invalid', 'conflict'].includes(error.code)) await forgetUpload(ctx, uploadId);
    throw error;
  }
}

async function finished(ctx: Ctx, uploadId: string): Promise<UploadProgress | null> {
  const progress = await findUpload(ctx, { uploadId });
  return progress.file && progress;
}

const touch = (ctx: Ctx, uploadId: string) =>
  transact(ctx, (tx) => tx.db.update(uploads).set({ touchedAt: tx.now }).where(eq(uploads.id, uploadId)));

/** What comes, hashed on the way and looked at as soon as its kind can be told. A connection that breaks ends it. */
async function* piecesOf(
  body: AsyncIterable<Uint8Array>,
  { size }: UploadRow,
  digest: RunningDigest,
): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  let toldKind = digest.at > 0;
  for await (const piece of untilBroken(body)) {
    if (digest.at + piece.byteLength > size)
      throw Invalid('More came than this file was said to have. Send it again.');
    if (!toldKind) {
      head = Buffer.concat([head, piece.subarray(0, headBytes)]);
      toldKind = head.byteLength >= Math.min(headBytes, size);
      if (toldKind) requireFile(head.subarray(0, headBytes), size);
    }
    digest.hash.update(piece);
    digest.at += piece.byteLength;
    yield piece;
  }
}

async function* untilBroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    // The sender is gone, and asks how far it got when it is back.
  }
}
