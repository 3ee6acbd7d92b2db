import { readSharePicture } from '@/features/articles/read/share-picture';
import { holds } from '@/lib/conditional';
import { isDatabaseAway, isRefusal } from '@/lib/errors';
import { log } from '@/lib/log';

/** `/media/share/<article>-<hash>.png`: what stands for a story without a picture where somebody links to it. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  let picture: Awaited<ReturnType<typeof readSharePicture>>;
  try {
    picture = await readSharePicture(file);
  } catch (error) {
    if (!isRefusal(error) && !isDatabaseAway(error)) throw error;
    log().warn({ err: error, file }, 'a share picture could not be made');
    return new Response('Not just now.\n', { status: 503, headers: { ...plain, 'retry-after': '5' } });
  }
  if (picture === 'missing')
    return new Response('There is no such picture.\n', { status: 404, headers: plain });
  if (picture === 'gone')
    return new Response('This picture was taken back.\n', { status: 410, headers: plain });
  const { bytes, etag } = picture;
  const headers = {
    'cache-control': 'public, max-age=31536000, immutable',
    etag,
    'x-content-type-options': 'nosniff',
  };
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, {
    headers: { ...headers, 'content-type': 'image/png', 'content-length': String(bytes.byteLength) },
  });
}

const plain = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
};
