/** Request header by which `server/` tells a page its own address (path and query); Next keeps that to itself. */
export const requestPathHeader = 'x-broadsheet-path';
/** Request header that names the request in logs and on error pages; set by `server/`. */
export const requestIdHeader = 'x-request-id';

const base = 'http://inside.invalid';

/**
 * An address of the desk to go to after sign-in, or `/admin`: never another site, another scheme, or a route handler.
 * Browsers read `//host`, `/\host` and tabs as they please, so the parsed address must be the very text that came in.
 */
export function safeDeskPath(from: unknown): string {
  if (typeof from !== 'string' || from.length > 500 || !URL.canParse(from, base)) return '/admin';
  const url = new URL(from, base);
  const same = url.origin === base && `${url.pathname}${url.search}${url.hash}` === from;
  const inDesk = url.pathname === '/admin' || url.pathname.startsWith('/admin/');
  const isDoor = /^\/admin\/(?:login|setup|reset|invitation)(?:\/|$)/.test(url.pathname);
  return same && inDesk && !isDoor ? from : '/admin';
}
