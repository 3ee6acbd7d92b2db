/** A file of the library as the browser hears of it. */
export interface UploadedFile {
  id: number;
  hash: string;
  kind: 'picture' | 'document' | 'audio' | 'video';
  mimeType: string;
  bytes: number;
  width: number | null;
  height: number | null;
  seconds: number | null;
  filename: string;
  alt: string;
  caption: string;
  credit: string;
  /** These very bytes were in the library already. */
  known: boolean;
}

/** `again`: sending the same file once more may do; else the file itself is at fault. */
export type UploadAnswer<T = UploadedFile> =
  | { ok: true; file: T }
  | { ok: false; sentence: string; again: boolean };

export interface UploadWatch {
  /** How far it is, from 0 to 1; 1 while the server looks at it. */
  onProgress?: (share: number) => void;
  /** True while there is no connection; it goes on by itself. */
  onWaiting?: (waiting: boolean) => void;
  /** The picture under whose name the file is to stand. */
  replacesId?: number;
  /** Gives the upload up: nothing of it stays on the server. */
  signal?: AbortSignal;
}

/** Small enough for any proxy and for a slow line within the server's two minutes a request; large enough to cost nothing. */
const pieceBytes = 4 * 1024 * 1024;
/** Below what the server allows a request: what came until then is kept there. */
const pieceTimeoutMs = 110_000;
/** So often in a row nothing gets through, while the machine says that it is online, until a person is asked. */
const missesAtMost = 6;

const lost = 'The connection broke before the file was there. What was sent is kept.';
const givenUp = { ok: false, sentence: 'Given up.', again: true } as const;

interface Progress<T> {
  id: string;
  offset: number;
  file: T | null;
}
type Step<T> = { progress: Progress<T> } | 'lost' | { status: number; sentence: string; offset?: number };

/**
 * Sends one file to the library in pieces and goes on where it was after a lost connection, by itself when that is back
 * (`/api/media/uploads`). Never throws: a refusal is a sentence, and asking again with the same file goes on too.
 */
export async function uploadFile<T extends { id: number } = UploadedFile>(
  file: File,
  { onProgress = () => {}, onWaiting = () => {}, signal, replacesId }: UploadWatch = {},
): Promise<UploadAnswer<T>> {
  let id: string | null = null;
  let offset = 0;
  let unsure = false;
  for (let misses = 0; ; ) {
    if (signal?.aborted) {
      if (id) void ask(id, 'DELETE');
      return givenUp;
    }
    const step: Step<T> =
      id === null
        ? await begin<T>(file, replacesId)
        : unsure
          ? await ask<T>(id, 'GET')
          : await sendPiece<T>(id, file, offset, onProgress, signal);
    if (step === 'lost') {
      if (signal?.aborted) continue;
      if (++misses > missesAtMost && navigator.onLine) return { ok: false, sentence: lost, again: true };
      unsure = true;
      onWaiting(true);
      await forConnection(misses, signal);
      continue;
    }
    onWaiting(false);
    misses = 0;
    unsure = false;
    if ('progress' in step) {
      if (step.progress.file) return { ok: true, file: step.progress.file };
      ({ id, offset } = step.progress);
      onProgress(offset / file.size);
    } else if (step.offset !== undefined) offset = step.offset;
    else if (step.status === 404 && id !== null) id = null;
    else return { ok: false, sentence: step.sentence, again: step.status !== 422 };
  }
}

const begin = <T>(file: File, replacesId: number | undefined): Promise<Step<T>> =>
  fetchStep<T>('/api/media/uploads', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      filename: file.name,
      size: file.size,
      modifiedAtMs: file.lastModified,
      replacesId,
    }),
  });

const ask = <T>(id: string, method: 'GET' | 'DELETE'): Promise<Step<T>> =>
  fetchStep<T>(`/api/media/uploads/${id}`, { method });

async function fetchStep<T>(address: string, init: RequestInit): Promise<Step<T>> {
  try {
    const response = await fetch(address, init);
    return read<T>(response.status, await response.json().catch(() => null));
  } catch {
    return 'lost';
  }
}

/** By XMLHttpRequest, for fetch cannot tell the progress of an upload. */
function sendPiece<T>(
  id: string,
  file: File,
  offset: number,
  onProgress: (share: number) => void,
  signal: AbortSignal | undefined,
): Promise<Step<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (step: Step<T>) => {
      removeEventListener('offline', stop);
      signal?.removeEventListener('abort', stop);
      resolve(step);
    };
    request.open('PATCH', `/api/media/uploads/${id}`);
    request.setRequestHeader('content-type', 'application/offset+octet-stream');
    request.setRequestHeader('upload-offset', String(offset));
    request.responseType = 'json';
    request.timeout = pieceTimeoutMs;
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(1, (offset + loaded) / file.size));
    request.onload = () => end(read<T>(request.status, request.response));
    request.onerror = () => end('lost');
    request.ontimeout = () => end('lost');
    request.onabort = () => end('lost');
    addEventListener('offline', stop);
    signal?.addEventListener('abort', stop);
    request.send(file.slice(offset, offset + pieceBytes));
  });
}

/** What is no answer of ours comes from something on the way that lost the server. */
function read<T>(status: number, body: unknown): Step<T> {
  if (typeof body !== 'object' || body === null) return status === 413 ? tooLarge : 'lost';
  if (status === 200) return { progress: body as Progress<T> };
  if (!('error' in body)) return 'lost';
  const { error, detail } = body as { error: unknown; detail?: { offset?: unknown } };
  const offset = typeof detail?.offset === 'number' ? detail.offset : undefined;
  return { status, sentence: String(error), offset };
}

const tooLarge = { status: 422, sentence: 'This file is too large.' };

/** Until the machine is online again, or a while that grows: 1, 2, 4 … 30 seconds. */
function forConnection(misses: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(30, 2 ** (misses - 1)) * 1000);
    addEventListener('online', end);
    signal?.addEventListener('abort', end);
  });
}
