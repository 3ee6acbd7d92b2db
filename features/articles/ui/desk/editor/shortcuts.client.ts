'use client';

import { useEffect, useRef } from 'react';

interface Shortcuts {
  save: () => void;
  settings: () => void;
  notes: () => void;
  publish: () => void;
}

/** The editor's own keys, wherever the caret is: Ctrl/Cmd with S, a full stop, a semicolon, and Enter with Shift. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const { save, settings, notes, publish } = latest.current;
      if (event.key.toLowerCase() === 's' && !event.shiftKey) save();
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
