import type { Line } from './story';

/** A name in two spellings: the one that stands less often, and where it stands first. */
export interface SpeltTwice {
  rare: string;
  common: string;
  block: number;
}

/** Shorter words differ by a letter too often by chance: Iran, Iraq. */
const shortestByLetter = 6;
const shortestByHyphen = 5;

interface Form {
  spelt: string;
  count: number;
  block: number;
  /** The capitalised words that stand right before it: given names, titles. */
  before: Set<string>;
}

/**
 * Names that are spelt in two ways: with and without a hyphen or a space, or with one letter changed, missing or doubled
 * (Optimal string alignment, distance 1). Not a name and its plural or adjective (Korea, Korean), and not two people who
 * share most of a name but not what stands before it (Ana Martinez, Luis Martines).
 */
export function namesSpeltTwice(lines: readonly Line[]): SpeltTwice[] {
  const forms = collect(lines.filter(({ isHeading }) => !isHeading));
  const found: SpeltTwice[] = [];
  const told = new Set<string>();
  const tell = (a: Form, b: Form) => {
    const [rare, common] = a.count < b.count || (a.count === b.count && a.block > b.block) ? [a, b] : [b, a];
    const key = [rare.spelt, common.spelt].sort().join('|');
    if (told.has(key)) return;
    told.add(key);
    found.push({ rare: rare.spelt, common: common.spelt, block: rare.block });
  };
  const named = forms.filter(({ spelt }) => /\p{Ll}/u.test(spelt));
  for (const same of Map.groupBy(named, ({ spelt }) => bare(spelt)).values()) {
    const [first, second] = [...same].sort((a, b) => b.count - a.count);
    // Two words in two spellings are told by the word that differs.
    if (/\s/.test(first?.spelt ?? '') && /\s/.test(second?.spelt ?? '')) continue;
    if (first && second && bare(first.spelt).length >= shortestByHyphen) tell(first, second);
  }
  const words = named.filter(({ spelt }) => !/[\s-]/.test(spelt) && spelt.length >= shortestByLetter);
  for (const [n, a] of words.entries())
    for (const b of words.slice(n + 1))
      if (isOneLetterOff(a.spelt, b.spelt) && !areTwoPeople(a, b)) tell(a, b);
  return found;
}

/** Without what may be left out in print. */
const bare = (spelt: string): string => spelt.toLocaleLowerCase().replace(/[\s’'-]/g, '');

const word = /\p{Lu}[\p{L}\p{M}]*(?:[-’']\p{L}[\p{L}\p{M}]*)*/gu;

/** Capitalised words, alone and in twos; those that only ever begin a sentence are no names. */
function collect(lines: readonly Line[]): Form[] {
  const forms = new Map<string, Form & { inside: boolean }>();
  const add = (spelt: string, block: number, inside: boolean, before: string | null) => {
    const form = forms.get(spelt) ?? { spelt, count: 0, block, before: new Set<string>(), inside: false };
    form.count++;
    form.inside ||= inside;
    if (before) form.before.add(before);
    forms.set(spelt, form);
  };
  for (const { text, block } of lines) {
    const matches = [...text.matchAll(word)].map((match) => ({
      spelt: match[0].replace(/['’]s$/, ''),
      at: match.index,
      end: match.index + match[0].length,
    }));
    for (const [n, { spelt, at }] of matches.entries()) {
      const previous = matches[n - 1];
      const follows = previous !== undefined && /^[ \u00a0]$/.test(text.slice(previous.end, at));
      const inside = !beginsSentence(text, at);
      add(spelt, block, inside, follows ? previous.spelt : null);
      if (follows && !/-/.test(previous.spelt + spelt))
        add(`${previous.spelt} ${spelt}`, block, inside, null);
    }
  }
  const names = [...forms.values()].filter(({ inside }) => inside);
  const known = new Set(names.map(({ spelt }) => spelt));
  // “But Nielsen”: a word that only ever begins a sentence is nobody's given name.
  return names.map((name) => ({
    ...name,
    before: new Set([...name.before].filter((word) => known.has(word))),
  }));
}

const beginsSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?…:]["”’»)]?\s+)["“‘«(]?$/u.test(text.slice(0, at));

const areTwoPeople = (a: Form, b: Form): boolean =>
  a.before.size > 0 && b.before.size > 0 && ![...a.before].some((name) => b.before.has(name));

/** One letter changed, added or lost within, or two neighbours exchanged; at the very end only a changed one. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a.toLocaleLowerCase() === b.toLocaleLowerCase()) return false;
  if (long.startsWith(short)) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (start === 0) return false;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
