import { type FileHandle, open } from 'node:fs/promises';
import { Invalid } from '@/lib/errors';

/** What a film says of itself. */
export interface Mp4Facts {
  width: number | null;
  height: number | null;
  seconds: number | null;
}

interface Box {
  type: string;
  /** Where its content begins and where it ends. */
  from: number;
  to: number;
  /** Where its four letters stand. */
  typeAt: number;
}

/** Where telephones write where a film was taken, with what, and by whom; XMP lies in `uuid`. */
const telling = new Set(['udta', 'meta', 'uuid']);
/** A film has some dozens; a file that has more is made to keep us busy. */
const boxesAtMost = 10_000;

/**
 * Reads length and size of an MP4 and takes out, in place, what tells where and by whom it was taken: those boxes become
 * free space of the same length. The picture and sound are not touched. Throws Invalid for what cannot be played. Source:
 * ISO 14496-12 (boxes; `mvhd`, `tkhd`).
 */
export async function cleanMp4(path: string): Promise<Mp4Facts> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const count = { boxes: 0 };
    const facts: Mp4Facts = { width: null, height: null, seconds: null };
    let hasIndex = false;
    for await (const box of boxesIn(file, 0, size, count)) {
      if (box.type === 'moov') {
        hasIndex = true;
        await readIndex(file, box, facts, count);
      } else if (telling.has(box.type)) await free(file, box);
    }
    if (!hasIndex)
      throw Invalid('This film has no index, so nothing can play it. Export it again as MP4 and send that.');
    await file.sync();
    return facts;
  } finally {
    await file.close();
  }
}

async function readIndex(file: FileHandle, moov: Box, facts: Mp4Facts, count: { boxes: number }) {
  for await (const box of boxesIn(file, moov.from, moov.to, count)) {
    if (telling.has(box.type)) await free(file, box);
    else if (box.type === 'mvhd') facts.seconds = await lengthOf(file, box);
    else if (box.type === 'trak') {
      for await (const part of boxesIn(file, box.from, box.to, count)) {
        if (telling.has(part.type)) await free(file, part);
        else if (part.type === 'tkhd') await takeSize(file, part, facts);
      }
    }
  }
}

async function* boxesIn(
  file: FileHandle,
  from: number,
  to: number,
  count: { boxes: number },
): AsyncGenerator<Box> {
  for (let at = from; at + 8 <= to; ) {
    if (++count.boxes > boxesAtMost) throw damaged();
    const head = await bytesAt(file, at, 16);
    let size = head.getUint32(0);
    let header = 8;
    // 1: the size follows in 64 bits. 0: to the end.
    if (size === 1 && head.byteLength >= 16) {
      size = Number(head.getBigUint64(8));
      header = 16;
    } else if (size === 0) size = to - at;
    if (size < header || at + size > to) throw damaged();
    const type = String.fromCharCode(...new Uint8Array(head.buffer, head.byteOffset + 4, 4));
    yield { type, from: at + header, to: at + size, typeAt: at + 4 };
    at += size;
  }
}

async function lengthOf(file: FileHandle, { from, to }: Box): Promise<number | null> {
  const head = await bytesAt(file, from, Math.min(32, to - from));
  const long = head.byteLength > 0 && head.getUint8(0) === 1;
  if (head.byteLength < (long ? 32 : 20)) return null;
  const scale = head.getUint32(long ? 20 : 12);
  const length = long ? Number(head.getBigUint64(24)) : head.getUint32(16);
  return scale > 0 ? length / scale : null;
}

/** The last two numbers of a track's head, in 1/65,536 of a pixel; sound has none. Turned on its side, they change places. */
async function takeSize(file: FileHandle, { from, to }: Box, facts: Mp4Facts): Promise<void> {
  const head = await bytesAt(file, Math.max(from, to - 44), Math.min(44, to - from));
  if (head.byteLength < 44) return;
  const [width, height] = [Math.round(head.getUint32(36) / 65_536), Math.round(head.getUint32(40) / 65_536)];
  if (width === 0 || height === 0 || facts.width !== null) return;
  const onItsSide = head.getInt32(0) === 0 && head.getInt32(4) !== 0;
  [facts.width, facts.height] = onItsSide ? [height, width] : [width, height];
}

const zeros = Buffer.alloc(64 * 1024);

async function free(file: FileHandle, { from, to, typeAt }: Box): Promise<void> {
  for (let at = from; at < to; at += zeros.length)
    await file.write(zeros, 0, Math.min(zeros.length, to - at), at);
  await file.write(Buffer.from('free'), 0, 4, typeAt);
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<DataView> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return new DataView(buffer.buffer, buffer.byteOffset, bytesRead);
}

const damaged = () => Invalid('This film is damaged. Export it again as MP4 and send that.');
