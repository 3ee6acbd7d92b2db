import { toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import type { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import { apart, type Part } from './part-field';

const open = new WeakMap<EditorView, EditorView>();

/**
 * A number in the text; chosen, it shows its note, which is an editor of its own whose steps are carried out in the
 * document around it. After ProseMirror's own example of footnotes.
 */
export function footnoteView({ node: first, view: outer, getPos }: Part): NodeView {
  let node = first;
  let inner: EditorView | null = null;
  const dom = document.createElement('span');
  dom.className = 'footnote-mark';
  const dispatchInner = (transaction: Transaction) => {
    if (!inner) return;
    const { state, transactions } = inner.state.applyTransaction(transaction);
    inner.updateState(state);
    const at = getPos();
    if (transaction.getMeta('fromOutside') || at === undefined) return;
    const offset = StepMap.offset(at + 1);
    const carried = outer.state.tr;
    for (const { steps } of transactions)
      for (const step of steps) {
        const moved = step.map(offset);
        if (moved) carried.step(moved);
      }
    if (carried.docChanged) outer.dispatch(carried);
  };
  const close = () => {
    inner?.destroy();
    inner = null;
    open.delete(outer);
    dom.replaceChildren();
  };
  return {
    dom,
    selectNode: () => {
      dom.classList.add('ProseMirror-selectednode');
      const box = apart('span', 'footnote-box');
      dom.append(box);
      inner = innerEditor(box, node, outer, getPos, dispatchInner);
      open.set(outer, inner);
    },
    deselectNode: () => {
      dom.classList.remove('ProseMirror-selectednode');
      close();
    },
    update: (now) => {
      if (now.type !== node.type) return false;
      node = now;
      if (inner) takeOver(inner, now);
      return true;
    },
    stopEvent: (event) => inner?.dom.contains(event.target as globalThis.Node) ?? false,
    ignoreMutation: () => true,
    destroy: close,
  };
}

/** Puts the caret into the note of the footnote at `pos`. */
export function openFootnote(view: EditorView, pos: number): boolean {
  const { selection } = view.state;
  if (!(selection instanceof NodeSelection) || selection.from !== pos)
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)));
  const inner = open.get(view);
  inner?.focus();
  return inner !== undefined;
}

function innerEditor(
  place: HTMLElement,
  node: Node,
  outer: EditorView,
  getPos: () => number | undefined,
  dispatchTransaction: (transaction: Transaction) => void,
): EditorView {
  const { bold, italic } = node.type.schema.marks;
  const leave = () => {
    const at = getPos();
    if (at !== undefined)
      outer.dispatch(
        outer.state.tr.setSelection(
          TextSelection.near(outer.state.doc.resolve(at + (outer.state.doc.nodeAt(at)?.nodeSize ?? 0))),
        ),
      );
    outer.focus();
    return true;
  };
  return new EditorView(place, {
    state: EditorState.create({
      doc: node,
      plugins: [
        keymap({
          'Mod-z': () => undo(outer.state, outer.dispatch),
          'Mod-y': () => redo(outer.state, outer.dispatch),
          'Shift-Mod-z': () => redo(outer.state, outer.dispatch),
          ...(bold && { 'Mod-b': toggleMark(bold) }),
          ...(italic && { 'Mod-i': toggleMark(italic) }),
          Enter: leave,
          Escape: leave,
        }),
      ],
    }),
    attributes: { role: 'textbox', 'aria-label': 'Footnote', class: 'footnote-text', dir: 'auto' },
    editable: () => outer.editable,
    dispatchTransaction,
    handleDOMEvents: {
      // Kept from the document around it, where the same keys mean other things.
      keydown: (_view, event) => void event.stopPropagation(),
      mousedown: (view) => void (outer.hasFocus() && view.focus()),
    },
  });
}

/** Shows what changed in the document around it, by an undo for one, without moving the caret of the note. */
function takeOver(inner: EditorView, now: Node): void {
  const before = inner.state.doc;
  const start = now.content.findDiffStart(before.content);
  if (start === null) return;
  const end = now.content.findDiffEnd(before.content);
  if (!end) return;
  const overlap = start - Math.min(end.a, end.b);
  const more = Math.max(0, overlap);
  const transaction = inner.state.tr.replace(start, end.b + more, now.slice(start, end.a + more));
  inner.dispatch(transaction.setMeta('fromOutside', true));
}
