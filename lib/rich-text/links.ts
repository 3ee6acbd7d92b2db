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
  // Two slashes at the head (`/.//elsewhere.example`) would be read as another site's name.
  return spelt.startsWith('#')
    ? url.hash || null
    : url.pathname.replace(/^\/{2,}/, '/') + url.search + url.hash;
}

/** Whether a link leaves the site. */
export const isExternal = (href: string): boolean => /^https?:/.test(href);

/** An address as it stands in running text. */
export interface WrittenAddress {
  index: number;
  text: string;
  href: string;
}

/**
 * The web addresses written out in a text: `https://…`, `http://…`, `www.…`. What ends a sentence, or closes a bracket
 * that was opened before the address, is no part of it.
 */
export function addressesIn(text: string): WrittenAddress[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}@/.])(?:https?:\/\/|www\.)[^\s<>"“”„«»]+/giu)].flatMap((match) => {
    const written = withoutEnd(match[0]);
    const href = safeHref(written);
    return href === null || !isExternal(href) || !/\w\.\w|:\/\/localhost/.test(written)
      ? []
      : [{ index: match.index, text: written, href }];
  });
}

function withoutEnd(written: string): string {
  let text = written;
  for (;;) {
    const last = text.at(-1) ?? '';
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const isLoose = opening !== undefined && text.split(opening).length < text.split(last).length;
    if (!isLoose && !/[.,;:!?'’…*_]/.test(last)) return text;
    text = text.slice(0, -1);
  }
}
