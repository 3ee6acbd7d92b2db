import { readRendition } from '@/features/media/read';
import { holds } from '@/lib/conditional';
import { isDatabaseAway, isRefusal } from '@/lib/errors';
import { log } from '@/lib/log';

/** `/media/<hash>/<width>.<format>`: a picture in one of its listed sizes. */
export async function GET(request: Request, { params }: { params: Promise<{ hash: string; file: string }> }) {
  const { hash, file } = await params;
  let picture: Awaited<ReturnType<typeof readRendition>>;
  try {
    picture = await readRendition(hash, file);
  } catch (error) {
    if (!isRefusal(error) && !isDatabaseAway(error)) throw error;
    log().warn({ err: error, hash, file }, 'a picture could not be made');
    return new Response('Not just now.\n', { status: 503, headers: { ...plain, 'retry-after': '5' } });
  }
  if (!picture) return new Response('There is no such picture.\n', { status: 404, headers: plain });
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    etag: picture.etag,
    'x-content-type-options': 'nosniff',
  };
  if (holds(request.headers.get('if-none-match'), picture.etag))
    return new Response(null, { status: 304, headers });
  return new Response(picture.bytes, {
    headers: { ...headers, 'content-type': picture.type, 'content-length': String(picture.bytes.byteLength) },
  });
}

const plain = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
};
