import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { holds } from '@/lib/conditional';
import { type Answer, bodyIn, encodingFor, type RawHeaders } from './encode';

/** RFC 9111 made it obsolete; it still says in any browser's tools what one is looking at. */
const staleWarning: RawHeaders = ['Warning', '111 - "Revalidation Failed"'];

/**
 * Sends an answer from memory: 304 where the visitor holds it already, headers alone for HEAD. `stale` marks the last
 * good page, sent because it could not be made anew.
 */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, answer: Answer, stale = false): void {
  const { headers } = req;
  if (isHeld(headers, answer)) {
    res.writeHead(304, stale ? [...answer.notModified, ...staleWarning] : answer.notModified);
    res.end();
    return;
  }
  const body = bodyIn(answer, encodingFor(answer, headers['accept-encoding']));
  if (body === undefined) throw new Error('an answer is sent in an encoding that was not made');
  res.writeHead(answer.status, stale ? [...body.head, ...staleWarning] : body.head);
  if (req.method === 'HEAD') res.end();
  else res.end(body.bytes);
}

/**
 * Whether the visitor has this already: by its tag or, where she sends none, by its date, which must be ours to the letter,
 * for content can go back to what it was (RFC 9110, 13.2.2).
 */
export function isHeld(headers: IncomingHttpHeaders, { etag, lastModified, dated }: Answer): boolean {
  if (etag === '') return false;
  const tags = headers['if-none-match'];
  if (tags !== undefined) return holds(tags, etag);
  return dated && headers['if-modified-since'] === lastModified;
}
