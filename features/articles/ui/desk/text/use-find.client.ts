'use client';

import type { Editor } from '@tiptap/react';
import { type RefObject, useCallback, useState } from 'react';
import type { StoryHandle } from './story-editor.client';

interface Find {
  /** Null until words were first looked for: the bar is fetched then, and stays. */
  finding: { editor: Editor; asked: number } | null;
  /** Opens the bar, or takes the caret back there. */
  find: () => void;
  closeFind: () => void;
}

/** Whether the bar that finds and replaces is open. */
export function useFind(story: RefObject<StoryHandle | null>): Find {
  const [finding, setFinding] = useState<Find['finding']>(null);
  const find = useCallback(() => {
    const editor = story.current?.editor;
    if (editor) setFinding((before) => ({ editor, asked: (before?.asked ?? 0) + 1 }));
  }, [story]);
  const closeFind = useCallback(() => setFinding((before) => before && { ...before, asked: 0 }), []);
  return { finding, find, closeFind };
}
