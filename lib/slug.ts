import anyAscii from 'any-ascii';

/** Longest slug made or taken, in characters: addresses stay readable in a mail line. */
export const maxSlugLength = 80;

/** What a slug looks like: small letters and digits in words joined by single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** German spells its umlauts out; any-ascii would drop the dots. */
const german: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/**
 * A slug of any title in any script: transliterated, lower case, at most 80 characters cut between words. Empty when
 * nothing sayable is left ("---", an emoji); the caller then uses the id. `lang` (BCP 47) only matters for German.
 */
export function slugify(title: string, lang?: string | null): string {
  // No title is longer than a few hundred characters; what lies beyond cannot be part of the slug.
  const begin = title.slice(0, 600).normalize('NFC');
  const spelt = lang?.toLowerCase().startsWith('de')
    ? begin.replace(/[äöüÄÖÜ]/g, (letter) => german[letter] ?? letter)
    : begin;
  const ascii = anyAscii(spelt.replace(/\p{Script=Han}/gu, (sign) => ` ${anyAscii(sign)} `));
  const words = ascii
    .toLowerCase()
    .replace(/['`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return cut(words);
}

/** The first of `base`, `base-2`, `base-3` … that is not taken. */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) {
    const candidate = numberedSlug(base, n);
    if (!taken.has(candidate)) return candidate;
  }
}

/** `base-7`, shortened where it would become too long. */
export function numberedSlug(base: string, n: number): string {
  const suffix = `-${n}`;
  return base.slice(0, maxSlugLength - suffix.length).replace(/-$/, '') + suffix;
}

function cut(words: string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > maxSlugLength) break;
    slug = longer;
  }
  return slug || (words[0] ?? '').slice(0, maxSlugLength);
}
