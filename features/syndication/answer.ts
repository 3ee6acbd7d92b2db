import type { NoPage } from '@/features/articles/read/elsewhere';
import type { SyndicatedFile } from './read';

/**
 * A file as an HTTP answer. The press adds the ETag, compresses it and answers 304; `Last-Modified` is for readers of
 * feeds that know nothing else. Where a file has moved to is what `read` has told the press.
 */
export function fileAnswer(found: SyndicatedFile | NoPage): Response {
  if (found.state !== 'live') {
    return new Response('There is nothing here.\n', {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
  const { body, contentType, changedAt } = found;
  return new Response(body, {
    headers: { 'content-type': contentType, ...(changedAt && { 'last-modified': changedAt.toUTCString() }) },
  });
}
