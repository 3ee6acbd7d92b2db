import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { deskContext } from '@/features/users/session';
import { keepPrivate } from '@/lib/press-notes';
import { findRendition } from './commands';
import { type ListMedia, listMediaInput } from './input';
import { findMedia, listMedia, listMediaUses, type MediaPage } from './queries';
import { parseRendition } from './rules';

/**
 * A public picture by the two parts of its address, or null. It is not the press's to keep: the file itself is the cache,
 * and immutable.
 */
export async function readRendition(hash: string, file: string) {
  keepPrivate();
  const rendition = parseRendition(file);
  if (!rendition) return null;
  const bytes = await findRendition(readContext(database(), { kind: 'reader' }), hash, rendition);
  return bytes && { bytes, type: `image/${rendition.format}`, etag: `"${hash}-${file}"` };
}

/** A page of the library for the desk; what is asked for comes from the address and is read leniently. */
export async function readLibrary(
  asked: { [name in keyof ListMedia]?: unknown },
): Promise<MediaPage & { search: string }> {
  const input = listMediaInput.parse(asked);
  return { ...(await listMedia(await deskContext(), input)), search: input.search };
}

/** One file with where it is used, or null. */
export async function readMedia(id: number) {
  const ctx = await deskContext();
  const item = await findMedia(ctx, id);
  return item && !item.deletedAt ? { item, uses: await listMediaUses(ctx, id) } : null;
}
