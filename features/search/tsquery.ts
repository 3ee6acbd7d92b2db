import type { Asked, Term } from './parse-query';
import { characterPairs, isUnspaced } from './words';

/** What the index knows of a term: other forms of the word in the site's language, and whose name it stands in. */
export interface TermFacts {
  forms: readonly string[];
  authorIds: readonly number[];
  tagIds: readonly number[];
}

export interface Narrowing {
  /** A section and those below it. */
  sectionIds: readonly number[];
  authorId: number | null;
}

/** A search in the words of the index: texts of `tsquery`, and the phrases every find must hold. */
export interface IndexQuery {
  /** Everything that is asked for. */
  wanted: string;
  /** The same, with every word in the headline, the standfirst or a name. */
  heads: string;
  /** What a find is ranked by. */
  ranked: string;
  /** Lexemes side by side, for the index of pairs. */
  phrases: string[][];
}

/** The lexemes of a term, side by side: one for a word, the pairs of characters for a run without spaces. */
export const sequenceOf = ({ words }: Pick<Term, 'words'>): string[] =>
  words.flatMap((word) => (isUnspaced(word) ? characterPairs(word) : [word]));

/** By what a term's facts are known: terms that say the same have the same. */
export const termKey = (term: Pick<Term, 'words'>): string => sequenceOf(term).join(' ');

/** Null when nothing is asked for that could be found: only minus, or nothing at all. */
export function indexQuery(
  asked: Asked,
  factsOf: (term: Term) => TermFacts,
  { sectionIds, authorId }: Narrowing,
): IndexQuery | null {
  const groups = asked.all.map((terms) => ({
    words: any(terms.map((term) => termQuery(term, factsOf(term), ''))),
    heads: any(terms.map((term) => termQuery(term, factsOf(term), '^'))),
  }));
  const narrowed = [
    ...(sectionIds.length > 0 ? [any(sectionIds.map((id) => lexeme(`/${id}`)))] : []),
    ...(authorId === null ? [] : [lexeme(`@${authorId}`)]),
  ];
  if (groups.length + narrowed.length === 0) return null;
  const without = asked.none.map((term) => `!${termQuery(term, factsOf(term), '')}`);
  const ranked = groups.map(({ words }) => words);
  const wanted = [...ranked, ...narrowed, ...without];
  return {
    wanted: every(wanted),
    heads: every([...wanted, ...groups.map(({ heads }) => heads)]),
    ranked: every(ranked.length > 0 ? ranked : narrowed),
    phrases: requiredPhrases(asked, factsOf),
  };
}

/** Only what every find must hold: not one of several, nor what may be somebody's name instead. */
const requiredPhrases = (asked: Asked, factsOf: (term: Term) => TermFacts): string[][] =>
  asked.all.flatMap(([term, ...others]) => {
    if (term === undefined || others.length > 0) return [];
    const sequence = sequenceOf(term);
    const { authorIds, tagIds } = factsOf(term);
    return sequence.length > 1 && authorIds.length + tagIds.length === 0 ? [sequence] : [];
  });

function termQuery(term: Term, { forms, authorIds, tagIds }: TermFacts, mark: '' | '^'): string {
  const sequence = sequenceOf(term);
  const [first = ''] = sequence;
  const text =
    sequence.length > 1
      ? [phrase(sequence, mark)]
      : isUnspaced(first) && [...first].length === 1
        ? // A character alone begins pairs, or ends a run.
          [`${lexeme(mark + first)}:*`]
        : [first, ...(term.exact ? [] : forms)].map((word) => lexeme(mark + word));
  return any([...text, ...authorIds.map((id) => lexeme(`@${id}`)), ...tagIds.map((id) => lexeme(`#${id}`))]);
}

/** Words of headlines have no places: there it is enough that all are present, the text itself decides. */
const phrase = (sequence: string[], mark: '' | '^'): string =>
  `(${sequence.map((word) => lexeme(mark + word)).join(mark === '' ? '<->' : '&')})`;

const any = (parts: string[]): string => (parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`);
const every = (parts: string[]): string => parts.join('&');
const lexeme = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`;
