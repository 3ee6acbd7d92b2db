import { Invalid } from '@/lib/errors';
import type { RichNode } from './document';
import { line, within } from './parse-leaves';
import { childrenOf } from './unknown';

/** Places a table may have, covered ones too: far above any in print. */
const mostPlaces = 10_000;
const widestSpan = 100;

/**
 * A table whose rows are all equally wide, the way the editor's table map wants it (prosemirror-tables): spans end at the
 * table's edge and before what another covers, and where a cell is missing there is an empty one. Loose parts become
 * cells. Throws Invalid when it is too large.
 */
export function parseTable(node: RichNode, contentOf: (cell: RichNode) => RichNode[]): RichNode[] {
  const rows = childrenOf(node).map((row) =>
    row.type === 'tableRow' ? childrenOf(row).map(asCell) : [asCell(row)],
  );
  const { placed, width } = place(rows);
  if (width === 0) return [];
  const content = placed.map(({ cells, free }) => ({
    type: 'tableRow',
    content: [
      ...cells.map(({ cell, colspan, rowspan }) => made(cell.type, { colspan, rowspan }, contentOf(cell))),
      ...Array.from({ length: free }, () => made('tableCell', { colspan: 1, rowspan: 1 }, [])),
    ],
  }));
  return [{ type: 'table', attrs: { caption: line(node.attrs?.caption) }, content }];
}

const asCell = (node: RichNode): RichNode =>
  node.type === 'tableCell' || node.type === 'tableHeader' ? node : { type: 'tableCell', content: [node] };

const made = (type: string, attrs: Record<string, number>, content: RichNode[]): RichNode => ({
  type,
  attrs,
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
});

interface PlacedCell {
  cell: RichNode;
  colspan: number;
  rowspan: number;
}

/** Puts each cell on the first free place of its row, as a browser does, and counts the places left over. */
function place(rows: RichNode[][]): { placed: { cells: PlacedCell[]; free: number }[]; width: number } {
  const taken = rows.map(() => new Set<number>());
  let places = 0;
  const cellsOf = (cells: RichNode[], row: number): PlacedCell[] => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column++;
      const rowspan = within(cell.attrs?.rowspan, 1, rows.length - row);
      const wanted = within(cell.attrs?.colspan, 1, widestSpan);
      let colspan = 1;
      while (colspan < wanted && !taken[row]?.has(column + colspan)) colspan++;
      places += colspan * rowspan;
      if (places > mostPlaces) throw tooLarge();
      for (let below = row; below < row + rowspan; below++)
        for (let right = 0; right < colspan; right++) taken[below]?.add(column + right);
      return { cell, colspan, rowspan };
    });
  };
  const placed = rows.map(cellsOf);
  const width = taken.reduce((widest, columns) => Math.max(widest, ...columns, -1), -1) + 1;
  if (width * rows.length > mostPlaces) throw tooLarge();
  return { placed: placed.map((cells, row) => ({ cells, free: width - (taken[row]?.size ?? 0) })), width };
}

const tooLarge = () => Invalid(`A table has more than ${mostPlaces} cells. Split it in two.`);
