import { createHash } from 'node:crypto';
import type { RawHeaders } from './press/encode';

const join = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Readers' pages: our own files and the named inline scripts, nothing else; no inline style, no frame, no plug-in. One
 * value for every page, so that it is made once.
 */
export const readerPolicy = (inlineScripts: readonly string[]): string =>
  join({
    'default-src': "'none'",
    'script-src': ["'self'", ...inlineScripts.map(sha256)].join(' '),
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'media-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });

/**
 * The desk: scripts by nonce, and the inline ones that readers get too. Styles may be inline, for the editor and its menus place things by style attribute, and
 * pages of our own may be framed for previews.
 */
export const deskPolicy = (nonce: string, inlineScripts: readonly string[], dev: boolean): string =>
  join({
    'default-src': "'none'",
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      ...inlineScripts.map(sha256),
      ...(dev ? ["'unsafe-eval'"] : []),
    ].join(' '),
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': dev ? "'self' ws: wss:" : "'self'",
    'media-src': "'self' blob:",
    'frame-src': "'self' blob:",
    'worker-src': "'self' blob:",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'self'",
  });

/** What is no page: it may do nothing, were it opened as one. Forms, for a refusal may show one again. */
export const filePolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Files of the library, were one opened as a page: a film may show itself, nothing may run. */
export const libraryPolicy = `sandbox; ${filePolicy}; media-src 'self'`;

/**
 * Headers of every answer (A5). Never `no-referrer`: it makes the Origin of a form null, and our own forms are refused.
 * HSTS only where the site is served by https; for its subdomains we cannot speak.
 */
export function commonHeaders(siteUrl: string): RawHeaders {
  const headers = [
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ...[
      'Permissions-Policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ],
    ...['Cross-Origin-Opener-Policy', 'same-origin'],
  ];
  if (siteUrl.startsWith('https://')) headers.push('Strict-Transport-Security', 'max-age=63072000');
  return headers;
}
