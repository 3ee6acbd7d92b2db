/**
 * Whether the `Origin` a browser named is this site's: the host it asked for, or the one readers know. A sandboxed
 * page's `null` is nobody's.
 */
export function isOwnOrigin(origin: string, host: string | null | undefined, siteUrl: string): boolean {
  const named = URL.canParse(origin) ? new URL(origin).host : '';
  return named !== '' && (named === host || named === new URL(siteUrl).host);
}
