'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Note } from '../../../queries/notes';
import type { Named } from '../panel/named';

/** A note as JSON brings it: its instants are text. */
export type SentNote = Omit<Note, 'createdAt' | 'editedAt' | 'resolvedAt'> & {
  createdAt: string;
  editedAt: string | null;
  resolvedAt: string | null;
};

export interface NoteThread {
  first: SentNote;
  answers: SentNote[];
}

export interface Notes {
  /** Null until they have come. */
  threads: NoteThread[] | null;
  /** Who may be named. */
  people: Named[];
  failed: boolean;
  reload: () => Promise<void>;
}

/** The notes of an article, and who may be named in them; asked for again when they move, or one comes back. */
export function useNotes(articleId: number, moved: string): Notes {
  const [notes, setNotes] = useState<SentNote[] | null>(null);
  const [people, setPeople] = useState<Named[]>([]);
  const [failed, setFailed] = useState(false);
  const reload = useCallback(async () => {
    const found = await get<SentNote[]>(`/api/articles/${articleId}/notes`);
    setFailed(found === null);
    if (found) setNotes(found);
  }, [articleId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that they moved is why they are read again
  useEffect(() => void reload(), [reload, moved]);
  useEffect(() => {
    void get<{ mentionable: Named[] }>(`/api/articles/${articleId}/people`).then((found) =>
      setPeople(found?.mentionable ?? []),
    );
    const again = () => void reload();
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, [articleId, reload]);
  return { threads: notes && threadsOf(notes), people, failed, reload };
}

/** Each thread under its first note, those that wait for somebody first. */
export function threadsOf(notes: SentNote[]): NoteThread[] {
  const threads = notes
    .filter(({ threadId }) => threadId === null)
    .map((first) => ({ first, answers: notes.filter(({ threadId }) => threadId === first.id) }));
  const isOpen = ({ first }: NoteThread) => first.resolvedAt === null;
  return [...threads.filter(isOpen), ...threads.filter((thread) => !isOpen(thread))];
}

async function get<T>(address: string): Promise<T | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}
