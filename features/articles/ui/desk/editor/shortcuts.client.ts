'use client';

import { useEffect, useRef } from 'react';
import { isShortcut } from '@/lib/shortcuts';

interface Shortcuts {
  save: () => void;
  settings: () => void;
  notes: () => void;
  publish: () => void;
  find: () => void;
  focus: () => void;
}

/** The editor's own keys (`lib/shortcuts`), wherever the caret is. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { save, settings, notes, publish, find, focus } = latest.current;
      if (isShortcut('editor.save', event)) save();
      else if (isShortcut('editor.focus', event)) focus();
      // A second time, from within the bar, the browser's own search is meant.
      else if (isShortcut('editor.find', event) && !isInFindBar(event.target)) find();
      else if (isShortcut('editor.settings', event)) settings();
      else if (isShortcut('editor.notes', event)) notes();
      else if (isShortcut('editor.publish', event)) publish();
      else return;
      event.preventDefault();
    };
    // While it is still going down: the text editor has meanings of its own for some of these.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

const isInFindBar = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.find-bar') !== null;
