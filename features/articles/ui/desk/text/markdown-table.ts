import type { RichNode } from '@/lib/rich-text/document';

const ruleRow = /^ {0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$/;

/** Whether a table of GitHub's Markdown begins here: a row of cells over a row of dashes, of equally many. */
export const beginsTable = (line: string, next: string): boolean =>
  line.includes('|') &&
  next.includes('-') &&
  next.length < 1000 &&
  ruleRow.test(next) &&
  cellsOf(line).length === cellsOf(next).length;

/** The lines of a table, its row of dashes left out, as one; `inline` reads what stands in a cell. */
export function tableOf(lines: string[], inline: (text: string) => RichNode[]): RichNode {
  const [head = '', , ...rest] = lines;
  const width = cellsOf(head).length;
  const row = (line: string, type: 'tableHeader' | 'tableCell'): RichNode => {
    const cells = cellsOf(line);
    // What is more than there are columns stands in the last one: nothing is lost.
    const kept =
      cells.length > width ? [...cells.slice(0, width - 1), cells.slice(width - 1).join(' ')] : cells;
    return {
      type: 'tableRow',
      content: Array.from({ length: width }, (_, n) => cell(type, inline(kept[n] ?? ''))),
    };
  };
  return {
    type: 'table',
    content: [row(head, 'tableHeader'), ...rest.map((line) => row(line, 'tableCell'))],
  };
}

const cell = (type: string, content: RichNode[]): RichNode => ({
  type,
  content: [content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }],
});

/** Between bars that are not escaped; a bar at the head and one at the end are only the frame. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((text) => text.trim().replaceAll('\\|', '|'));
