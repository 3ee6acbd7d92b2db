import { plainWords } from './words';

/** One thing looked for: a word, or several that must stand side by side. */
export interface Term {
  /** As it was typed. */
  text: string;
  /** As the index has them (`plainWords`); never empty. */
  words: string[];
  /** In quotation marks: exactly so, no other form of the word. */
  exact: boolean;
}

/** What a reader asks for: of each group in `all` at least one term, and none of `none`. */
export interface Asked {
  all: Term[][];
  none: Term[];
}

/** So many terms are looked for, the rest is dropped: an address holds 200 characters, and nobody means more. */
export const mostTerms = 12;

// A quotation that is not closed reaches to the end. Quotation marks of all languages.
const token = /(?<minus>(?<![^\s(])[-−–])?(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;

/**
 * Reads a query: words (all must be there), `"phrases"`, `-minus`, and `OR` (or `|`) between two terms, of which one is
 * enough. OR binds closer than the space: `port OR harbour strike` means a strike at either. What means nothing (an
 * operator without anything to work on, signs) is passed over. A word with signs within (`Asia-Pacific`) is a phrase.
 */
export function parseQuery(text: string): Asked {
  const asked: Asked = { all: [], none: [] };
  let or = false;
  let terms = 0;
  for (const { groups = {} } of text.matchAll(token)) {
    const { minus, phrase, word = '' } = groups;
    if (phrase === undefined && !minus && (word === 'OR' || /^\|+$/.test(word))) {
      or = true;
      continue;
    }
    const typed = (phrase ?? word).trim();
    const words = plainWords(typed);
    if (words.length === 0) continue;
    if (++terms > mostTerms) break;
    const term = { text: typed, words, exact: phrase !== undefined };
    const before = asked.all.at(-1);
    if (minus) asked.none.push(term);
    else if (or && before) before.push(term);
    else asked.all.push([term]);
    or = false;
  }
  return asked;
}

/** Writes a query again with some words replaced, keeping everything else as it was typed. */
export function respell(text: string, better: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (typed) => {
    const [word = '', ...more] = plainWords(typed);
    return more.length === 0 ? (better.get(word) ?? typed) : typed;
  });
}
