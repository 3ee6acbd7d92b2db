import { Invalid } from '@/lib/errors';
import { type PictureFormat, pictureFormats, pictureWidths, widthsFor } from '@/lib/pictures';

/** What one upload may be: far above what a camera makes, below what would stop the machine. */
export const uploadLimits = {
  bytes: 30 * 1024 * 1024,
  pixels: 80_000_000,
  /** Longest side, in pixels: JPEG and WebP end at 65,535 and 16,383. */
  side: 16_383,
  frames: 1000,
  perHour: 500,
} as const;

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

const brands: Record<string, PictureKind> = {
  avif: 'avif',
  avis: 'avif',
  heic: 'heic',
  heix: 'heic',
  hevc: 'heic',
  hevx: 'heic',
  mif1: 'heic',
  msf1: 'heic',
};

/**
 * What a file is by its own first bytes, whatever its name says; null for everything that is no picture we take (SVG and
 * HTML among them). Sources: ITU T.81, PNG 3rd edition, RFC 9649 (WebP), GIF89a, ISO 23008-12 (HEIF brands).
 */
export function kindOfPicture(bytes: Uint8Array): PictureKind | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (text(4, 8) !== 'ftyp') return null;
  const major = text(8, 12);
  if (major === 'mif1' || major === 'msf1')
    return text(16, 64)
      .match(/.{4}/gs)
      ?.some((brand) => brand === 'avif' || brand === 'avis')
      ? 'avif'
      : 'heic';
  return brands[major] ?? null;
}

/** Throws Invalid, with a sentence, for a picture that is larger than we take. */
export function requireSize({
  width,
  height,
  frames,
}: {
  width: number;
  height: number;
  frames: number;
}): void {
  const megapixels = Math.round((width * height) / 1_000_000);
  if (width * height > uploadLimits.pixels)
    throw Invalid(
      `This picture has ${megapixels} megapixels; at most ${uploadLimits.pixels / 1_000_000} fit. Make it smaller and send it again.`,
    );
  if (Math.max(width, height) > uploadLimits.side)
    throw Invalid(
      `This picture is ${Math.max(width, height)} pixels long on one side; at most ${uploadLimits.side} fit.`,
    );
  if (frames > uploadLimits.frames)
    throw Invalid(
      `This animation has ${frames} frames; at most ${uploadLimits.frames} fit. Send a still picture instead.`,
    );
}

export interface Rendition {
  width: number;
  format: PictureFormat;
}

const renditionName = new RegExp(`^(${pictureWidths.join('|')})\\.(${pictureFormats.join('|')})$`);

/** `640.avif` as a listed width and format, or null: nobody can ask for any other size. */
export function parseRendition(file: string): Rendition | null {
  const match = renditionName.exec(file);
  return match ? { width: Number(match[1]), format: match[2] as PictureFormat } : null;
}

/** Whether a picture of this width is offered in that rendition: never larger than itself. */
export const isOffered = (originalWidth: number, { width }: Rendition): boolean =>
  widthsFor(originalWidth).includes(width);

/** The name of a picture's file: 128 bits of the sha256 of what was uploaded, in hex. */
export const isPictureHash = (hash: string): boolean => /^[0-9a-f]{32}$/.test(hash);
