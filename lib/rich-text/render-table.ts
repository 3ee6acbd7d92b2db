import type { RichNode } from './document';
import { figcaption, type Where, words } from './render-parts';
import { allText } from './text';
import { childrenOf } from './unknown';

/**
 * A table in a region of its own that scrolls sideways, by keyboard too, and is named by its caption or its first row. A
 * first row of nothing but headings is its head.
 */
export function drawTable(node: RichNode, { away }: Where, inCell: (cell: RichNode) => string): string {
  const rows = childrenOf(node).filter(({ type }) => type === 'tableRow');
  const [first] = rows;
  if (!first) return '';
  const hasHead = rows.length > 1 && childrenOf(first).every(({ type }) => type === 'tableHeader');
  const draw = (row: RichNode) =>
    `<tr>${childrenOf(row)
      .map((cell) => drawCell(cell, hasHead && row === first, inCell(cell)))
      .join('')}</tr>`;
  const head = hasHead ? `<thead>${draw(first)}</thead>` : '';
  const body = (hasHead ? rows.slice(1) : rows).map(draw).join('');
  const table = `<table>${head}<tbody>${body}</tbody></table>`;
  const caption = words(node.attrs?.caption);
  if (away) return `<figure>${table}${figcaption(caption)}</figure>`;
  const name = caption || words(nameOf(first));
  const region = name ? ` role="region" aria-label="${name}"` : '';
  return `<figure class="table"><div class="scroll"${region} tabindex="0">${table}</div>${figcaption(caption)}</figure>`;
}

const nameOf = (row: RichNode): string =>
  childrenOf(row)
    .map((cell) => allText(cell).trim())
    .filter(Boolean)
    .join(', ')
    .slice(0, 120);

function drawCell(cell: RichNode, inHead: boolean, html: string): string {
  const [columns, rows] = [spanOf(cell.attrs?.colspan), spanOf(cell.attrs?.rowspan)];
  const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (rows > 1 ? ` rowspan="${rows}"` : '');
  const text = allText(cell).trim();
  // A heading of nothing is no heading to who listens.
  if (cell.type === 'tableHeader' && text !== '')
    return `<th scope="${inHead ? 'col' : 'row'}${(inHead ? columns : rows) > 1 ? 'group' : ''}"${spans}>${html}</th>`;
  return `<td${isFigure.test(text) ? ' class="number"' : ''}${spans}>${html}</td>`;
}

/** Numbers, with signs, separators and units, stand under each other. */
const isFigure = /^[+−–-]?\s?[$€£¥]?\s?\d[\d.,'’\s]{0,20}\s?(?:%|‰|€|\$|£)?$/;

const spanOf = (value: unknown): number =>
  Number.isInteger(value) ? Math.min(1000, Math.max(1, Number(value))) : 1;
