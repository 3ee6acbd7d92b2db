import type { UploadAnswer, UploadedFile, UploadWatch } from './upload-file';

const lost = 'The connection broke before the file was there. Try again in a moment.';

/**
 * Has the library fetch the file at an address, a picture unless `kinds` says any (`POST /api/media/from-address`). Never throws: a refusal is a sentence.
 * The server says nothing until it has all of it, so there is no share to tell.
 */
export async function takePicture<T extends { id: number } = UploadedFile>(
  address: string,
  { signal, kinds = 'pictures' }: Pick<UploadWatch, 'signal'> & { kinds?: 'pictures' | 'any' } = {},
): Promise<UploadAnswer<T>> {
  try {
    const response = await fetch('/api/media/from-address', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ address, picturesOnly: kinds === 'pictures' }),
      signal,
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok && typeof body === 'object' && body !== null && 'id' in body)
      return { ok: true, file: body as T };
    const again = response.status === 429 || response.status >= 500;
    return { ok: false, sentence: sentenceOf(body), again };
  } catch {
    return { ok: false, sentence: lost, again: true };
  }
}

const sentenceOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'error' in body ? String(body.error) : lost;
