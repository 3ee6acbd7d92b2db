import type { Node } from '@tiptap/pm/model';
import { type EditorState, NodeSelection } from '@tiptap/pm/state';

/**
 * The words that are selected, as readers see them and in one line: those of a note stand at the end of the story and
 * belong to no sentence of it, so they are among them only where the note itself is selected (`plainText` says the same).
 */
export function selectedWords({ doc, selection }: EditorState): string {
  const { from, to } = selection;
  if (selection instanceof NodeSelection && selection.node.type.name === 'footnote')
    return oneLine(selection.node.textContent);
  let words = '';
  doc.nodesBetween(from, to, (node: Node, at) => {
    if (node.isText) words += node.text?.slice(Math.max(from - at, 0), to - at) ?? '';
    else if (node.isBlock || node.type.name === 'hardBreak') words += ' ';
    return node.type.name !== 'footnote';
  });
  return oneLine(words);
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
