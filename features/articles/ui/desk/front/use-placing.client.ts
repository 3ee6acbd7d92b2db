'use client';

import { useCallback, useEffect, useState } from 'react';
import { curatePageAction } from '../../../front-actions';
import { idsOf, isSame, type Places } from './placing';

export type Saving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'refused'; sentence: string; conflict: boolean };

const maxSteps = 100;

/** The places as they are being arranged, with every step back; saved as a whole, from what was seen. */
export function usePlacing(page: string, first: Places) {
  const [steps, setSteps] = useState<{ past: Places[]; now: Places; future: Places[] }>({
    past: [],
    now: first,
    future: [],
  });
  const [saved, setSaved] = useState<Places>(first);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const dirty = !isSame(steps.now, saved);

  const change = useCallback((next: Places) => {
    setSteps(({ past, now }) =>
      isSame(now, next)
        ? { past, now, future: [] }
        : { past: [...past, now].slice(-maxSteps), now: next, future: [] },
    );
  }, []);
  const undo = useCallback(
    () =>
      setSteps(({ past, now, future }) => {
        const before = past.at(-1);
        return before
          ? { past: past.slice(0, -1), now: before, future: [now, ...future] }
          : { past, now, future };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setSteps(({ past, now, future }) => {
        const [next, ...rest] = future;
        return next ? { past: [...past, now], now: next, future: rest } : { past, now, future };
      }),
    [],
  );

  const save = async (): Promise<boolean> => {
    setSaving({ kind: 'saving' });
    const sent = steps.now;
    const answer = await curatePageAction(
      { status: 'idle' },
      { page, places: idsOf(sent), seen: idsOf(saved) },
    ).catch(() => null);
    if (answer?.status === 'done') {
      setSaved(sent);
      setSaving({ kind: 'idle' });
      return true;
    }
    setSaving(
      answer?.status === 'refused'
        ? { kind: 'refused', sentence: answer.sentence, conflict: answer.code === 'conflict' }
        : { kind: 'refused', sentence: 'The server did not answer. Try again in a moment.', conflict: false },
    );
    return false;
  };

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [dirty]);

  return {
    places: steps.now,
    change,
    undo: steps.past.length > 0 ? undo : null,
    redo: steps.future.length > 0 ? redo : null,
    dirty,
    saving,
    save,
  };
}
