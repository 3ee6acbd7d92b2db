import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { RichNode } from '@/lib/rich-text/document';
import { embedOf } from '@/lib/rich-text/embeds';
import { openFootnote } from './footnote-view';

/** Puts a part where the caret is, in place of an empty line, and goes into it or its first field. */
export function insertPart(editor: Editor, part: RichNode): void {
  editor.chain().focus().insertContent(part).run();
  const { selection, doc, tr } = editor.state;
  if (selection.$from.depth > 0 && selection.$from.node(1).type.name === 'table') {
    const first = TextSelection.near(doc.resolve(selection.$from.start(1)));
    editor.view.dispatch(tr.setSelection(first));
  }
  if (!(selection instanceof NodeSelection)) return;
  const dom = editor.view.nodeDOM(selection.from);
  if (dom instanceof HTMLElement) dom.querySelector<HTMLInputElement>('.part-field')?.focus();
}

/** Opens the list of what can be put in, as a slash does: on the empty line where the caret is, else on a new one below. */
export function askForPart(editor: Editor): void {
  const { $from } = editor.state.selection;
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const below = $from.depth === 0 ? editor.state.selection.to : $from.after(1);
  const chain = editor.chain().focus();
  if (!isEmptyLine) chain.insertContentAt(below, { type: 'paragraph' }).setTextSelection(below + 1);
  chain.insertContent('/').run();
}

/** A table of empty cells under a row of headings, with the caret in the first. */
export const table = (rows: number, columns: number): RichNode => ({
  type: 'table',
  content: Array.from({ length: rows }, (_, row) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, () => ({
      type: row === 0 ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph' }],
    })),
  })),
});

/** A footnote after the selection, open to be written. */
export function insertFootnote(editor: Editor): void {
  const type = editor.schema.nodes.footnote;
  const { to } = editor.state.selection;
  if (!type || !editor.can().insertContentAt(to, { type: 'footnote' })) return;
  const transaction = editor.state.tr.setSelection(TextSelection.create(editor.state.doc, to));
  editor.view.dispatch(transaction.replaceSelectionWith(type.create(), false));
  editor.view.focus();
  openFootnote(editor.view, to);
}

/** The part that an address pasted on an empty line becomes, if there is one for it. */
export function embedPasted(editor: Editor, text: string): boolean {
  const url = text.trim();
  const { empty, $from } = editor.state.selection;
  if (!empty || $from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return false;
  if (/\s/.test(url) || embedOf(url) === null) return false;
  return editor.chain().insertContent({ type: 'embed', attrs: { url } }).run();
}
