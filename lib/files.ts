/** Files of the library that are no pictures: how each is called on the way out, and what it is. */
export const fileTypes = {
  pdf: { kind: 'document', mimeType: 'application/pdf', name: 'PDF' },
  mp3: { kind: 'audio', mimeType: 'audio/mpeg', name: 'MP3' },
  m4a: { kind: 'audio', mimeType: 'audio/mp4', name: 'M4A' },
  mp4: { kind: 'video', mimeType: 'video/mp4', name: 'MP4' },
} as const satisfies Record<string, { kind: FileKindName; mimeType: string; name: string }>;
type FileKindName = 'document' | 'audio' | 'video';
export type FileExtension = keyof typeof fileTypes;

export const isFileExtension = (value: unknown): value is FileExtension =>
  typeof value === 'string' && Object.hasOwn(fileTypes, value);

/** The extension of a library row's type; null for a picture. */
export const extensionOf = (mimeType: string): FileExtension | null =>
  (Object.keys(fileTypes) as FileExtension[]).find((name) => fileTypes[name].mimeType === mimeType) ?? null;

/** `/media/<hash>/file.<extension>`: immutable, and served in ranges. */
export const fileAddress = (hash: string, extension: FileExtension): string =>
  `/media/${hash}/file.${extension}`;

/** "2.3 MB", "640 KB": whole below ten thousand, for nobody needs it nearer. */
export const sizeInWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;

/** "1:02:05", "3:40". */
export function lengthInWords(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
