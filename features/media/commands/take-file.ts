import path from 'node:path';
import { eq } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { media, uploads } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cleanText } from '@/lib/clean-text';
import { fileTypes } from '@/lib/files';
import {
  fillStored,
  isStored,
  moveStored,
  readPart,
  removeStored,
  storagePath,
  storedSize,
} from '@/lib/storage';
import type { EmbeddedWords } from '../embedded-words';
import type { FileKind } from '../file-kind';
import { cleanMp4 } from '../mp4-file';
import { cleanPicture } from '../picture-file';
import { findMediaByHash, findTurned, type MediaRow } from '../queries';
import { headBytes, requireFile, requirePicture } from '../rules';
import { originalKey, partKey, renditionsKey } from '../stored';
import { noteLikes } from './likenesses';
import { putFile, requireReplaceable } from './replace-file';

export interface TakeFile {
  /** What came lies under this name in `uploads`; it is gone afterwards. */
  uploadId: string;
  /** 128 bits of the sha256 of all its bytes, in hex. */
  hash: string;
  filename: string;
  /** The picture under whose name it is to stand; else it is one of its own. */
  replacesId?: number | null;
}

/** A file of the library; `known` when these very bytes were there already. */
export type TakenFile = MediaRow & { known: boolean };

/**
 * Takes what was uploaded into the library: kept, cleaned, before its row is written, so that there is no row without a
 * file; a file whose row never came is swept. The same bytes twice are the same row, also after it was taken out or its file
 * was exchanged. Caption,
 * credit and licence are read from the file. Throws Invalid for what is no such file; then nothing of it is left.
 */
export async function takeFile(ctx: Ctx, taken: TakeFile): Promise<TakenFile> {
  authorise(ctx.actor, 'upload-media');
  const key = partKey(taken.uploadId);
  if (taken.replacesId) return replaceBy(ctx, { ...taken, replacesId: taken.replacesId });
  const known = (await findMediaByHash(ctx, taken.hash)) ?? (await findTurned(ctx, taken.hash));
  if (known && !known.deletedAt && (await isStored(originalKey(taken.hash)))) {
    await transact(ctx, (tx) => settle(tx, taken.uploadId, known.id));
    await removeStored(key);
    return { ...known, known: true };
  }
  const size = (await storedSize(key)) ?? 0;
  const found = requireFile(await headOf(taken.uploadId), size);
  const file = await keep(taken, found, size);
  const row = await addToLibrary(ctx, taken, found, file);
  await removeStored(key);
  return row;
}

async function replaceBy(ctx: Ctx, taken: TakeFile & { replacesId: number }): Promise<TakenFile> {
  const { uploadId, hash, filename, replacesId } = taken;
  const before = await requireReplaceable(ctx, replacesId);
  const size = (await storedSize(partKey(uploadId))) ?? 0;
  const found = requirePicture(await headOf(uploadId), size);
  const { words: _, look, ...file } = await keep(taken, found, size);
  const row = await transact(ctx, async (tx) => {
    const after = await putFile(tx, replacesId, { ...file, look, hash, filename: plainName(filename) });
    await settle(tx, uploadId, replacesId);
    return after;
  });
  if (row.hash !== before.hash) await removeStored(renditionsKey(before.hash));
  await removeStored(partKey(uploadId));
  return { ...row, known: false };
}

async function headOf(uploadId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of readPart(partKey(uploadId), 0, headBytes)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface KeptFile {
  mimeType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  words: EmbeddedWords | null;
  /** Of a picture. */
  look: string | null;
}

/** A picture is drawn anew; of a film, what tells where it was taken is taken out; others are kept as they came. */
async function keep({ uploadId, hash }: TakeFile, found: FileKind, size: number): Promise<KeptFile> {
  const [from, to] = [partKey(uploadId), originalKey(hash)];
  if (found.kind === 'picture')
    return fillStored(to, async (aside) => ({
      ...(await cleanPicture(storagePath(from), found.coding, aside)),
      seconds: null,
    }));
  const isMp4 = found.extension === 'mp4' || found.extension === 'm4a';
  const facts = isMp4 ? await cleanMp4(storagePath(from)) : { width: null, height: null, seconds: null };
  await moveStored(from, to);
  return { ...facts, mimeType: fileTypes[found.extension].mimeType, bytes: size, words: null, look: null };
}

async function addToLibrary(
  ctx: Ctx,
  { uploadId, hash, filename }: TakeFile,
  { kind }: FileKind,
  { words, ...file }: KeptFile,
): Promise<TakenFile> {
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(media)
      .values({
        hash,
        kind,
        ...file,
        filename: plainName(filename),
        ...words,
        uploadedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
        createdAt: tx.now,
      })
      .onConflictDoUpdate({ target: media.hash, set: { deletedAt: null, purgedAt: null } })
      .returning();
    if (!row) throw new Error('the library gave no row back');
    const isNew = row.createdAt.getTime() === tx.now.getTime();
    const { mimeType, width, height } = file;
    tx.record('upload-media', 'media', row.id, {
      after: { filename: row.filename, mimeType, width, height },
    });
    if (kind === 'picture') tx.enqueue('media.renditions', { mediaId: row.id });
    await settle(tx, uploadId, row.id);
    await noteLikes(tx, row.id);
    return { ...row, known: !isNew };
  });
}

/** From now on who asks how far the upload got is told that it is there: its answer may have been lost. */
const settle = (tx: Work, uploadId: string, mediaId: number) =>
  tx.db.update(uploads).set({ mediaId, touchedAt: tx.now }).where(eq(uploads.id, uploadId));

const plainName = (filename: string): string =>
  cleanText(path.posix.basename(filename.replaceAll('\\', '/')))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200) || 'file';
