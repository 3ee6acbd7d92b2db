import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { limits, measure } from '@/lib/rich-text/measure';

/**
 * Levels of what is pasted: far below what one text may have, so that it fits inside what is nested already. A list is two.
 */
const deepest = 40;

/**
 * What is pasted, with everything below the deepest level side by side on it: two hundred lists within each other could
 * be put in, but never be saved. Words and their order stay.
 */
export function withoutDepth(slice: Slice): Slice {
  if (depthOf(slice.content) <= deepest) return slice;
  return new Slice(shallow(slice.content, 1), Math.min(slice.openStart, 1), Math.min(slice.openEnd, 1));
}

/** With a stack of its own: it is asked before anything walks through it. */
function depthOf(content: Fragment): number {
  let most = 0;
  const open: { content: Fragment; depth: number }[] = [{ content, depth: 1 }];
  for (let at = open.pop(); at && most <= deepest; at = open.pop()) {
    const { depth } = at;
    most = Math.max(most, depth);
    at.content.forEach((node) => {
      if (!node.isTextblock && node.content.size > 0) open.push({ content: node.content, depth: depth + 1 });
    });
  }
  return most;
}

function shallow(content: Fragment, depth: number): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isTextblock || node.isLeaf) nodes.push(node);
    else if (depth < deepest - 1 || innerParts.has(node.type.name))
      nodes.push(node.copy(shallow(node.content, depth + 1)));
    else nodes.push(...linesOf(node));
  });
  return Fragment.from(nodes);
}

/** What only stands inside a list or table that stayed: it stays too, with nothing but lines in it. */
const innerParts = new Set(['listItem', 'tableRow', 'tableCell', 'tableHeader']);

/** The lines within a node, in their order, without recursion: it may be hundreds of levels deep. */
function linesOf(node: Node): Node[] {
  const lines: Node[] = [];
  node.descendants((inner) => {
    if (!inner.isTextblock && !inner.isLeaf) return true;
    lines.push(inner);
    return false;
  });
  return lines;
}

const inWords = (characters: number): string => characters.toLocaleString('en');

/** Why so long a text is not even read, or null. A story's limit is the server's own. */
export function tooLongToRead(data: DataTransfer): string | null {
  const text = data.getData('text/plain') || data.getData('text/html').replace(/<[^>]*>/g, '');
  if (text.length <= limits.characters) return null;
  return `What you pasted has ${inWords(text.length)} characters; one story holds at most ${inWords(limits.characters)}. Nothing was put in and nothing was changed. Paste a part of it, or make several stories of it.`;
}

/** Above this it is worth counting. */
const surelyFits = 100_000;

/** Why the text and what is pasted do not fit into one story, or null: better now than at every save from then on. */
export function tooMuchTogether({ state }: EditorView, slice: Slice): string | null {
  if (state.doc.content.size + slice.content.size < surelyFits) return null;
  try {
    measure({ doc: state.doc.toJSON(), more: slice.content.toJSON() });
    return null;
  } catch {
    return 'This is more than fits into one story together with what stands in it. Nothing was put in and nothing was changed. Paste a part of it, or begin another story with it.';
  }
}
