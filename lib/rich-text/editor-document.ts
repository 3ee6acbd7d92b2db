import { emptyDocument, type RichMark, type RichNode, type RichText } from './document';
import { markOrder } from './marks';
import { parseRichText } from './parse';
import { isNode } from './unknown';

const nodeTypes = new Set([
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'hardBreak',
  'figure',
  'gallery',
  'embed',
  'storyCard',
  'file',
  'pullQuote',
  'callout',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'footnote',
  'text',
]);
const markTypes = new Set<string>(markOrder);
const withInline = new Set(['paragraph', 'heading', 'pullQuote']);

/**
 * A stored body as the editor opens it, whatever it is (D3): parts this version does not know are put into the nodes
 * `unknown`, `unknownInline` and the mark `unknownMark`, which show a placeholder; `parseRichText` takes them out again when
 * it is saved. A body that is damaged beyond reading opens as one such placeholder, so that saving keeps it.
 */
export function editorDocument(stored: unknown): RichText {
  try {
    const document = parseRichText(stored);
    return { type: 'doc', content: document.content?.map((node) => wrap(node, false)) };
  } catch {
    if (!isNode(stored)) return emptyDocument();
    return { type: 'doc', content: [{ type: 'unknown', attrs: { node: { ...stored, type: 'damaged' } } }] };
  }
}

function wrap(node: RichNode, inline: boolean): RichNode {
  if (!nodeTypes.has(node.type)) return { type: inline ? 'unknownInline' : 'unknown', attrs: { node } };
  return {
    ...node,
    ...(node.marks && { marks: node.marks.map(wrapMark) }),
    ...(node.content && { content: node.content.map((child) => wrap(child, withInline.has(node.type))) }),
  };
}

const wrapMark = (mark: RichMark): RichMark =>
  markTypes.has(mark.type) ? mark : { type: 'unknownMark', attrs: { mark } };
