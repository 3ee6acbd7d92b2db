import { publicQueryNames } from '@/lib/public-query';

export interface PageAddress {
  /** Normalised path and allowed query: the name under which the press keeps the page, and what is rendered. */
  key: string;
  /** It was asked for with superfluous slashes: a page that exists is pointed to by its key. */
  slashed: boolean;
}

export const longestTargetChars = 4_096;
const longestValueChars = 200;

/**
 * Reads the target of a request (RFC 9112, 3.2) as a page's address: percent-encoding normalised, parameters that no
 * page knows dropped, the others once each in a fixed order. Whatever two visitors write for the same page has one key,
 * and nothing but the key reaches the render. A status instead of an address: 400 for one that means nothing (broken
 * encoding, dot segments, slashes and control characters within a segment), 414 for one longer than 4,096 characters.
 */
export function readAddress(target: string): PageAddress | 400 | 414 {
  if (target.length > longestTargetChars) return 414;
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const [path = '', query = ''] = split(local.split('#', 1)[0] ?? '');
  const segments = readSegments(path);
  if (segments === null) return 400;
  const clean = `/${segments.join('/')}`;
  const kept = keepQuery(clean, query);
  return {
    key: kept ? `${clean}?${kept}` : clean,
    slashed: path.split('/').length !== clean.split('/').length,
  };
}

const split = (local: string): [string, string] => {
  const at = local.indexOf('?');
  return at < 0 ? [local, ''] : [local.slice(0, at), local.slice(at + 1)];
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
const meaningless = /[\u0000-\u001f\u007f\\/]/;

function readSegments(path: string): string[] | null {
  if (!path.startsWith('/')) return null;
  try {
    const segments = path.split('/').filter((segment) => segment !== '');
    const plain = segments.map((segment) => decodeURIComponent(segment));
    if (plain.some((segment) => segment === '.' || segment === '..' || meaningless.test(segment)))
      return null;
    return plain.map((segment) => encodeURIComponent(segment));
  } catch {
    return null;
  }
}

function keepQuery(path: string, query: string): string {
  if (query === '') return '';
  const given = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of publicQueryNames(path)) {
    const value = cleanValue(given.get(name) ?? '');
    if (value !== '') kept.set(name, value);
  }
  return kept.toString();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Postgres refuses NUL, and no page wants the others.
const controls = /[\u0000-\u001f\u007f]+/g;

const cleanValue = (value: string): string =>
  value.replace(controls, ' ').replace(/\s+/g, ' ').trim().slice(0, longestValueChars).toWellFormed().trim();
