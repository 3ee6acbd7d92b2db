import type { OutgoingHttpHeaders } from 'node:http';
import { barPlace } from '@/lib/bar-place';
import type { PressNotes } from '@/lib/press-notes';
import type { Captured } from './capture';
import type { Finished, RawHeaders } from './encode';
import { policyAsNoted, safeLocation } from './status';
import { joinStyleSheets, type OwnFiles, stripFramework } from './strip';

/** What readers' answers are dressed in. */
export interface Dress {
  /** Headers of every page. */
  page: RawHeaders;
  /** Headers of everything else: feeds, sitemaps. */
  file: RawHeaders;
  own: OwnFiles;
}

/** Kept for all, looked up anew each time (a 304 costs nothing): nobody sees yesterday's page. */
const forAll: RawHeaders = ['Cache-Control', 'public, max-age=0, must-revalidate'];
const forOne: RawHeaders = ['Cache-Control', 'private, no-store'];

/** What a page may say in headers of its own; the rest of what Next sends is for its own client. */
const passedOn = ['Content-Type', 'Content-Language', 'Content-Disposition', 'X-Robots-Tag'];

/** Makes of a render what a reader gets: no framework, the noted status, our headers. */
export function dress(captured: Captured, clothes: Dress, alone: boolean): Finished {
  const { notes } = captured;
  const html = String(captured.headers['content-type'] ?? '').startsWith('text/html');
  const headers = [...(alone ? forOne : forAll), ...(html ? asNoted(clothes.page, notes) : clothes.file)];
  const location = notes.location ?? captured.headers.location;
  const moved = location !== undefined && (notes.status ?? captured.status) < 400;
  if (moved) headers.push('Location', safeLocation(String(location)));
  else for (const name of passedOn) headers.push(...pair(name, captured.headers));
  if (alone) headers.push(...cookies(captured.headers));
  const status = notes.status ?? captured.status;
  if (moved) return { status, headers, body: Buffer.alloc(0) };
  return { status, headers, ...(html ? bare(captured.body, clothes.own) : { body: captured.body }) };
}

function asNoted(headers: RawHeaders, notes: PressNotes): RawHeaders {
  return headers.map((value, i) =>
    headers[i - 1] === 'Content-Security-Policy' ? policyAsNoted(value, notes) : value,
  );
}

/** The page without the framework, and without the mark of the place that it leaves for late news. */
function bare(body: Buffer, own: OwnFiles): Pick<Finished, 'body' | 'place'> {
  const html = joinStyleSheets(stripFramework(body.toString('utf8'), own), own);
  const at = html.indexOf(barPlace);
  if (at < 0) return { body: Buffer.from(html) };
  const head = Buffer.from(html.slice(0, at));
  const rest = Buffer.from(html.slice(at + barPlace.length));
  return { body: Buffer.concat([head, rest]), place: head.length };
}

const pair = (name: string, headers: OutgoingHttpHeaders): RawHeaders => {
  const value = headers[name.toLowerCase()];
  return value === undefined ? [] : [name, String(value)];
};

const cookies = (headers: OutgoingHttpHeaders): RawHeaders =>
  [headers['set-cookie'] ?? []].flat().flatMap((cookie) => ['Set-Cookie', String(cookie)]);
