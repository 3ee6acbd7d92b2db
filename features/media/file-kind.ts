import type { mediaKind } from '@/db/schema';
import { type FileExtension, fileTypes } from '@/lib/files';

export type MediaKind = (typeof mediaKind.enumValues)[number];
export type PictureCoding = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic';

/** What a file is: its kind, and how it is written. */
export type FileKind =
  | { kind: 'picture'; coding: PictureCoding }
  | { kind: 'document' | 'audio' | 'video'; extension: FileExtension };

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

/** Major brands of MP4 that browsers play; QuickTime (`qt`) is not among them. */
const filmBrands = /^(?:iso[m2-9]|mp4[12]|avc1|M4V[ HP]|MSNV|dash|f4v )$/;

/**
 * What a file is by its own first bytes, whatever its name says; null for everything that we do not take (SVG and HTML
 * among them). Sources: ITU T.81, PNG 3rd edition, RFC 9649 (WebP), GIF89a, ISO 23008-12 (HEIF brands), ISO 32000 (PDF),
 * ISO 14496-12 (MP4), ISO 11172-3 and ID3v2.4 (MP3).
 */
export function kindOfFile(bytes: Uint8Array): FileKind | null {
  const coding = codingOfPicture(bytes);
  if (coding) return { kind: 'picture', coding };
  const extension = extensionOfFile(bytes);
  return extension && { kind: fileTypes[extension].kind, extension };
}

function extensionOfFile(bytes: Uint8Array): FileExtension | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (/^%PDF-\d/.test(text(0, 6))) return 'pdf';
  if (text(0, 3) === 'ID3' || isSoundFrame(bytes)) return 'mp3';
  if (text(4, 8) !== 'ftyp') return null;
  const brand = text(8, 12);
  if (brand === 'M4A ' || brand === 'M4B ') return 'm4a';
  return filmBrands.test(brand) ? 'mp4' : null;
}

/** The head of a frame of MPEG audio, layer III, with a known version, bit rate and sample rate. */
const isSoundFrame = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff &&
  (second & 0xe0) === 0xe0 &&
  (second & 0x18) !== 0x08 &&
  (second & 0x06) === 0x02 &&
  (third & 0xf0) !== 0xf0 &&
  (third & 0xf0) !== 0 &&
  (third & 0x0c) !== 0x0c;

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
