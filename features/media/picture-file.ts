import sharp from 'sharp';
import { Invalid } from '@/lib/errors';
import { processWide } from '@/lib/process-wide';
import { type EmbeddedWords, embeddedWords } from './embedded-words';
import type { PictureCoding } from './file-kind';
import { lookOf } from './look-of-picture';
import { type Rendition, requireSize, uploadLimits } from './rules';
import { xmpOf } from './written-words';

/** What a picture is that was made safe to keep: upright, sRGB, one frame, nothing in it but the picture. */
export interface CleanPicture {
  bytes: number;
  mimeType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
  words: EmbeddedWords;
  look: string;
}

const atOnce = 2;
const secondsAtMost = 60;

/**
 * Makes a file safe to keep and writes it to another. The size is read from the header, so that a picture of 144 megapixels
 * in a few KB costs nothing. What is kept is drawn anew: rotated as EXIF says, CMYK and wide colours as sRGB, without
 * position, serial numbers, owner or any other metadata; of an animation, the first frame (WCAG 2.2.2: nobody can pause
 * it). Throws Invalid with a sentence for what is no picture, too large or damaged.
 */
export async function cleanPicture(from: string, coding: PictureCoding, to: string): Promise<CleanPicture> {
  return atMost(async () => {
    // The header only: no limit here, so that the sentence can name the true size.
    const meta = await sharp(from, { limitInputPixels: false }).metadata().catch(damaged);
    requireSize({ width: meta.width, height: meta.height, frames: meta.pages ?? 1 });
    if (meta.format === 'heif' && meta.compression === 'hevc')
      throw Invalid(
        'This HEIC picture uses a coding that cannot be opened here. Save it as JPEG and send it again.',
      );
    const upright = open(from).autoOrient().toColourspace('srgb');
    const asPng = meta.hasAlpha || coding === 'png' || coding === 'gif';
    const file = asPng ? upright.png() : upright.jpeg({ quality: 93, chromaSubsampling: '4:4:4' });
    const { size, width, height } = await file.timeout({ seconds: secondsAtMost }).toFile(to).catch(damaged);
    return {
      bytes: size,
      mimeType: asPng ? 'image/png' : 'image/jpeg',
      width,
      height,
      words: embeddedWords(meta),
      look: await lookOf(to),
    };
  });
}

/**
 * One size and format of a kept picture, with its words in it: whose it is must not be lost where it is copied to. JPEG
 * has no transparency and stands on white.
 */
export async function renderPicture(
  kept: Uint8Array,
  { width, format }: Rendition,
  words: EmbeddedWords,
): Promise<Buffer<ArrayBuffer>> {
  return atMost(async () => {
    const sized = open(kept).resize({ width, withoutEnlargement: true });
    const file = {
      avif: () => sized.avif({ quality: 52, effort: 3 }),
      webp: () => sized.webp({ quality: 76, effort: 4 }),
      jpeg: () => sized.flatten({ background: '#ffffff' }).jpeg({ quality: 78, mozjpeg: true }),
    }[format]();
    const xmp = xmpOf(words, width);
    if (xmp) file.withXmp(xmp);
    return Buffer.from(await file.timeout({ seconds: secondsAtMost }).toBuffer());
  });
}

export const open = (picture: Uint8Array | string) =>
  sharp(picture, { limitInputPixels: uploadLimits.pixels, failOn: 'error', pages: 1 });

function damaged(cause: unknown): never {
  throw Invalid('The picture is damaged and cannot be opened. Save it again as JPEG or PNG and send that.', {
    cause,
  });
}

/** Image work takes a core and much memory: so many at a time in this process, the rest wait their turn. */
export async function atMost<T>(work: () => Promise<T>): Promise<T> {
  const bench = processWide('picture-bench', () => ({ busy: 0, waiting: [] as (() => void)[] }));
  if (bench.busy >= atOnce) await new Promise<void>((resume) => bench.waiting.push(resume));
  else bench.busy++;
  try {
    return await work();
  } finally {
    const next = bench.waiting.shift();
    if (next) next();
    else bench.busy--;
  }
}
