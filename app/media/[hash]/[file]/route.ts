import { Readable } from 'node:stream';
import { readFile, readRendition } from '@/features/media/read';
import { parseRange } from '@/features/media/rules';
import { holds } from '@/lib/conditional';
import { isDatabaseAway, isRefusal } from '@/lib/errors';
import { log } from '@/lib/log';

interface Route {
  params: Promise<{ hash: string; file: string }>;
}
type Found = NonNullable<Awaited<ReturnType<typeof readFile>>>;

/** `/media/<hash>/<width>.<format>`, a picture in one of its listed sizes, or `/media/<hash>/file.<extension>`. */
export const GET = (request: Request, { params }: Route) => answer(request, params, true);

/** The same without the bytes, so that nothing is read from the disk for nobody. */
export const HEAD = (request: Request, { params }: Route) => answer(request, params, false);

async function answer(request: Request, params: Route['params'], withBody: boolean): Promise<Response> {
  const { hash, file } = await params;
  try {
    if (file.startsWith('file.')) {
      const found = await readFile(hash, file);
      return found ? fileAnswer(request, found, withBody) : missing();
    }
    const picture = await readRendition(hash, file);
    if (!picture) return missing();
    return picture.movedTo !== undefined ? moved(picture.movedTo) : pictureAnswer(request, picture);
  } catch (error) {
    if (!isRefusal(error) && !isDatabaseAway(error)) throw error;
    log().warn({ err: error, hash, file }, 'a file of the library could not be sent');
    return new Response('Not just now.\n', { status: 503, headers: { ...plain, 'retry-after': '5' } });
  }
}

/** For a while only: the file that stood here may be put back. */
const moved = (location: string) =>
  new Response(null, { status: 302, headers: { ...plain, location, 'cache-control': 'public, max-age=60' } });

const missing = () => new Response('There is no such file.\n', { status: 404, headers: plain });

function pictureAnswer(
  request: Request,
  { bytes, type, etag }: { bytes: Buffer<ArrayBuffer>; type: string; etag: string },
): Response {
  const headers = { ...lasting, etag };
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, {
    headers: { ...headers, 'content-type': type, 'content-length': String(bytes.byteLength) },
  });
}

/** A file in ranges, so that a film can be begun in its middle. Source: RFC 9110, sections 13.1.5 and 14. */
function fileAnswer(request: Request, found: Found, withBody: boolean): Response {
  const { size, type, etag, filename, download } = found;
  const headers = {
    ...lasting,
    etag,
    'accept-ranges': 'bytes',
    'content-disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${named(filename)}`,
  };
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const unless = request.headers.get('if-range');
  const wanted = unless === null || unless === etag ? request.headers.get('range') : null;
  const range = parseRange(wanted, size);
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } });
  const { from, before } = range ?? { from: 0, before: size };
  return new Response(withBody ? bodyOf(found, from, before) : null, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-type': type,
      'content-length': String(before - from),
      ...(range && { 'content-range': `bytes ${from}-${before - 1}/${size}` }),
    },
  });
}

const bodyOf = ({ read }: Found, from: number, before: number) =>
  Readable.toWeb(read({ from, before })) as ReadableStream<Uint8Array<ArrayBuffer>>;

/** RFC 8187: what is no letter or digit is written in hex. */
const named = (filename: string): string =>
  encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );

const lasting = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
};

const plain = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
};
