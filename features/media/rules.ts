import type { licenceKind } from '@/db/schema';
import { startOfNextDay, zonedDay } from '@/lib/dates';
import { Invalid } from '@/lib/errors';
import { type FileExtension, isFileExtension } from '@/lib/files';
import { type LogoFile, logoFiles } from '@/lib/logo-files';
import { type PictureFormat, pictureFormats, pictureWidths, widthsFor } from '@/lib/pictures';
import { zonedTime } from '@/lib/zoned-time';
import { type FileKind, kindOfFile, type MediaKind } from './file-kind';

const megabyte = 1024 * 1024;

/** What one upload may be: far above what a newsroom needs, below what would stop the machine. */
export const uploadLimits = {
  /** Of each kind of file. */
  bytes: {
    picture: 60 * megabyte,
    document: 100 * megabyte,
    audio: 500 * megabyte,
    video: 2048 * megabyte,
  } satisfies Record<MediaKind, number>,
  /** Of whatever kind, for an upload that has yet to begin. */
  mostBytes: 2048 * megabyte,
  pixels: 80_000_000,
  /** Longest side, in pixels: JPEG and WebP end at 65,535 and 16,383. */
  side: 16_383,
  frames: 1000,
  perHour: 500,
  /** Uploads that one person has under way. */
  atOnce: 100,
  /** What stays free on the disk, for everything else that lives there. */
  spareBytes: 200 * megabyte,
} as const;

/** So many of a file's first bytes tell its kind. */
export const headBytes = 1024;

/** Throws Invalid, with a sentence, for what is no file we take, told by its first bytes, or is too large for its kind. */
export function requireFile(head: Uint8Array, size: number): FileKind {
  if (size === 0) throw Invalid('The file is empty. Choose another.');
  const found = kindOfFile(head);
  if (found === null)
    throw Invalid(
      'This file is not a picture that can be shown, nor a PDF, MP3 or MP4. Pictures are JPEG, PNG, WebP, AVIF or GIF; drawings in SVG are not taken.',
    );
  requireBytes(size, uploadLimits.bytes[found.kind]);
  return found;
}

/** The same where only a picture will do. */
export function requirePicture(head: Uint8Array, size: number): FileKind {
  const found = requireFile(head, size);
  if (found.kind !== 'picture')
    throw Invalid('This file is not a picture. Send a JPEG, PNG, WebP, AVIF or GIF.');
  return found;
}

/** Throws Invalid for more bytes than fit. */
export function requireBytes(size: number, most: number): void {
  if (size > most)
    throw Invalid(
      `At most ${Math.round(most / megabyte)} MB fit, and this file has ${Math.ceil(size / megabyte)}. Make it smaller and send it again.`,
    );
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

/** `touch.png` as one of the files that a logo has, or null. */
export const parseLogoFile = (file: string): LogoFile | null =>
  logoFiles.find((name) => file === `${name}.png`) ?? null;

/** Whether a picture of this width is offered in that rendition: never larger than itself. */
export const isOffered = (originalWidth: number, { width }: Rendition): boolean =>
  widthsFor(originalWidth).includes(width);

/** The name of a picture's file: 128 bits of the sha256 of what was uploaded, in hex. */
export const isPictureHash = (hash: string): boolean => /^[0-9a-f]{32}$/.test(hash);

/** `file.pdf` as the extension it is served under, or null. */
export function parseFileName(file: string): FileExtension | null {
  const extension = /^file\.(\w+)$/.exec(file)?.[1];
  return isFileExtension(extension) ? extension : null;
}

/** A part of a file as a browser asks for it: from a byte to before another. */
export interface ByteRange {
  from: number;
  before: number;
}

/**
 * What a `Range` header asks of a file of so many bytes: one range, `null` for the whole file (no header, several ranges,
 * another unit, nonsense), or `'outside'`. Source: RFC 9110, section 14.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'outside' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'outside' : { from: size - length, before: size };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return null;
  if (from >= size) return 'outside';
  return { from, before: last === '' ? size : Math.min(Number(last) + 1, size) };
}

type LicenceKind = (typeof licenceKind.enumValues)[number];

export const mediaKinds = ['picture', 'document', 'audio', 'video'] as const satisfies readonly MediaKind[];
export const licenceKinds = [
  'unknown',
  'own',
  'agency',
  'single_use',
  'handout',
  'creative_commons',
  'public_domain',
] as const satisfies readonly LicenceKind[];

/** Ways to look at the library: those parts of it that somebody has to see to. */
export const librarySights = ['expiring', 'expired', 'unused', 'undescribed', 'alike'] as const;
export type LibrarySight = (typeof librarySights)[number];

/** So long before a licence ends the desk is told. */
export const expiringDays = 30;

/** The first instant after a day of the paper's calendar: until then a licence that ends on that day holds. */
export function endOfDay(day: string, timeZone: string): Date {
  const noon = zonedTime(`${day}T12:00:00`, timeZone);
  if (noon?.happens !== 'once') throw Invalid('There is no such day.');
  return startOfNextDay(noon.at, timeZone);
}

/** The last day on which a licence holds that ends before this instant. */
export const lastDay = (endsAt: Date, timeZone: string): string =>
  zonedDay(new Date(endsAt.getTime() - 1), timeZone);
