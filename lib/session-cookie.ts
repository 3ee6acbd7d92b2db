import { env } from './env';

/**
 * The cookie that holds a signed-in browser's random session id. `__Host-` (no Domain, Path=/, Secure) where the site
 * is served by https; a plain name on http, where browsers would refuse the prefix.
 */
export const sessionCookieName = (): string => (cookiesAreSecure() ? '__Host-broadsheet' : 'broadsheet');

export const cookiesAreSecure = (): boolean => env().siteUrl.startsWith('https://');

/** The session id in a `Cookie` header (RFC 6265), or null. It proves nothing until `findActor` has asked the database. */
export function sessionTokenIn(cookieHeader: string | null | undefined): string | null {
  const name = sessionCookieName();
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/** HttpOnly, so that no script reads it; Lax, so that a link from a mail still arrives signed in. */
export const sessionCookieOptions = () =>
  ({
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: cookiesAreSecure(),
    maxAge: 30 * 86_400,
  }) as const;
