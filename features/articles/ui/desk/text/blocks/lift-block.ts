import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export function selectBlock(view: EditorView, from: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, from)));
}

/** As ProseMirror itself begins a drag: what is dropped inside the same text is moved, elsewhere it is copied. */
export function liftBlock(view: EditorView, from: number): void {
  selectBlock(view, from);
  // What was done just before is a step of undo of its own.
  view.dispatch(closeHistory(view.state.tr));
  view.dragging = { slice: view.state.selection.content(), move: true };
}

export function putDown(view: EditorView): void {
  view.dragging = null;
}
