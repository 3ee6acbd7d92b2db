import type { Line } from './story';

/** What needs no explaining to anybody who reads a paper. */
const wellKnown = new Set(
  `US USA UK EU UN NATO NASA FBI CIA BBC CNN NBC ABC CBS NPR AP AFP DPA TV PC PDF DVD CD USB GPS SMS ID OK HIV AIDS DNA RNA COVID
  GDP CEO CFO VIP DJ MP MPS PM AM BC AD BCE CE GMT UTC CET CEST EST EDT PST USD EUR GBP NY LA DC NYC IT AI PR HR RSVP PS FAQ
  UNESCO UNICEF FIFA UEFA NBA NFL NHL OPEC BMW IBM HTML CSS HTTP RSS JPG JPEG PNG GIF ASCII URL WWW LGBT LGBTQ QR SUV ATM PIN ISBN MBA PHD NGO`
    .split(/\s+/)
    .filter(Boolean),
);
const romanNumeral = /^(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
/** Two to six capitals, perhaps in the plural; digits, hyphens or small letters beside them make it something else. */
const acronym = /(?<![\p{L}\p{N}\p{M}&’'-])(\p{Lu}{2,6})(?:s|['’]s)?(?![\p{L}\p{N}\p{M}&-])/gu;

/**
 * Acronyms without an explanation at their first use: words before it or in brackets after it whose initials it is made of,
 * or brackets round it. Lines in capitals, and words among other words in capitals, are no acronyms.
 */
export function unexplainedAcronyms(lines: readonly Line[]): { acronym: string; block: number }[] {
  const seen = new Set<string>();
  const found: { acronym: string; block: number }[] = [];
  let before = '';
  for (const { text, block } of lines) {
    if (!isShouted(text))
      for (const match of text.matchAll(acronym)) {
        const [, letters = ''] = match;
        if (seen.has(letters) || wellKnown.has(letters) || romanNumeral.test(letters)) continue;
        if (isAmongCapitals(text, match.index, match[0].length)) continue;
        seen.add(letters);
        const around = `${before} ${text}`;
        if (!isExplained(letters, around, before.length + 1 + match.index))
          found.push({ acronym: letters, block });
      }
    before = `${before} ${text}`;
  }
  return found;
}

/** A line set in capitals. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return letters.length > 6 && capitals.length > letters.length * 0.6;
}

const isAmongCapitals = (text: string, at: number, length: number): boolean =>
  /\p{Lu}{2,}[\s,:!]+$/u.test(text.slice(0, at)) ||
  /^[\s,:!]+\p{Lu}{2,}(?!\p{Ll})/u.test(text.slice(at + length));

/** Words whose initials are the letters, somewhere before, or within the sentence after. */
function isExplained(letters: string, text: string, at: number): boolean {
  if (/[([]\s*$/.test(text.slice(0, at)) && /^\p{Lu}+\S{0,2}\s*[)\]]/u.test(text.slice(at))) return true;
  const after = text.slice(at + letters.length, at + letters.length + 160);
  return hasInitials(letters, text.slice(0, at)) || hasInitials(letters, after);
}

const smallWords = new Set(
  'a an and at by de del der des di die do du e en et for from in la le les of on or per pour the to und van von y'.split(
    ' ',
  ),
);

function hasInitials(letters: string, text: string): boolean {
  const words = (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => word.toLocaleLowerCase());
  const wanted = letters.toLocaleLowerCase();
  return words.some((_, start) => spells(wanted, words, start));
}

/** Whether the words from `start` on give the letters: each by its initial, small words only where they are needed. */
function spells(wanted: string, words: string[], start: number): boolean {
  let at = start;
  for (const [n, letter] of [...wanted].entries()) {
    while (n > 0 && at < words.length && words[at]?.[0] !== letter && smallWords.has(words[at] ?? '')) at++;
    if (words[at]?.[0] !== letter) return false;
    at++;
  }
  return true;
}
