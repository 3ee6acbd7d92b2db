'use client';

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import {
  type DragEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefObject,
  useRef,
  useState,
} from 'react';
import { isShortcut } from '@/lib/shortcuts';
import { IconButton } from './button';
import { classNames } from './class-names';

interface MovableOptions {
  count: number;
  /** What an entry is called while it is dragged; null where there is nothing to drag. */
  nameOf: (at: number) => string | null;
  onMove: (from: number, to: number) => void;
  onRemove: (at: number) => void;
  /** Takes what is dragged here from outside the list; absent while nothing is. */
  onDropOther?: ((at: number) => void) | undefined;
}

export interface Movable {
  list: RefObject<HTMLOListElement | null>;
  /** For the `<li>` of an entry; its `className` says how it looks while something is dragged. */
  entry: (at: number, look: string) => HTMLAttributes<HTMLLIElement> & Record<`data-${string}`, unknown>;
  move: (from: number, to: number) => void;
}

/**
 * The entries of an ordered list: dragged, moved by Alt with the arrows, taken out by Delete. The focus goes with the
 * entry that moved; what happened is for the caller to say aloud.
 */
export function useMovable({ count, nameOf, onMove, onRemove, onDropOther }: MovableOptions): Movable {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const focus = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-entry]')[at]?.focus());

  const move = (from: number, to: number) => {
    if (nameOf(from) === null || to < 0 || to >= count || to === from) return;
    onMove(from, to);
    focus(to);
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    if (isShortcut('places.up', event)) move(at, at - 1);
    else if (isShortcut('places.down', event)) move(at, at + 1);
    else if (isShortcut('places.takeOut', event) || event.key === 'Backspace') {
      onRemove(at);
      focus(Math.min(at, count - 1));
    } else return;
    event.preventDefault();
  };
  const entry = (at: number, look: string) => ({
    'data-entry': at,
    tabIndex: 0,
    'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown Delete',
    draggable: nameOf(at) !== null,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, at),
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', nameOf(at) ?? '');
      setDragged(at);
    },
    onDragEnd: () => {
      setDragged(null);
      setOver(null);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged === null && !onDropOther) return;
      event.preventDefault();
      setOver(at);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(null);
      if (dragged !== null) move(dragged, at);
      else onDropOther?.(at);
    },
    className: classNames(
      look,
      dragged === at && 'opacity-50',
      over === at && dragged !== at && 'outline-2 outline-accent -outline-offset-2',
    ),
  });
  return { list, entry, move };
}

/** What an entry is dragged by. */
export const Grip = ({ idle = false }: { idle?: boolean }) => (
  <GripVertical
    aria-hidden="true"
    className={classNames('size-4 shrink-0 text-muted', idle ? 'invisible' : 'cursor-grab')}
  />
);

interface MoveButtonsProps {
  name: string;
  at: number;
  count: number;
  onMove: (from: number, to: number) => void;
  onRemove: (at: number) => void;
}

/** The same for a finger or a pointer that does not drag. */
export const MoveButtons = ({ name, at, count, onMove, onRemove }: MoveButtonsProps) => (
  <>
    {count > 1 && (
      <>
        <IconButton
          label={`Move “${name}” up`}
          size="small"
          icon={<ArrowUp />}
          disabled={at === 0}
          onClick={() => onMove(at, at - 1)}
        />
        <IconButton
          label={`Move “${name}” down`}
          size="small"
          icon={<ArrowDown />}
          disabled={at === count - 1}
          onClick={() => onMove(at, at + 1)}
        />
      </>
    )}
    <IconButton label={`Take “${name}” out`} size="small" icon={<X />} onClick={() => onRemove(at)} />
  </>
);
