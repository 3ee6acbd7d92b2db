import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { Unavailable } from '@/lib/errors';
import { extensionOf } from '@/lib/files';
import { pictureAddress, pictureWidths, widthsFor } from '@/lib/pictures';
import { keepPrivate } from '@/lib/press-notes';
import { readPart, storedSize } from '@/lib/storage';
import { findRendition } from './commands';
import { listMediaInput } from './input';
import { countEnding, findMediaByHash, findTurned, listMedia } from './queries';
import { type ByteRange, isPictureHash, parseFileName, parseRendition } from './rules';
import { originalKey } from './stored';

/**
 * A public picture by the two parts of its address, or null. It is not the press's to keep: the file itself is the cache,
 * and immutable; only the words in it may change, and with them its length, which is why that stands in the tag.
 */
export async function readRendition(hash: string, file: string) {
  keepPrivate();
  const rendition = parseRendition(file);
  if (!rendition) return null;
  const ctx = readContext(database(), { kind: 'reader' });
  const bytes = await findRendition(ctx, hash, rendition);
  if (!bytes) {
    // Its file was exchanged: pages, feeds and mails that were sent before are shown what stands there now.
    const turned = isPictureHash(hash) ? await findTurned(ctx, hash) : null;
    const width = turned && widthsFor(turned.width ?? 0).findLast((offered) => offered <= rendition.width);
    if (!turned || turned.hash === hash) return null;
    return { movedTo: pictureAddress(turned.hash, width ?? pictureWidths[0], rendition.format) };
  }
  return { bytes, type: `image/${rendition.format}`, etag: `"${hash}-${file}-${bytes.byteLength}"` };
}

/**
 * A public file that is no picture, by the two parts of its address, or null. Its bytes are read as they are sent. Plan:
 * media_hash_key.
 */
export async function readFile(hash: string, file: string) {
  keepPrivate();
  const extension = parseFileName(file);
  if (!extension || !isPictureHash(hash)) return null;
  const row = await findMediaByHash(readContext(database(), { kind: 'reader' }), hash);
  if (!row || row.deletedAt || extensionOf(row.mimeType) !== extension) return null;
  const key = originalKey(hash);
  const size = await storedSize(key);
  if (size === null) throw Unavailable('This file is missing.');
  return {
    size,
    type: row.mimeType,
    etag: `"${hash}"`,
    filename: row.filename,
    /** What is opened rather than played is handed over as a file: no PDF of anybody's runs under our name. */
    download: row.kind === 'document',
    read: ({ from, before }: ByteRange) => readPart(key, from, before),
  };
}

/** A page of the library for the desk, as its address narrows it, and what this person may do there. */
export async function readLibrary(asked: Record<string, unknown>) {
  const ctx = await deskContext();
  const { before: _, ...narrowed } = listMediaInput.parse(asked);
  const [page, ending] = await Promise.all([listMedia(ctx, narrowed), countEnding(ctx)]);
  return {
    page,
    asked: narrowed,
    ending,
    userId: ctx.actor.id,
    may: {
      upload: may(ctx.actor, 'upload-media'),
      editAll: may(ctx.actor, 'edit-media'),
      editOwn: may(ctx.actor, 'edit-media', { ownerIds: [ctx.actor.id] }),
      delete: may(ctx.actor, 'delete-media'),
    },
  };
}
