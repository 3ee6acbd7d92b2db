import type { Ctx } from '@/db/context';
import { Unavailable } from '@/lib/errors';
import type { LogoFile } from '@/lib/logo-files';
import { pictureFormats, widthsFor } from '@/lib/pictures';
import { makeOnce, readStored, type StorageKey, writeStored } from '@/lib/storage';
import { renderLogo } from '../logo-file';
import { renderPicture } from '../picture-file';
import { findMedia, findMediaByHash, type MediaRow } from '../queries';
import { isOffered, isPictureHash, type Rendition } from '../rules';
import { logoKey, originalKey, renditionKey } from '../stored';

type Bytes = Buffer<ArrayBuffer>;

/**
 * The bytes of one listed size and format, made when first asked for and kept: once, however many ask at a time and in
 * however many processes. Null for a picture that is not in the library or not offered in that size. One that was made
 * before needs no database.
 */
export const findRendition = (ctx: Ctx, hash: string, rendition: Rendition): Promise<Bytes | null> =>
  keptOrMade(ctx, hash, {
    key: () => renditionKey(hash, rendition),
    offered: ({ width }) => isOffered(width ?? 0, rendition),
    render: (original, row) => renderPicture(original, rendition, row),
  });

/** The same of a file that a picture has as the paper's logo. */
export const findLogoFile = (ctx: Ctx, hash: string, file: LogoFile): Promise<Bytes | null> =>
  keptOrMade(ctx, hash, {
    key: () => logoKey(hash, file),
    offered: () => true,
    render: (original) => renderLogo(original, file),
  });

interface Making {
  key(): StorageKey;
  offered(row: MediaRow): boolean;
  render(original: Uint8Array, row: MediaRow): Promise<Bytes>;
}

async function keptOrMade(ctx: Ctx, hash: string, making: Making): Promise<Bytes | null> {
  if (!isPictureHash(hash)) return null;
  const key = making.key();
  const kept = await readStored(key);
  if (kept) return kept;
  const row = await findMediaByHash(ctx, hash);
  if (!row || row.deletedAt || row.kind !== 'picture' || !making.offered(row)) return null;
  return makeOnce(
    key,
    () => readStored(key),
    async () => {
      const original = await readStored(originalKey(hash));
      if (!original) throw Unavailable('This picture’s file is missing.');
      const bytes = await making.render(original, row);
      await writeStored(key, bytes);
      return bytes;
    },
  );
}

/** Makes every offered size of a new picture before anybody asks. May run twice. */
export async function makeRenditions(ctx: Ctx, { mediaId }: { mediaId: number }): Promise<void> {
  const row = await findMedia(ctx, mediaId);
  if (!row || row.deletedAt || row.kind !== 'picture') return;
  for (const width of widthsFor(row.width ?? 0)) {
    for (const format of pictureFormats) await findRendition(ctx, row.hash, { width, format });
  }
}
