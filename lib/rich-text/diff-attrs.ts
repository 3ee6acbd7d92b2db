import { diffText, type WordPart } from './diff-words';
import type { RichNode } from './document';

/** A line that belongs to a part: its caption, its credit. */
export interface LineChange {
  name: string;
  words: WordPart[];
}

const lineNames = {
  figure: { alt: 'Description', caption: 'Caption', credit: 'Credit' },
  embed: { url: 'Address', caption: 'Caption' },
  file: { title: 'Title', caption: 'Caption', credit: 'Credit' },
  table: { caption: 'Caption' },
  storyCard: { title: 'Story' },
  pullQuote: { source: 'Said by' },
} as const satisfies Record<string, Record<string, string>>;

/** The lines that differ, word by word; with `all`, those too that do not. Null is a part that is not there. */
export function changesOfAttrs(old: RichNode | null, node: RichNode | null, all = false): LineChange[] {
  const names: Record<string, string> = lineNames[(node ?? old)?.type as keyof typeof lineNames] ?? {};
  return Object.entries(names).flatMap(([attr, name]) => {
    const [before, after] = [lineOf(old, attr), lineOf(node, attr)];
    if (before === after && !(all && after !== '')) return [];
    return [{ name, words: diffText(before, after) }];
  });
}

const lineOf = (node: RichNode | null, attr: string): string => {
  const value = node?.attrs?.[attr];
  return typeof value === 'string' ? value : '';
};

/** What became of a block's kind and form, in words. */
export function saysOfAttrs(old: RichNode, node: RichNode): string[] {
  const says: string[] = [];
  const [was, is] = [kindOf(old), kindOf(node)];
  if (was !== is) says.push(`now ${is}, was ${was}`);
  if (node.type === 'figure' && pictureKey(old) !== pictureKey(node)) says.push('another picture');
  if (node.type === 'codeBlock' && old.attrs?.language !== node.attrs?.language)
    says.push(`language now ${node.attrs?.language ?? 'none'}, was ${old.attrs?.language ?? 'none'}`);
  return says;
}

const kinds: Record<string, string> = {
  paragraph: 'a paragraph',
  codeBlock: 'code',
  pullQuote: 'a pull quote',
  bulletList: 'a list with bullets',
  listItem: 'a line of a list',
  blockquote: 'a quotation',
  callout: 'a box',
  gallery: 'a gallery',
  table: 'a table',
  tableRow: 'a row',
  figure: 'a picture',
  embed: 'an embed',
  storyCard: 'a card of another story',
  file: 'a file',
  horizontalRule: 'a line',
};

function kindOf({ type, attrs }: RichNode): string {
  if (type === 'heading') return `a heading of level ${attrs?.level ?? 2}`;
  if (type === 'orderedList')
    return `a numbered list${Number(attrs?.start ?? 1) === 1 ? '' : ` from ${attrs?.start}`}`;
  if (type === 'tableCell' || type === 'tableHeader') {
    const [columns, rows] = [Number(attrs?.colspan ?? 1), Number(attrs?.rowspan ?? 1)];
    const over = columns > 1 || rows > 1 ? ` over ${columns} by ${rows}` : '';
    return (type === 'tableCell' ? 'a cell' : 'a heading of the table') + over;
  }
  return kinds[type] ?? `“${type}”`;
}

/** Which file a picture shows. */
export const pictureKey = (node: RichNode): string =>
  node.type === 'figure' ? String(node.attrs?.mediaId ?? node.attrs?.hash ?? '') : '';
