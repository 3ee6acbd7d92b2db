import { createHash } from 'node:crypto';
import path from 'node:path';
import { and, eq, gt, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { media } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cleanText } from '@/lib/clean-text';
import { TooMany } from '@/lib/errors';
import { isStored, writeStored } from '@/lib/storage';
import { type CleanPicture, cleanPicture } from '../picture-file';
import { findMediaByHash, type MediaRow } from '../queries';
import { uploadLimits } from '../rules';
import { originalKey } from './stored';

export interface UploadPicture {
  bytes: Uint8Array;
  /** As the person's machine calls it; kept for finding it again, never as a path. */
  filename: string;
}

/** A picture of the library; `known` when these very bytes were there already. */
export type UploadedPicture = MediaRow & { known: boolean };

/**
 * Takes a picture into the library: cleaned (see `cleanPicture`), kept before its row is written, so that there is no row
 * without a file; a file whose row never came is swept. The same bytes twice are the same row, also after it was taken
 * out. Caption, credit and licence are read from the file. Throws Invalid for what is no such picture, TooMany past the
 * hourly limit.
 */
export async function uploadPicture(ctx: Ctx, { bytes, filename }: UploadPicture): Promise<UploadedPicture> {
  authorise(ctx.actor, 'upload-media');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const known = await findMediaByHash(ctx, hash);
  if (known && !known.deletedAt && (await isStored(originalKey(hash)))) return { ...known, known: true };
  await requireUploadsLeft(ctx);
  const picture = await cleanPicture(bytes);
  await writeStored(originalKey(hash), picture.bytes);
  return addToLibrary(ctx, hash, plainName(filename), picture);
}

async function addToLibrary(
  ctx: Ctx,
  hash: string,
  filename: string,
  { bytes, words, mimeType, width, height }: CleanPicture,
): Promise<UploadedPicture> {
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(media)
      .values({
        hash,
        kind: 'picture',
        mimeType,
        bytes: bytes.byteLength,
        width,
        height,
        filename,
        ...words,
        uploadedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
        createdAt: tx.now,
      })
      .onConflictDoUpdate({ target: media.hash, set: { deletedAt: null } })
      .returning();
    if (!row) throw new Error('the library gave no row back');
    const isNew = row.createdAt.getTime() === tx.now.getTime();
    tx.record('upload-media', 'media', row.id, {
      after: { filename: row.filename, mimeType, width, height },
    });
    tx.enqueue('media.renditions', { mediaId: row.id });
    return { ...row, known: !isNew };
  });
}

/** Plan: media_newest, the last hour of it. */
async function requireUploadsLeft(ctx: Ctx): Promise<void> {
  if (ctx.actor.kind !== 'staff') return;
  const mine = await ctx.db.$count(
    media,
    and(eq(media.uploadedBy, ctx.actor.id), gt(media.createdAt, sql`clock() - interval '1 hour'`)),
  );
  if (mine < uploadLimits.perHour) return;
  throw TooMany(`${uploadLimits.perHour} pictures an hour fit. Go on in a while; what you sent is kept.`, {
    retryAfterSeconds: 600,
  });
}

const plainName = (filename: string): string =>
  cleanText(path.posix.basename(filename.replaceAll('\\', '/')))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200) || 'picture';
