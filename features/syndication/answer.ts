import type { NoPage } from '@/features/articles/read/elsewhere';
import type { SyndicatedFile } from './read';

/**
 * A file as an HTTP answer. The press adds ETag and Last-Modified, compresses it and answers 304. Where a file has moved to
 * is what `read` has told the press.
 */
export function fileAnswer(found: SyndicatedFile | NoPage): Response {
  if (found.state !== 'live') {
    return new Response('There is nothing here.\n', {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  return new Response(found.body, { headers: { 'content-type': found.contentType } });
}
