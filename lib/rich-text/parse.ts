import { cleanText } from '@/lib/clean-text';
import { emptyDocument, type RichNode, type RichText } from './document';
import { cleanMarks } from './marks';
import { damaged, limits, measure, tooDeep } from './measure';
import { codeBlock, embed, figure, file, line as oneLine, storyCard, within } from './parse-leaves';
import { parseTable } from './parse-table';
import { childrenOf, cleanUnknown, isNode } from './unknown';

type Maker = (node: RichNode, depth: number) => RichNode[];

/**
 * Takes any value for a body and gives a document that every editor opens and every renderer draws: known nodes in their
 * proper places with their own attributes only, links to safe addresses only, a credit at a caption's end split off (R4).
 * Nodes and marks this version does not know stay where and as they were (D3). Throws Invalid, with a sentence, for what
 * is no document, too deep or too large. Parsing what was parsed changes nothing.
 */
export function parseRichText(value: unknown): RichText {
  measure(value);
  if (!isNode(value) || value.type !== 'doc') throw damaged();
  const content = blocks(childrenOf(value), 1);
  return content.length > 0 ? { type: 'doc', content } : emptyDocument();
}

/** Whatever stands among blocks, as blocks: loose text gathers in paragraphs, loose list items in a list. */
function blocks(nodes: RichNode[], depth: number): RichNode[] {
  if (depth > limits.depth) throw tooDeep();
  const out: RichNode[] = [];
  let line: RichNode[] = [];
  const endLine = () => {
    if (line.length > 0) out.push({ type: 'paragraph', content: joined(line) });
    line = [];
  };
  for (const node of nodes) {
    if (inlineTypes.has(node.type)) line.push(...inline(node));
    else {
      endLine();
      if (node.type === 'listItem') addToList(out, listItem(node, depth));
      else out.push(...block(node, depth));
    }
  }
  endLine();
  return out;
}

const block = (node: RichNode, depth: number): RichNode[] =>
  makers.get(node.type)?.(node, depth) ?? [cleanUnknown(node)];

const makers = new Map<string, Maker>([
  ['doc', (node, depth) => blocks(childrenOf(node), depth + 1)],
  ['paragraph', (node, depth) => textBlocks({ type: 'paragraph' }, node, depth)],
  [
    'heading',
    (node, depth) =>
      textBlocks({ type: 'heading', attrs: { level: within(node.attrs?.level, 2, 4) } }, node, depth),
  ],
  ['bulletList', (node, depth) => list({ type: 'bulletList' }, node, depth)],
  [
    'orderedList',
    (node, depth) =>
      list({ type: 'orderedList', attrs: { start: within(node.attrs?.start, 1, 99_999) } }, node, depth),
  ],
  ['blockquote', (node, depth) => boxed('blockquote', blocks(childrenOf(node), depth + 1))],
  ['callout', (node, depth) => boxed('callout', blocks(childrenOf(node), depth + 1))],
  [
    'pullQuote',
    (node, depth) =>
      textBlocks({ type: 'pullQuote', attrs: { source: oneLine(node.attrs?.source) } }, node, depth),
  ],
  ['codeBlock', (node) => [codeBlock(node)]],
  ['horizontalRule', () => [{ type: 'horizontalRule' }]],
  ['figure', (node) => [figure(node.attrs ?? {})]],
  ['gallery', gallery],
  ['embed', (node) => [embed(node.attrs ?? {})]],
  ['storyCard', (node) => [storyCard(node.attrs ?? {})]],
  ['file', (node) => [file(node.attrs ?? {})]],
  ['table', (node, depth) => parseTable(node, (cell) => blocks(childrenOf(cell), depth + 1))],
  // Without a table around them they are only what stands in them.
  ...['tableRow', 'tableCell', 'tableHeader'].map((type): [string, Maker] => [
    type,
    (node, depth) => blocks(childrenOf(node), depth + 1),
  ]),
]);

const inlineTypes = new Set(['text', 'hardBreak', 'footnote']);

/** A paragraph or heading; a block that strayed into it ends it and stands on its own. */
function textBlocks(shell: RichNode, node: RichNode, depth: number): RichNode[] {
  const out: RichNode[] = [];
  let line: RichNode[] = [];
  const endLine = () => {
    if (line.length > 0) out.push({ ...shell, content: joined(line) });
    line = [];
  };
  for (const child of childrenOf(node)) {
    if (makers.has(child.type) || child.type === 'listItem') {
      endLine();
      out.push(...blocks([child], depth + 1));
    } else line.push(...inline(child));
  }
  endLine();
  return out.length > 0 ? out : [shell];
}

function inline(node: RichNode): RichNode[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type === 'footnote') return [footnote(node)];
  if (node.type !== 'text') return [cleanUnknown(node)];
  const text = typeof node.text === 'string' ? cleanText(node.text) : '';
  if (text === '') return [];
  const marks = cleanMarks(node.marks);
  return [marks.length > 0 ? { type: 'text', marks, text } : { type: 'text', text }];
}

/** Neighbours of the same marks as one, the way the editor holds them: so that a save that changes nothing is seen as one. */
function joined(line: RichNode[]): RichNode[] {
  const out: RichNode[] = [];
  for (const node of line) {
    const before = out.at(-1);
    if (
      before?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(before.marks) === JSON.stringify(node.marks)
    )
      out[out.length - 1] = { ...before, text: `${before.text}${node.text}` };
    else out.push(node);
  }
  return out;
}

function list(shell: RichNode, node: RichNode, depth: number): RichNode[] {
  const content = childrenOf(node).map((child) =>
    listItem(child.type === 'listItem' ? child : { type: 'listItem', content: [child] }, depth + 1),
  );
  return content.length > 0 ? [{ ...shell, content }] : [];
}

function listItem(node: RichNode, depth: number): RichNode {
  const content = blocks(childrenOf(node), depth + 1);
  if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
  return { type: 'listItem', content };
}

function addToList(out: RichNode[], item: RichNode): void {
  const last = out.at(-1);
  if (last?.type === 'bulletList') last.content = [...(last.content ?? []), item];
  else out.push({ type: 'bulletList', content: [item] });
}

const boxed = (type: string, content: RichNode[]): RichNode[] =>
  content.length > 0 ? [{ type, content }] : [];

/** A note is one run of text: whatever else stands in it gives its words. */
function footnote(node: RichNode): RichNode {
  const content = joined(runsOf(node));
  return content.length > 0 ? { type: 'footnote', content } : { type: 'footnote' };
}

function runsOf(node: RichNode): RichNode[] {
  if (node.type === 'hardBreak') return [{ type: 'text', text: ' ' }];
  if (node.type === 'text') return inline(node);
  return childrenOf(node).flatMap(runsOf);
}

/** Most pictures of one gallery: what is more begins another. */
const mostInGallery = 12;

/** Two pictures at least make a gallery, a single one is a figure; what strayed into it stands below. */
function gallery(node: RichNode, depth: number): RichNode[] {
  const children = childrenOf(node);
  const figures = children.filter(({ type }) => type === 'figure').map(({ attrs }) => figure(attrs ?? {}));
  const out: RichNode[] = [];
  for (let at = 0; at < figures.length; at += mostInGallery) {
    const content = figures.slice(at, at + mostInGallery);
    out.push(...(content.length > 1 ? [{ type: 'gallery', content }] : content));
  }
  return [
    ...out,
    ...blocks(
      children.filter(({ type }) => type !== 'figure'),
      depth + 1,
    ),
  ];
}
