import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { messages } from '@/lib/messages';
import type { PressNotes } from '@/lib/press-notes';
import type { Captured } from './capture';
import type { Finished, RawHeaders } from './encode';

/** Statuses that may be kept: what they say holds until a tag moves. */
const keepable = new Set([200, 301, 404, 410]);

/** Whether an answer may be kept for everybody: it says what it used, and nothing in it is for one person. */
export const mayBeKept = ({ status, notes, headers }: Captured): boolean =>
  keepable.has(notes.status ?? status) && notes.tags.size > 0 && !isForOne({ notes, headers });

/** Whether an answer is for one person: its page said so, or it sets a cookie. */
export const isForOne = ({ notes, headers }: Pick<Captured, 'notes' | 'headers'>): boolean =>
  notes.private === true || headers['set-cookie'] !== undefined;

/** Next's mark of a page that threw, at its head, and React's mark of a part that did. */
const errorMarks = ['<html id="__next_error__"', '<template data-dgst='];

/**
 * Whether a render came to nothing. With the framework's scripts taken out, a page that threw is empty: the mark is
 * looked for where only the framework can write it.
 */
export function failed({ status, headers, body }: Captured): boolean {
  if (status >= 500) return true;
  if (!String(headers['content-type'] ?? '').startsWith('text/html')) return false;
  return body.subarray(0, 200).includes(errorMarks[0] ?? '') || body.includes(errorMarks[1] ?? '');
}

/** A `Location` that cannot break out of its header or, when it begins with a slash, out of this site. */
export function safeLocation(location: string): string {
  const base = 'http://inside.invalid';
  if (!URL.canParse(location, base)) return '/';
  const url = new URL(location, base);
  if (url.origin !== base)
    return /^https?:$/.test(url.protocol) && /^https?:/i.test(location) ? url.href : '/';
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}${url.hash}`;
}

/**
 * The policy of a page with embeds names where they come from (R19). What is no plain origin would end the directive, so
 * it is left out.
 */
export function policyWithFrames(policy: string, frames: readonly string[] = []): string {
  const origins = frames.filter((origin) => /^https:\/\/[a-z0-9.-]+$/.test(origin)).join(' ');
  if (origins === '') return policy;
  return policy.includes('; frame-src ')
    ? policy.replace('; frame-src ', `; frame-src ${origins} `)
    : `${policy}; frame-src ${origins}`;
}

/** The policy of a page with an inline style names it (D19). Where any may stand, naming one would shut out the others. */
export function policyWithStyle(policy: string, style = ''): string {
  if (style === '' || /; style-src [^;]*'unsafe-inline'/.test(policy)) return policy;
  const hash = createHash('sha256').update(style).digest('base64');
  return policy.replace('; style-src ', `; style-src 'sha256-${hash}' `);
}

/** The policy as a page noted that it needs it. */
export const policyAsNoted = (policy: string, { frames, style }: PressNotes): string =>
  policyWithStyle(policyWithFrames(policy, frames), style);

/** Lets an answer that Next writes itself leave with the status, place and policy that its page noted down. */
export function sendAsNoted(res: ServerResponse, notes: PressNotes): void {
  const writeHead = res.writeHead;
  res.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (notes.status !== undefined && args[0] === 200) {
      args[0] = notes.status;
      if (notes.location !== undefined) this.setHeader('Location', safeLocation(notes.location));
    }
    const policy = this.getHeader('Content-Security-Policy');
    if (typeof policy === 'string') this.setHeader('Content-Security-Policy', policyAsNoted(policy, notes));
    return Reflect.apply(writeHead, this, args);
  } as typeof writeHead;
}

const plainPages = {
  400: 'meaningless',
  403: 'notFromElsewhere',
  404: 'notHere',
  405: 'notAllowed',
  413: 'tooLarge',
  414: 'tooLong',
  500: 'broken',
  503: 'busy',
} as const;
export type PlainStatus = keyof typeof plainPages;

const style = `body{margin:20vh auto;max-width:34rem;padding:0 1.5rem;font:1.125rem/1.6 Georgia,serif;color:#1a1a1a;background:#fff}h1{font-size:2rem;line-height:1.2}a{color:inherit}@media(prefers-color-scheme:dark){body{color:#e8e6e1;background:#161616}}`;
const styleHash = createHash('sha256').update(style).digest('base64');
const csp = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * The press's own page, for when there is no other: it needs neither Next nor the database. `reference` is what a reader
 * can name to us and we find in the log.
 */
export function plainPage(status: PlainStatus, policy: RawHeaders, reference?: string): Finished {
  const { press } = messages('en');
  const { title, text } = press[plainPages[status]];
  const named = reference
    ? `<p>${press.reference} <code>${reference.replace(/[^\w-]/g, '')}</code>.</p>`
    : '';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p>${named}<p><a href="/">${press.toFrontPage}</a></p></main></body></html>`;
  const headers = [
    ...[
      'Content-Type',
      'text/html; charset=utf-8',
      'Cache-Control',
      'no-store',
      'Content-Security-Policy',
      csp,
    ],
    ...policy,
  ];
  if (status === 503) headers.push('Retry-After', '3');
  return { status, headers, body: Buffer.from(html) };
}
