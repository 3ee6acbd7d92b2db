/**
 * A text as the checks see it: words in lower case, without marks, what cannot be seen, or the difference between wide and
 * narrow letters. A letter of a script that is written without spaces is a word of its own. Letters that stand apart so
 * that no list finds them ("f.r.e.e") come joined besides. Linear in the length of the text.
 * Source: Unicode TR15 (NFKD), TR44 (`Default_Ignorable_Code_Point`).
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Mn}\p{Default_Ignorable_Code_Point}]+/gu, '');
  const words: string[] = [];
  let apart = '';
  for (const [word] of plain.matchAll(/[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[\p{L}\p{N}]+/gu)) {
    words.push(word);
    if (/^[a-z0-9]$/.test(word)) {
      apart += word;
      continue;
    }
    if (apart.length >= 4) words.push(apart);
    apart = '';
  }
  if (apart.length >= 4) words.push(apart);
  return words;
}

/** Longest phrase of a list, in words; a longer line is cut when it is read from a form. */
export const longestPhrase = 12;

export interface WordList {
  /** Up to five lines of the list that a text holds, as they were written, in the order of the text. */
  find(words: readonly string[]): string[];
}

interface Branch {
  next: Map<string, Branch>;
  /** The line that ends here. */
  line?: string;
  /** Lines whose last word may end in any way, by the beginning of that word. */
  beginnings: Map<string, string>;
}
const branch = (): Branch => ({ next: new Map(), beginnings: new Map() });

/**
 * A list of words and phrases, one a line; a star at the end of a line stands for any ending. Whatever the list, looking
 * a text up takes time in proportion to the text: each word begins a walk of at most `longestPhrase` steps.
 */
export function readWordList(lines: readonly string[]): WordList {
  const root = branch();
  for (const line of lines) plant(root, line);
  return {
    find(words) {
      const found = new Set<string>();
      for (let at = 0; at < words.length && found.size < 5; at++) {
        const line = walk(root, words, at);
        if (line !== undefined) found.add(line);
      }
      return [...found];
    },
  };
}

function plant(root: Branch, line: string): void {
  const words = wordsOf(line).slice(0, longestPhrase);
  const last = words.at(-1);
  if (last === undefined) return;
  const open = line.trimEnd().endsWith('*');
  let here = root;
  for (const word of open ? words.slice(0, -1) : words) {
    const next = here.next.get(word) ?? branch();
    here.next.set(word, next);
    here = next;
  }
  if (open) here.beginnings.set(last, line);
  else here.line ??= line;
}

/** The first line of the list that the words from `start` on hold. */
function walk(root: Branch, words: readonly string[], start: number): string | undefined {
  let here = root;
  for (let at = start; at < words.length; at++) {
    const word = words[at] ?? '';
    const open = here.beginnings.size > 0 ? beginning(here.beginnings, word) : undefined;
    if (open !== undefined) return open;
    const next = here.next.get(word);
    if (next === undefined) return undefined;
    if (next.line !== undefined) return next.line;
    here = next;
  }
  return undefined;
}

/** No beginning is longer than this, so that an endless word costs no more than a long one. */
const longestBeginning = 40;

function beginning(beginnings: ReadonlyMap<string, string>, word: string): string | undefined {
  for (let length = 1; length <= Math.min(word.length, longestBeginning); length++) {
    const line = beginnings.get(word.slice(0, length));
    if (line !== undefined) return line;
  }
  return undefined;
}
