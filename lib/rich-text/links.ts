const protocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const nowhere = 'https://relative.invalid';
const maxLength = 2000;

/**
 * The address a link may point to, written out the way a browser will read it, or null. Only http, https, mailto, tel and
 * addresses within the site; the check and the result go through the same parser (WHATWG URL), so that tabs, line feeds
 * and letter case hide nothing. `www.example.com/x` becomes https.
 */
export function safeHref(href: unknown): string | null {
  if (typeof href !== 'string' || href.length > maxLength) return null;
  const text = href.trim();
  if (text === '') return null;
  const spelt = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(text) ? `https://${text}` : text;
  if (!URL.canParse(spelt, nowhere)) return null;
  const url = new URL(spelt, nowhere);
  if (!protocols.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  if (url.origin !== nowhere) return url.href;
  return spelt.startsWith('#') ? url.hash || null : url.pathname + url.search + url.hash;
}

/** Whether a link leaves the site. */
export const isExternal = (href: string): boolean => /^https?:/.test(href);
