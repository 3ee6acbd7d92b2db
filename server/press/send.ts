import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, bodyFor, type RawHeaders } from './encode';

/** RFC 9111 made it obsolete; it still says in any browser's tools what one is looking at. */
const staleWarning: RawHeaders = ['Warning', '111 - "Revalidation Failed"'];

/**
 * Sends an answer from memory: 304 where the visitor holds it already, headers alone for HEAD. `stale` marks the last
 * good page, sent because it could not be made anew.
 */
export function sendAnswer(req: IncomingMessage, res: ServerResponse, answer: Answer, stale = false): void {
  const { headers } = req;
  const held = headers['if-none-match'];
  if (held !== undefined && answer.etag !== '' && holds(held, answer.etag)) {
    res.writeHead(304, stale ? [...answer.notModified, ...staleWarning] : answer.notModified);
    res.end();
    return;
  }
  const body = bodyFor(answer, headers['accept-encoding']);
  res.writeHead(answer.status, stale ? [...body.head, ...staleWarning] : body.head);
  if (req.method === 'HEAD') res.end();
  else res.end(body.bytes);
}

/** Whether an `If-None-Match` names this page, compared weakly (RFC 9110, 13.1.2). */
function holds(held: string, etag: string): boolean {
  if (held === etag || held === '*') return true;
  return held.includes(etag.slice(2));
}
