/** A picture of the library as the browser hears of it. */
export interface UploadedFile {
  id: number;
  hash: string;
  width: number;
  height: number;
  filename: string;
  alt: string;
  caption: string;
  credit: string;
  /** These very bytes were in the library already. */
  known: boolean;
}

export type UploadAnswer<T = UploadedFile> = { ok: true; file: T } | { ok: false; sentence: string };

/** What a file chooser offers; what a file really is, the server tells by its bytes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic';

export const isPictureFile = (file: File): boolean => file.type.startsWith('image/');

const lost = 'The connection broke before the picture was there. Send it again.';

/**
 * Sends one picture to the library (`POST /api/media`) and tells how far it is, from 0 to 1. Never throws: a refusal is a
 * sentence. By XMLHttpRequest, for fetch cannot tell the progress of an upload.
 */
export function uploadPicture<T extends { id: number } = UploadedFile>(
  file: File,
  onProgress: (share: number) => void = () => {},
): Promise<UploadAnswer<T>> {
  return new Promise((resolve) => {
    const form = new FormData();
    form.set('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', '/api/media');
    request.responseType = 'json';
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress(loaded / total);
    };
    request.onload = () => resolve(read<T>(request.status, request.response));
    request.onerror = () => resolve({ ok: false, sentence: lost });
    request.ontimeout = () => resolve({ ok: false, sentence: lost });
    request.send(form);
  });
}

function read<T>(status: number, body: unknown): UploadAnswer<T> {
  if (status === 200 && typeof body === 'object' && body !== null && 'id' in body)
    return { ok: true, file: body as T };
  if (typeof body === 'object' && body !== null && 'error' in body)
    return { ok: false, sentence: String(body.error) };
  return { ok: false, sentence: status === 413 ? 'This picture is too large.' : lost };
}
