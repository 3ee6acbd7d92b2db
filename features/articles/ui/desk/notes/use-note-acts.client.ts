'use client';

import { useTransition } from 'react';
import { toast } from '@/components/ui/toast.client';
import {
  addNoteAction,
  editNoteAction,
  removeNoteAction,
  reopenNoteAction,
  resolveNoteAction,
  restoreNoteAction,
} from '../../../notes-actions';
import { type Answer, ask } from '../ask';

interface Writing {
  text: string;
  chosenIds: number[];
}

export interface NoteActs {
  pending: boolean;
  /** These two give a sentence when they were refused. */
  add: (note: Writing & { sendKey: string; threadId?: number }) => Promise<string | undefined>;
  edit: (note: Writing & { noteId: number }) => Promise<string | undefined>;
  remove: (noteId: number) => void;
  resolve: (noteId: number) => void;
  reopen: (noteId: number) => void;
}

/** What is done to notes; each can be undone, and the list is read again after it. */
export function useNoteActs(articleId: number, reload: () => Promise<void>): NoteActs {
  const [pending, startTransition] = useTransition();
  const act = (work: () => Promise<Answer<unknown>>, done: string, undo?: () => void) =>
    startTransition(async () => {
      const answer = await work();
      if (!answer.ok) return void toast.error(answer.sentence);
      await reload();
      toast(done, undo ? { action: { label: 'Undo', onClick: undo } } : undefined);
    });
  const sent = async (answer: Answer<{ told: string[] }>): Promise<string | undefined> => {
    if (!answer.ok) return answer.fields.text ?? answer.sentence;
    await reload();
    return undefined;
  };
  const resolve = (noteId: number) =>
    act(
      () => ask(resolveNoteAction, { noteId }),
      'Resolved.',
      () => act(() => ask(reopenNoteAction, { noteId }), 'Open again.'),
    );
  const reopen = (noteId: number) =>
    act(
      () => ask(reopenNoteAction, { noteId }),
      'Open again.',
      () => act(() => ask(resolveNoteAction, { noteId }), 'Resolved.'),
    );
  const remove = (noteId: number) =>
    act(
      () => ask(removeNoteAction, { noteId }),
      'Taken back.',
      () => act(() => ask(restoreNoteAction, { noteId }), 'It is there again.'),
    );
  return {
    pending,
    add: async (note) => sent(await ask(addNoteAction, { articleId, ...note })),
    edit: async (note) => sent(await ask(editNoteAction, note)),
    remove,
    resolve,
    reopen,
  };
}
