'use client';

import { closeHistory } from '@tiptap/pm/history';
import { type Command, NodeSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import { GripVertical } from 'lucide-react';
import { type DragEvent, useEffect, useState } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.client';
import { type Beside, blockAt } from './block-at';
import { type Crossing, crossBlock, crossingOf } from './cross-block';
import { duplicateBlock, moveBlock, removeBlock } from './move-block';

interface Act {
  /** Without one it passes a border, and is offered where there is one. */
  label?: string;
  step?: -1 | 1;
  keys: string;
  command: Command;
  danger?: boolean;
}

const acts: Act[] = [
  { label: 'Move up', keys: 'Alt ↑', command: moveBlock(-1) },
  { label: 'Move down', keys: 'Alt ↓', command: moveBlock(1) },
  { step: -1, keys: 'Alt Shift ↑', command: crossBlock(-1) },
  { step: 1, keys: 'Alt Shift ↓', command: crossBlock(1) },
  { label: 'Double', keys: 'Ctrl Alt D', command: duplicateBlock },
  { label: 'Take out', keys: 'Ctrl Alt ⌫', command: removeBlock, danger: true },
];

/**
 * A grip beside the block under the mouse, in the margin or within a list, quote, box or table: to drag it elsewhere by, or to choose what is done with it. By
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
    const follow = (event: MouseEvent) => {
      const onHandle = event.target instanceof Element && event.target.closest('.block-handle');
      if (!onHandle) setBeside(blockAt(editor.view, event));
    };
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
  const place = { top: beside.top, ...(beside.left !== null && { left: beside.left }) };
  const choose = () => selectBlock(editor.view, beside.from);
  return (
    <Menu open={open} onOpenChange={setOpen}>
      {/* The menu hangs here, and not on the grip: a menu's own button opens at the press, which may begin a drag. */}
      <MenuTrigger asChild>
        <span aria-hidden="true" tabIndex={-1} className="block-handle invisible" style={place} />
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
        style={place}
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
        {open &&
          acts.map((act) => (
            <ActItem key={act.keys} act={act} editor={editor} onDone={() => setBeside(null)} />
          ))}
      </MenuContent>
    </Menu>
  );
}

function ActItem({ act, editor, onDone }: { act: Act; editor: Editor; onDone: () => void }) {
  const { label, step, keys, command, danger } = act;
  const crossing = step && crossingOf(editor.state, step);
  if (!label && !crossing) return null;
  return (
    <MenuItem
      keys={keys}
      tone={danger ? 'danger' : undefined}
      disabled={!command(editor.state)}
      onSelect={() => {
        command(editor.state, editor.view.dispatch);
        onDone();
      }}
    >
      {label ?? (crossing && wordsOf(crossing, step))}
    </MenuItem>
  );
}

const wordsOf = ({ way, what }: Crossing, step: -1 | 1): string =>
  way === 'into'
    ? `Into the ${what} ${step < 0 ? 'above' : 'below'}`
    : `Out of the ${what}, ${step < 0 ? 'above' : 'below'} it`;

function selectBlock(view: EditorView, from: number): void {
  view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, from)));
}

/** As ProseMirror itself begins a drag: what is dropped inside the same text is moved, elsewhere it is copied. */
function beginDrag(view: EditorView, from: number, event: DragEvent): void {
  selectBlock(view, from);
  // What was done just before is a step of undo of its own.
  view.dispatch(closeHistory(view.state.tr));
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
