import type { mediaKind } from '@/db/schema';

export type MediaKind = (typeof mediaKind.enumValues)[number];
export type PictureCoding = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

/** What a file is: its kind, and how it is written. */
export interface FileKind {
  kind: 'picture';
  coding: PictureCoding;
}

const brands: Record<string, PictureCoding> = {
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
 * What a file is by its own first bytes, whatever its name says; null for everything that we do not take (SVG and HTML
 * among them). Sources: ITU T.81, PNG 3rd edition, RFC 9649 (WebP), GIF89a, ISO 23008-12 (HEIF brands).
 */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const coding = codingOfPicture(bytes);
  return coding && { kind: 'picture', coding };
}

function codingOfPicture(bytes: Uint8Array): PictureCoding | null {
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
