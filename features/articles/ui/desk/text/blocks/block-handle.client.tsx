'use client';

import type { Command, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import { GripVertical } from 'lucide-react';
import { type DragEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu.client';
import { type Beside, blockAt } from './block-at';
import { type Crossing, crossBlock, crossingOf } from './cross-block';
import { fingerDrag } from './finger-drag';
import { liftBlock, putDown, selectBlock } from './lift-block';
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
 * A grip beside the block under the mouse or where a finger was put, in the margin or within a list, quote, box or table: to
 * drag it elsewhere by, or to choose what is done with it. By keyboard all of it is done where the caret is (`blockKeys`), so
 * the grip is no stop on the tabulator's way.
 */
export function BlockHandle({ editor }: { editor: Editor }) {
  const [open, setOpen] = useState(false);
  const [beside, setBeside] = useBeside(editor, open);
  const from = useRef(0);
  if (beside) from.current = beside.from;
  const grip = useCallback(
    (button: HTMLElement | null) =>
      button ? fingerDrag(editor.view, button, () => from.current) : undefined,
    [editor],
  );
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
        ref={grip}
        type="button"
        draggable
        tabIndex={-1}
        aria-label="Move or change this part"
        aria-haspopup="menu"
        aria-expanded={open}
        title="Drag to move, press for more; by touch, hold and drag"
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

/** The block that the grip stands beside. An open menu keeps its block: the page under it hears nothing. */
function useBeside(editor: Editor, open: boolean) {
  const [beside, setBeside] = useState<Beside | null>(null);
  useEffect(() => {
    const { dom } = editor.view;
    const page = dom.parentElement?.parentElement;
    if (!page || open) return;
    // A mouse hovers; of a finger, the place counts where it is lifted, unless it has moved the page.
    const follow = (event: PointerEvent) => {
      if ((event.type === 'pointermove') !== (event.pointerType === 'mouse')) return;
      const onHandle = event.target instanceof Element && event.target.closest('.block-handle');
      if (!onHandle) setBeside(blockAt(editor.view, event));
    };
    const leave = () => setBeside(null);
    const leaveByMouse = (event: PointerEvent) => event.pointerType === 'mouse' && leave();
    page.addEventListener('pointermove', follow);
    page.addEventListener('pointerup', follow);
    page.addEventListener('pointerleave', leaveByMouse);
    dom.addEventListener('keydown', leave);
    // Its block may be another one, or none, in the text as it is then.
    const onChange = ({ transaction }: { transaction: Transaction }) => transaction.docChanged && leave();
    editor.on('transaction', onChange);
    return () => {
      page.removeEventListener('pointermove', follow);
      page.removeEventListener('pointerup', follow);
      page.removeEventListener('pointerleave', leaveByMouse);
      dom.removeEventListener('keydown', leave);
      editor.off('transaction', onChange);
    };
  }, [editor, open]);
  return [beside, setBeside] as const;
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

function beginDrag(view: EditorView, from: number, { dataTransfer }: DragEvent): void {
  liftBlock(view, from);
  const { dom, text } = view.serializeForClipboard(view.state.selection.content());
  dataTransfer.clearData();
  dataTransfer.setData('text/html', dom.innerHTML);
  dataTransfer.setData('text/plain', text);
  dataTransfer.effectAllowed = 'copyMove';
  const block = view.nodeDOM(from);
  if (block instanceof Element) dataTransfer.setDragImage(block, 0, 0);
}

/** After the drop, which comes first. */
const endDrag = (view: EditorView): void => void setTimeout(() => putDown(view), 50);
