'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { isShortcut } from '@/lib/shortcuts';
import { isTyping } from '../is-typing';

interface ListKeys {
  choose: (id: number, range: boolean) => void;
  chooseNone: () => void;
}

/** The keys of the list: the focus goes from headline to headline, and the story under it is chosen or opened. */
export function useListKeys(list: RefObject<HTMLElement | null>, keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || !list.current) return;
      const rows = [...list.current.querySelectorAll<HTMLElement>('[data-story]')];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const row = rows[at];
      const id = Number(row?.dataset.story);
      if (isShortcut('stories.next', event)) focus(rows[Math.min(at + 1, rows.length - 1)]);
      else if (isShortcut('stories.previous', event)) focus(rows[Math.max(at - 1, 0)]);
      else if (isShortcut('stories.search', event))
        document.querySelector<HTMLElement>('[data-key="list-search"]')?.focus();
      else if (isShortcut('stories.chooseNone', event)) latest.current.chooseNone();
      else if (row && isShortcut('stories.choose', event)) latest.current.choose(id, false);
      else if (row && isShortcut('stories.chooseRange', event)) latest.current.choose(id, true);
      else if (row && isShortcut('stories.open', event)) row.querySelector('a')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}

const focus = (row: HTMLElement | undefined): void => row?.querySelector('a')?.focus();
