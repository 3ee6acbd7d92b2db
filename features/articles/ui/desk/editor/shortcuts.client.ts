'use client';

import { useEffect, useRef } from 'react';
import { isShortcut } from '@/lib/shortcuts';

/** What can be done to the open story: by key, from the bar and its menu, in the palette. */
export interface EditorActs {
  save: () => void;
  /** What is shown is what stands here, to the last letter. */
  preview: () => Promise<void>;
  settings: () => void;
  notes: () => void;
  share: () => void;
  /** Owns up to the words that are selected. */
  correct: () => void;
  publish: () => void;
  find: () => void;
  focus: () => void;
}

/** The editor's own keys (`lib/shortcuts`), wherever the caret is. */
export function useShortcuts(acts: EditorActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { save, preview, settings, notes, share, correct, publish, find, focus } = latest.current;
      if (isShortcut('editor.save', event)) save();
      else if (isShortcut('editor.preview', event)) void preview();
      else if (isShortcut('editor.focus', event)) focus();
      // A second time, from within the bar, the browser's own search is meant.
      else if (isShortcut('editor.find', event) && !isInFindBar(event.target)) find();
      else if (isShortcut('editor.settings', event)) settings();
      else if (isShortcut('editor.notes', event)) notes();
      else if (isShortcut('editor.share', event)) share();
      else if (isShortcut('editor.correct', event)) correct();
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
