'use client';

import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** What is being moved, and where it would be put down. */
export interface Carried<Place> {
  key: string;
  over: Place | null;
  byKeyboard: boolean;
}

interface CarryingOptions<Place> {
  /** Where an arrow leads from a place; null stays. */
  step: (place: Place, arrow: Arrow, key: string) => Place | null;
  onDrop: (key: string, place: Place) => void;
  /** Whether it may be put down there at all. */
  accepts?: (key: string, place: Place) => boolean;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';
const arrows: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] satisfies Arrow[];

/**
 * Cards that are moved between places: dragged, or picked up by Space or Enter on their handle, carried by the arrows, put
 * down by Space or Enter, put back by Escape. The caller says aloud what `carried` holds.
 */
export function useCarrying<Place>({ step, onDrop, accepts = () => true }: CarryingOptions<Place>) {
  const [carried, setCarried] = useState<Carried<Place> | null>(null);
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    // The card stands elsewhere in the page now: the focus goes with it.
    if (focusNext.current === null) return;
    const handle = document.querySelector<HTMLElement>(`[data-handle="${focusNext.current}"]`);
    if (!handle) return;
    focusNext.current = null;
    if (document.activeElement === document.body || document.activeElement === null) handle.focus();
  });
  const drop = (key: string, place: Place) => {
    setCarried(null);
    focusNext.current = key;
    onDrop(key, place);
  };
  const onKeyDown = (event: KeyboardEvent, key: string, place: Place) => {
    const isCarried = carried?.byKeyboard && carried.key === key;
    if (event.key === ' ' || event.key === 'Enter') {
      if (!isCarried) setCarried({ key, over: place, byKeyboard: true });
      else if (carried.over !== null && accepts(key, carried.over)) drop(key, carried.over);
    } else if (!isCarried) return;
    else if (event.key === 'Escape') setCarried(null);
    else if (arrows.includes(event.key))
      setCarried({ ...carried, over: step(carried.over ?? place, event.key as Arrow, key) ?? carried.over });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  /** For the element that is dragged. */
  const card = (key: string, name: string, enabled: boolean) => ({
    draggable: enabled,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', name);
      setCarried({ key, over: null, byKeyboard: false });
    },
    onDragEnd: () => setCarried(null),
  });
  /** For the button that picks it up. */
  const handle = (key: string, place: Place) => ({
    'data-handle': key,
    'aria-pressed': carried?.byKeyboard === true && carried.key === key,
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, key, place),
    onBlur: () => setCarried((now) => (now?.byKeyboard && now.key === key ? null : now)),
  });
  /** For the place that takes it. */
  const target = (place: Place) => ({
    onDragOver: (event: DragEvent) => {
      if (!carried || carried.byKeyboard || !accepts(carried.key, place)) return;
      event.preventDefault();
      if (carried.over !== place) setCarried({ ...carried, over: place });
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (carried && !carried.byKeyboard && accepts(carried.key, place)) drop(carried.key, place);
    },
  });
  return { carried, card, handle, target };
}
