/** A word that exists, with about how many stories have it. */
export interface KnownWord {
  word: string;
  documents: number;
}

const alphabets = [
  ['a', 'z'],
  ['а', 'я'],
  ['α', 'ω'],
  ['א', 'ת'],
  ['ء', 'ي'],
] as const;

/** Shortest word that is looked at for slips, in characters: nearly every shorter one is a step away from another word. */
export const shortestSlip = 4;

/**
 * Every string one slip away from a word: a letter too few, too many, wrong, or two changed about; letters of the word's
 * own alphabet. Looked up by primary key, they find what trigrams miss ("strom" and "storm" share a fifth of theirs).
 * Source: P. Norvig, How to Write a Spelling Corrector.
 */
export function oneSlipAway(word: string): string[] {
  const letters = [...word];
  const alphabet = alphabetOf(letters[0] ?? '');
  const found = new Set<string>();
  for (let i = 0; i <= letters.length; i++) {
    const [head, tail] = [letters.slice(0, i).join(''), letters.slice(i)];
    const [first = '', second = ''] = tail;
    const rest = tail.slice(1).join('');
    if (first !== '') found.add(head + rest);
    if (second !== '') found.add(head + second + first + tail.slice(2).join(''));
    for (const letter of alphabet) {
      found.add(head + letter + tail.join(''));
      if (first !== '') found.add(head + letter + rest);
    }
  }
  found.delete(word);
  return [...found];
}

function alphabetOf(letter: string): string[] {
  const range = alphabets.find(([from, to]) => letter >= from && letter <= to);
  if (!range) return [];
  const [from, to] = range.map((end) => end.charCodeAt(0)) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, n) => String.fromCharCode(from + n));
}

/**
 * The word that was most likely meant: the fewest slips away, then the commonest. One slip for words of up to seven
 * letters, two for longer ones. Null when none is near.
 */
export function likeliest(word: string, candidates: readonly KnownWord[]): KnownWord | null {
  const most = word.length > 7 ? 2 : 1;
  const near = candidates
    .filter((candidate) => candidate.word !== word)
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate.word, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || b.candidate.documents - a.candidate.documents);
  return near[0]?.candidate ?? null;
}

/** Damerau–Levenshtein distance (optimal string alignment); anything above `most` counts as `most` + 1. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (older[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [older, old] = [old, row];
  }
  return Math.min(old[b.length] ?? most + 1, most + 1);
}
