import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** What a part of the text is, where it stands, and in which editor. */
export interface Part {
  node: Node;
  view: EditorView;
  getPos: () => number | undefined;
}

/** What a part is made of: fields that follow the document, and where its text goes. */
export interface PartParts {
  dom: HTMLElement;
  contentDOM?: HTMLElement;
  fields: PartField[];
  show?: (node: Node) => void;
}

interface FieldWish {
  attr: string;
  label: string;
  type?: 'text' | 'url';
  maxLength?: number;
}

export interface PartField {
  dom: HTMLInputElement;
  show: (node: Node) => void;
}

/** A line of words that belongs to a part of the text and not into it: a caption, an address, a name. Enter goes on after it. */
export function partField({ node, view, getPos }: Part, wish: FieldWish): PartField {
  const { attr, label, type = 'text', maxLength = 2000 } = wish;
  const dom = document.createElement('input');
  Object.assign(dom, { type, maxLength, placeholder: label, className: 'part-field', dir: 'auto' });
  dom.setAttribute('aria-label', label);
  const show = (now: Node) => {
    dom.readOnly = !view.editable;
    const value = String(now.attrs[attr] ?? '');
    // A field that is being typed into is ahead of the document.
    if (document.activeElement !== dom && dom.value !== value) dom.value = value;
  };
  dom.addEventListener('input', () => {
    const pos = getPos();
    if (pos === undefined) return;
    view.dispatch(view.state.tr.setNodeAttribute(pos, attr, dom.value));
  });
  dom.addEventListener('keydown', (event) => {
    const pos = getPos();
    if (event.key !== 'Enter' || pos === undefined) return;
    event.preventDefault();
    goOnAfter(view, pos);
  });
  show(node);
  return { dom, show };
}

/** Puts the caret behind the part that stands there. */
export function goOnAfter(view: EditorView, pos: number): void {
  const { doc, tr } = view.state;
  const after = doc.resolve(pos + (doc.nodeAt(pos)?.nodeSize ?? 0));
  view.dispatch(tr.setSelection(TextSelection.near(after)));
  view.focus();
}

/** Enter on a part that is chosen goes to the first of its words. */
export function intoWords(view: EditorView, pos: number): boolean {
  const part = view.nodeDOM(pos);
  if (!(part instanceof HTMLElement)) return false;
  const field = part.querySelector<HTMLElement>('input:not([readonly]), textarea:not([readonly])');
  field?.focus();
  return field !== null;
}

/** An element that holds text and fields. */
export function holder<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...inside: (string | HTMLElement)[]
): HTMLElementTagNameMap[K] {
  const dom = document.createElement(name);
  dom.className = className;
  dom.append(...inside);
  return dom;
}

/** An element that is no part of the text. */
export function apart<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...inside: (string | HTMLElement)[]
): HTMLElementTagNameMap[K] {
  const dom = holder(name, className, ...inside);
  dom.contentEditable = 'false';
  return dom;
}

/** A button among the tools of a part, beside the text. */
export function partTool(label: string, title: string, run: () => void): HTMLButtonElement {
  const button = apart('button', 'part-tool', label);
  Object.assign(button, { type: 'button', title });
  button.setAttribute('aria-label', `${label}: ${title}`);
  // The press must not take the caret out of where it is.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', run);
  return button;
}
