import type { takePicture } from './take-picture';
import type { UploadAnswer, UploadedFile, UploadWatch } from './upload-file';

const unreachable = {
  ok: false,
  sentence: 'The newsroom cannot be reached just now.',
  again: true,
} as const;

/** `uploadFile`, fetched when the first file comes: nobody needs it for typing. */
export async function uploadLater(file: File, watch: UploadWatch): Promise<UploadAnswer<UploadedFile>> {
  const loaded = await import('./upload-file').catch(() => null);
  return loaded ? loaded.uploadFile(file, watch) : unreachable;
}

/** `takePicture`, likewise. */
export async function takeLater(
  ...args: Parameters<typeof takePicture>
): Promise<UploadAnswer<UploadedFile>> {
  const loaded = await import('./take-picture').catch(() => null);
  return loaded ? loaded.takePicture(...args) : unreachable;
}
