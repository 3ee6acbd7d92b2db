'use client';

import { undoDepth } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useRef } from 'react';
import { toast } from '@/components/ui/toast.client';
import { isShortcut } from '@/lib/shortcuts';
import type { Fields } from './found-place';
import { fieldNames, type Head, headAfter, headFields } from './head-step';

export interface HeadHistoryProps {
  editor: Editor;
  head: Head;
  /** Where the head is written. */
  fields: Fields;
  onHead: (part: Partial<Head>) => void;
}

/** Takes back what was replaced, and tells whether it could: not once something else was done. */
export type TakeBack = () => boolean;

/**
 * Lets headline and standfirst follow the text's history, as long as the page stands: what is undone or done again there is
 * so here. Gives what is told, with the head as it was, that something was replaced, and gives back what undoes just that.
 */
export function useHeadHistory({
  editor,
  head,
  fields,
  onHead,
}: HeadHistoryProps): (before: Head) => TakeBack {
  const now = useRef({ head, onHead });
  now.current = { head, onHead };
  const last = useRef<{ before: Head; after: Head; takeBack: TakeBack } | null>(null);
  useEffect(() => {
    const follow = ({ transaction }: { transaction: Transaction }) => {
      const before = now.current.head;
      const { head: after, kept } = headAfter(before, transaction.steps);
      if (kept.length > 0)
        toast(
          `The ${kept.map((field) => fieldNames[field]).join(' and the ')} was changed since, and stays.`,
        );
      const changed = headFields.filter((field) => after[field] !== before[field]);
      if (changed.length === 0) return;
      // At once: the next of its kind may come before this one is drawn.
      now.current.head = after;
      now.current.onHead(Object.fromEntries(changed.map((field) => [field, after[field]])));
    };
    editor.on('transaction', follow);
    return () => void editor.off('transaction', follow);
  }, [editor]);
  useEffect(() => {
    // What a program puts into a field, the field itself cannot undo.
    const onKey = (event: KeyboardEvent) => {
      const field = headFields.find((name) => fields[name].current === event.target);
      if (!field || !last.current || !isShortcut('editor.undo', event)) return;
      const { before, after, takeBack } = last.current;
      const isItsOwn = before[field] !== after[field] && now.current.head[field] === after[field];
      if (isItsOwn && takeBack()) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [fields]);
  return useCallback(
    (before) => {
      const { state } = editor;
      const takeBack = () =>
        editor.state.doc === state.doc &&
        undoDepth(editor.state) === undoDepth(state) &&
        editor.commands.undo();
      last.current = { before, after: now.current.head, takeBack };
      return takeBack;
    },
    [editor],
  );
}
