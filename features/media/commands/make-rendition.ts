import type { Ctx } from '@/db/context';
import { Unavailable } from '@/lib/errors';
import { pictureFormats, widthsFor } from '@/lib/pictures';
import { makeOnce, readStored, writeStored } from '@/lib/storage';
import { renderPicture } from '../picture-file';
import { findMedia, findMediaByHash, type MediaRow } from '../queries';
import { isOffered, isPictureHash, type Rendition } from '../rules';
import { originalKey, renditionKey } from '../stored';

type Bytes = Buffer<ArrayBuffer>;

/**
 * The bytes of one listed size and format, made when first asked for and kept: once, however many ask at a time and in
 * however many processes. Null for a picture that is not in the library or not offered in that size. One that was made
 * before needs no database.
 */
export async function findRendition(ctx: Ctx, hash: string, rendition: Rendition): Promise<Bytes | null> {
  if (!isPictureHash(hash)) return null;
  const key = renditionKey(hash, rendition);
  const kept = await readStored(key);
  if (kept) return kept;
  const row = await findMediaByHash(ctx, hash);
  if (!row || row.deletedAt || row.kind !== 'picture' || !isOffered(row.width ?? 0, rendition)) return null;
  return makeOnce(
    key,
    () => readStored(key),
    () => make(row, rendition),
  );
}

async function make(row: MediaRow, rendition: Rendition): Promise<Bytes> {
  const { hash } = row;
  const original = await readStored(originalKey(hash));
  if (!original) throw Unavailable('This picture’s file is missing.');
  const bytes = await renderPicture(original, rendition, row);
  await writeStored(renditionKey(hash, rendition), bytes);
  return bytes;
}

/** Makes every offered size of a new picture before anybody asks. May run twice. */
export async function makeRenditions(ctx: Ctx, { mediaId }: { mediaId: number }): Promise<void> {
  const row = await findMedia(ctx, mediaId);
  if (!row || row.deletedAt || row.kind !== 'picture') return;
  for (const width of widthsFor(row.width ?? 0)) {
    for (const format of pictureFormats) await findRendition(ctx, row.hash, { width, format });
  }
}
