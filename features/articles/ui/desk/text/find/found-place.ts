import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import type { RefObject } from 'react';
import type { Finding, Spot } from './find-plugin';
import { type HeadField, headFields } from './head-step';

/** Where headline and standfirst are written. */
export type Fields = Record<HeadField, RefObject<HTMLTextAreaElement | null>>;

/**
 * Where a search begins, and for which words: where the caret was as the bar opened, and what was selected there, if it is
 * a few words of one line. Most often that is just what one wants to find.
 */
export function beginning(editor: Editor, fields: Fields): { words: string; spot: () => Spot } {
  const name = headFields.find((field) => fields[field].current === document.activeElement);
  const field = name && fields[name].current;
  if (!field)
    return { words: selectedWords(editor), spot: () => ({ in: 'text', at: editor.state.selection.from }) };
  const { selectionStart: at, selectionEnd, value } = field;
  return { words: short(value.slice(at, selectionEnd)), spot: () => ({ in: name, at }) };
}

function selectedWords(editor: Editor): string {
  const { selection, doc } = editor.state;
  if (selection.empty || !selection.$from.sameParent(selection.$to)) return '';
  return short(doc.textBetween(selection.from, selection.to, '\n'));
}

const short = (words: string): string => (words.length <= 100 && !words.includes('\n') ? words : '');

/** Leaves the caret on what was found last, or in the text where nothing was. */
export function selectFound(view: EditorView, fields: Fields, finding: Finding | undefined): void {
  const match = finding?.matches[finding.current];
  if (match?.in === 'head') {
    const field = fields[match.field].current;
    field?.focus();
    field?.setSelectionRange(match.from, match.to);
    return;
  }
  if (match?.in === 'text')
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)));
  view.focus();
}
