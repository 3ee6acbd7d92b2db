'use client';

import { NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import { GripVertical } from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.client';
import { duplicateBlock, moveBlock, removeBlock } from './move-block';

/** The block beside which the handle stands: its position in the document, its place on the page in pixels. */
interface Beside {
  from: number;
  top: number;
}

const acts = [
  { label: 'Move up', keys: 'Alt ↑', command: moveBlock(-1) },
  { label: 'Move down', keys: 'Alt ↓', command: moveBlock(1) },
  { label: 'Double', keys: 'Ctrl Alt D', command: duplicateBlock },
  { label: 'Take out', keys: 'Ctrl Alt ⌫', command: removeBlock, danger: true },
];

/**
 * A grip in the margin beside the block under the mouse: to drag it elsewhere by, or to choose what is done with it. By
 * keyboard all of it is done where the caret is (`blockKeys`), so the grip is no stop on the tabulator's way.
 */
export function BlockHandle({ editor }: { editor: Editor }) {
  const [beside, setBeside] = useState<Beside | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    const page = dom.parentElement?.parentElement;
    // An open menu keeps its block: the page under it hears nothing, as if the mouse had left.
    if (!page || open) return;
    const follow = ({ clientY }: MouseEvent) => setBeside(blockBeside(editor.view, clientY));
    const leave = () => setBeside(null);
    page.addEventListener('mousemove', follow);
    page.addEventListener('mouseleave', leave);
    dom.addEventListener('keydown', leave);
    return () => {
      page.removeEventListener('mousemove', follow);
      page.removeEventListener('mouseleave', leave);
      dom.removeEventListener('keydown', leave);
    };
  }, [editor, open]);
  if (!beside) return null;
  const choose = () => selectBlock(editor.view, beside.from);
  return (
    <Menu open={open} onOpenChange={setOpen}>
      {/* The menu hangs here, and not on the grip: a menu's own button opens at the press, which may begin a drag. */}
      <MenuTrigger asChild>
        <span
          aria-hidden="true"
          tabIndex={-1}
          className="block-handle invisible"
          style={{ top: beside.top }}
        />
      </MenuTrigger>
      <button
        type="button"
        draggable
        tabIndex={-1}
        aria-label="Move or change this part"
        aria-haspopup="menu"
        aria-expanded={open}
        title="Drag to move, press for more"
        className="block-handle"
        style={{ top: beside.top }}
        onClick={() => {
          choose();
          setOpen(true);
        }}
        onDragStart={(event) => beginDrag(editor.view, beside.from, event)}
        onDragEnd={() => endDrag(editor.view)}
      >
        <GripVertical aria-hidden="true" />
      </button>
      <MenuContent
        align="start"
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          editor.view.focus();
        }}
      >
        {acts.map(({ label, keys, command, danger }) => (
          <MenuItem
            key={label}
            keys={keys}
            tone={danger ? 'danger' : undefined}
            disabled={!command(editor.state)}
            onSelect={() => {
              command(editor.state, editor.view.dispatch);
              setBeside(null);
            }}
          >
            {label}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

/** The block of the text itself that is at this height, or null beside an end that has none. */
function blockBeside(view: EditorView, clientY: number): Beside | null {
  if (!view.editable) return null;
  const blocks = view.dom.children;
  let [low, high] = [0, blocks.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.getBoundingClientRect().bottom < clientY) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  if (!block) return null;
  const place = block.getBoundingClientRect();
  if (clientY < place.top - 8 || clientY > place.bottom + 8) return null;
  const $at = view.state.doc.resolve(view.posAtDOM(block, 0));
  const from = $at.depth > 0 ? $at.before(1) : $at.pos;
  const isNode = view.nodeDOM(from) === block;
  return isNode ? { from, top: place.top - view.dom.getBoundingClientRect().top } : null;
}

function selectBlock(view: EditorView, from: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, from)));
}

/** As ProseMirror itself begins a drag: what is dropped inside the same text is moved, elsewhere it is copied. */
function beginDrag(view: EditorView, from: number, event: DragEvent): void {
  selectBlock(view, from);
  const slice = view.state.selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  event.dataTransfer.clearData();
  event.dataTransfer.setData('text/html', dom.innerHTML);
  event.dataTransfer.setData('text/plain', text);
  event.dataTransfer.effectAllowed = 'copyMove';
  const block = view.nodeDOM(from);
  if (block instanceof Element) event.dataTransfer.setDragImage(block, 0, 0);
  view.dragging = { slice, move: true };
}

/** After the drop, which comes first. */
const endDrag = (view: EditorView): void => {
  setTimeout(() => {
    view.dragging = null;
  }, 50);
};
