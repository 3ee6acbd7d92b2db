import type { Slice } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Pastes several blocks that begin with something other than a paragraph as blocks of their own. ProseMirror would take
 * the first one's words into the line where the caret is, and a heading would no longer be one. True when it did.
 */
export function pasteAsBlocks(view: EditorView, slice: Slice): boolean {
  const { content } = slice;
  const { state } = view;
  const begins = content.firstChild?.type.name;
  if (content.childCount < 2 || begins === undefined || begins === 'paragraph') return false;
  if (state.selection.$from.depth !== 1 || state.selection.$to.depth !== 1) return false;
  if (state.selection.empty && state.selection.$from.parent.content.size === 0) return false;
  const transaction = state.tr.deleteSelection();
  const { $from } = transaction.selection;
  if ($from.depth !== 1) return false;
  const atEnd = $from.parentOffset === $from.parent.content.size;
  const atStart = $from.parentOffset === 0;
  if (!atEnd && !atStart) {
    if (!canSplit(transaction.doc, $from.pos)) return false;
    transaction.split($from.pos);
  }
  const place = atStart && !atEnd ? $from.before() : transaction.doc.resolve($from.pos).after(1);
  transaction.insert(place, content);
  const end = place + content.size;
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}
