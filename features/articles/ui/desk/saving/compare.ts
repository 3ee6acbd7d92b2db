import type { RichText } from '@/lib/rich-text/document';
import { allLines } from '@/lib/rich-text/text';

/** A paragraph in one of two texts; `same` stands in both. */
export interface ComparedLine {
  text: string;
  same: boolean;
}

interface Comparable {
  title: string;
  standfirst: string;
  body: RichText;
}

/** Two texts as paragraphs, each marked by whether the other has it too, in order (longest common subsequence). */
export function compareTexts(
  mine: Comparable,
  theirs: Comparable,
): { mine: ComparedLine[]; theirs: ComparedLine[] } {
  const [a, b] = [linesOf(mine), linesOf(theirs)];
  const { inA, inB } = common(a, b);
  return {
    mine: a.map((text, i) => ({ text, same: inA.has(i) })),
    theirs: b.map((text, i) => ({ text, same: inB.has(i) })),
  };
}

/** The whole text as one would read it aloud: for comparing and for the clipboard. */
export const linesOf = ({ title, standfirst, body }: Comparable): string[] =>
  [title, standfirst, ...allLines(body)].filter((line) => line.trim() !== '');

/** Most paragraphs compared in full: beyond, the table would take seconds; what is left over counts as different. */
const compared = 3000;

function common(a: string[], b: string[]): { inA: Set<number>; inB: Set<number> } {
  const [rows, columns] = [Math.min(a.length, compared), Math.min(b.length, compared)];
  const length = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (i: number, j: number) => length[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = length[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const [inA, inB] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[i] === b[j]) {
      inA.add(i++);
      inB.add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { inA, inB };
}
