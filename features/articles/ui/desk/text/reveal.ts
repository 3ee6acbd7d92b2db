import type { Node } from '@tiptap/pm/model';
import type { Editor } from '@tiptap/react';

/** Selects the words in a block of the text, or the block itself, and brings it into sight. */
export function reveal(editor: Editor, block: number, words: string): void {
  const { doc } = editor.state;
  if (block >= doc.childCount) return;
  let start = 0;
  for (let n = 0; n < block; n++) start += doc.child(n).nodeSize;
  const node = doc.child(block);
  const found = words === '' ? null : findWords(node, start, words);
  const chain = editor.chain().focus();
  if (found) chain.setTextSelection(found).run();
  else if (node.isAtom) chain.setNodeSelection(start).run();
  else chain.setTextSelection(start + 1).run();
  const drawn = editor.view.nodeDOM(start);
  if (drawn instanceof HTMLElement) drawn.scrollIntoView({ block: 'center' });
}

/** Where the words stand in a node that begins at `start`; within one line of text. */
function findWords(node: Node, start: number, words: string): { from: number; to: number } | null {
  if (node.isTextblock) {
    const at = node.textBetween(0, node.content.size, '\ufffc', '\ufffc').indexOf(words);
    return at < 0 ? null : { from: start + 1 + at, to: start + 1 + at + words.length };
  }
  let found: { from: number; to: number } | null = null;
  node.forEach((child, offset) => {
    found ??= findWords(child, start + 1 + offset, words);
  });
  return found;
}
