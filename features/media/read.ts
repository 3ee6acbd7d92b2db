import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { readSettings } from '@/features/settings/queries';
import { readLook } from '@/features/settings/read';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { Unavailable } from '@/lib/errors';
import { extensionOf } from '@/lib/files';
import type { LogoFile } from '@/lib/logo-files';
import { pictureAddress, pictureWidths, widthsFor } from '@/lib/pictures';
import { keepPrivate } from '@/lib/press-notes';
import { readPart, storedSize } from '@/lib/storage';
import { findLogoFile, findRendition } from './commands';
import { listMediaInput } from './input';
import { icoOf } from './logo-file';
import { countEnding, findMediaByHash, findTurned, listDeletedFiles, listMedia } from './queries';
import {
  type ByteRange,
  isPictureHash,
  parseFileName,
  parseLogoFile,
  parseRendition,
  type Rendition,
} from './rules';
import { originalKey } from './stored';

/**
 * A public picture by the two parts of its address, or null. It is not the press's to keep: the file itself is the cache,
 * and immutable; only the words in it may change, and with them its length, which is why that stands in the tag.
 */
export async function readRendition(hash: string, file: string) {
  keepPrivate();
  const rendition = parseRendition(file);
  const logo = parseLogoFile(file);
  if (!rendition && !logo) return null;
  const ctx = readContext(database(), { kind: 'reader' });
  const bytes = rendition
    ? await findRendition(ctx, hash, rendition)
    : logo && (await findLogoFile(ctx, hash, logo));
  if (!bytes) {
    // Its file was exchanged: pages, feeds and mails that were sent before are shown what stands there now.
    const turned = isPictureHash(hash) ? await findTurned(ctx, hash) : null;
    if (!turned || turned.hash === hash) return null;
    return { movedTo: rendition ? sameSize(turned, rendition) : `/media/${turned.hash}/${file}` };
  }
  return {
    bytes,
    type: `image/${rendition?.format ?? 'png'}`,
    etag: `"${hash}-${file}-${bytes.byteLength}"`,
  };
}

function sameSize(
  { hash, width }: { hash: string; width: number | null },
  { width: asked, format }: Rendition,
): string {
  const offered = widthsFor(width ?? 0).findLast((each) => each <= asked);
  return pictureAddress(hash, offered ?? pictureWidths[0], format);
}

/**
 * The paper's own icon as a file for those who ask by the usual name, `touch` as PNG, `icon` as ICO; null where it has none
 * and ours stands. The press keeps it until the paper looks otherwise.
 */
export async function readPaperIcon(file: Exclude<LogoFile, 'logo'>): Promise<Buffer<ArrayBuffer> | null> {
  const {
    logos: { icon, logo },
  } = await readLook();
  const own = icon ?? logo;
  const ctx = readContext(database(), { kind: 'reader' });
  const png = own && (await findLogoFile(ctx, own.hash, file));
  return png && file === 'icon' ? icoOf(png) : png;
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

/** What was taken out of the library, with whether this person may put it back. */
export async function readDeletedFiles() {
  const ctx = await deskContext();
  const [files, { timeZone, trashDays }] = await Promise.all([listDeletedFiles(ctx), readSettings(ctx)]);
  return {
    timeZone,
    days: trashDays,
    mayPurge: may(ctx.actor, 'purge-trash'),
    files: files.map((file) => ({
      ...file,
      mayRestore: may(ctx.actor, 'delete-media', { ownerIds: [file.uploadedBy] }),
    })),
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
