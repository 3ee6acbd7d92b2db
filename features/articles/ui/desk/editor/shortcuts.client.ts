'use client';

import { useEffect, useRef } from 'react';

interface Shortcuts {
  save: () => void;
  settings: () => void;
  notes: () => void;
  publish: () => void;
  find: () => void;
  focus: () => void;
}

/** The editor's own keys, wherever the caret is: Ctrl/Cmd with S, F, a full stop, a semicolon, and with Shift Enter and F. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const { save, settings, notes, publish, find, focus } = latest.current;
      const key = event.key.toLowerCase();
      if (key === 's' && !event.shiftKey) save();
      else if (key === 'f' && event.shiftKey) focus();
      // A second time, from within the bar, the browser's own search is meant.
      else if (key === 'f' && !isInFindBar(event.target)) find();
      else if (event.key === '.' && !event.shiftKey) settings();
      else if (event.key === ';') notes();
      else if (event.key === 'Enter' && event.shiftKey) publish();
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
