import type { LogoFile } from '@/lib/logo-files';
import type { StorageKey } from '@/lib/storage';
import type { Rendition } from './rules';

/** The cleaned upload, as large as it came. It is never served. */
export const originalKey = (hash: string): StorageKey => `originals/${hash}`;

/** Everything that was ever made of it: what readers get, under the same name as its public address. */
export const renditionsKey = (hash: string): StorageKey => `renditions/${hash}`;

export const renditionKey = (hash: string, { width, format }: Rendition): StorageKey =>
  `${renditionsKey(hash)}/${width}.${format}`;

export const logoKey = (hash: string, file: LogoFile): StorageKey => `${renditionsKey(hash)}/${file}.png`;

/** What has come so far of an upload. */
export const partKey = (uploadId: string): StorageKey => `uploads/${uploadId}`;
