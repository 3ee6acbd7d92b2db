import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  unlink,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { env } from './env';
import { Unavailable } from './errors';

/** A stored file's name: `originals/<hash>`, `renditions/<hash>/640.avif`. Parts of small letters, digits, `-`, `_`, `.`. */
export type StorageKey = string;

export interface StoredFile {
  key: StorageKey;
  modifiedAt: Date;
}

/** A lock older than this belongs to a process that is gone. Far above the time any one file takes to make. */
const lockLifetimeMs = 120_000;
const lockLookMs = 40;

const keyPattern = /^[a-z]+(?:\/[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)?)+$/;

/** The folder that holds the library. `MEDIA_URL` is for a bucket, which this version cannot speak to yet. */
export function storageRoot(): string {
  const { MEDIA_URL, dataDir } = env();
  if (MEDIA_URL && !MEDIA_URL.startsWith('file:'))
    throw new Error('MEDIA_URL names a bucket, but this version keeps pictures in DATA_DIR/media only.');
  return MEDIA_URL ? new URL(MEDIA_URL).pathname : path.join(dataDir, 'media');
}

/** The file on disk behind a key. Throws for a key that is none, so that no name leads out of the folder. */
export function storagePath(key: StorageKey): string {
  if (!keyPattern.test(key)) throw new Error('Not a storage key');
  return path.join(storageRoot(), ...key.split('/'));
}

/** The file's bytes, or null when there is none. */
export async function readStored(key: StorageKey): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return Buffer.from(await readFile(storagePath(key)));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

export async function isStored(key: StorageKey): Promise<boolean> {
  return (await stat(storagePath(key)).catch(() => null)) !== null;
}

/**
 * Keeps bytes under a key: whole or not at all, also across a crash (written aside, flushed, renamed). Throws Unavailable
 * when the disk is full.
 */
export const writeStored = (key: StorageKey, bytes: Uint8Array): Promise<void> =>
  fillStored(key, (aside) => writeFile(aside, bytes));

/** The same for what writes a file itself: `write` is told where, and what it gives is given. */
export async function fillStored<T>(key: StorageKey, write: (aside: string) => Promise<T>): Promise<T> {
  const file = storagePath(key);
  const aside = path.join(storageRoot(), 'tmp', randomUUID());
  try {
    await mkdir(path.dirname(aside), { recursive: true });
    await mkdir(path.dirname(file), { recursive: true });
    const written = await write(aside);
    await flush(aside);
    await rename(aside, file);
    return written;
  } catch (cause) {
    await rm(aside, { force: true });
    throw orFull(cause);
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A full disk as a sentence; anything else as it is. */
function orFull(cause: unknown): unknown {
  if (!fullCodes.has(errorCode(cause) ?? '')) return cause;
  return Unavailable(
    'The disk that keeps the library is full. Nothing was stored; make room and send it again.',
    { cause },
  );
}

/**
 * Writes what comes at a place in a file that grows, piece by piece as it comes, and gives where it ends. What was written
 * stays, however the rest fares: its length is how far it got.
 */
export async function writePart(
  key: StorageKey,
  from: number,
  pieces: AsyncIterable<Uint8Array>,
): Promise<number> {
  const file = storagePath(key);
  let at = from;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, constants.O_RDWR | constants.O_CREAT);
    try {
      for await (const piece of pieces) {
        await handle.write(piece, 0, piece.byteLength, at);
        at += piece.byteLength;
      }
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw orFull(cause);
  }
  return at;
}

/** The bytes of a file from one place to before another, in pieces; to its end where no other is given. */
export const readPart = (key: StorageKey, from: number, before = Number.POSITIVE_INFINITY): Readable =>
  before <= from
    ? Readable.from([])
    : createReadStream(storagePath(key), { start: from, end: before - 1, highWaterMark: 256 * 1024 });

/** How many bytes a file has; null when there is none. */
export const storedSize = async (key: StorageKey): Promise<number | null> =>
  (await stat(storagePath(key)).catch(() => null))?.size ?? null;

/** Gives a file another name, at once and whole. */
export async function moveStored(from: StorageKey, to: StorageKey): Promise<void> {
  await flush(storagePath(from));
  await mkdir(path.dirname(storagePath(to)), { recursive: true });
  await rename(storagePath(from), storagePath(to));
}

/** Bytes that this disk has left. */
export async function roomLeft(): Promise<number> {
  await mkdir(storageRoot(), { recursive: true });
  const { bavail, bsize } = await statfs(storageRoot());
  return bavail * bsize;
}

/** Takes away a file, or everything under a folder such as `renditions/<hash>`. Nothing there is fine. */
export async function removeStored(key: StorageKey): Promise<void> {
  await rm(storagePath(key), { recursive: true, force: true });
}

/** The files right under `originals`, the folders right under `renditions`, what is left in `tmp`. */
export async function* listStored(folder: string): AsyncGenerator<StoredFile> {
  const root = path.join(storageRoot(), folder);
  const names = await readdir(root).catch((error) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const found = await stat(path.join(root, name)).catch(() => null);
    if (found) yield { key: `${folder}/${name}`, modifiedAt: found.mtime };
  }
}

/**
 * Runs `make` while nobody else who shares this folder, in this process or another, does so for the same key; everybody
 * else waits until `made` says that it is there. Gives whatever `made` or `make` gave.
 */
export async function makeOnce<T>(
  key: StorageKey,
  made: () => Promise<T | null>,
  make: () => Promise<T>,
): Promise<T> {
  const lock = path.join(storageRoot(), 'locks', key.replaceAll('/', '_'));
  await mkdir(path.dirname(lock), { recursive: true });
  for (;;) {
    if (await takeLock(lock)) {
      try {
        return (await made()) ?? (await make());
      } finally {
        await rm(lock, { force: true });
      }
    }
    await wait(lockLookMs);
    const there = await made();
    if (there !== null) return there;
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await (await open(lock, 'wx')).close();
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const held = await stat(lock).catch(() => null);
    // Two who take over the same dead lock may both make the file: the same bytes, renamed into place twice.
    if (held && Date.now() - held.mtimeMs > lockLifetimeMs) await unlink(lock).catch(() => undefined);
    return false;
  }
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;
