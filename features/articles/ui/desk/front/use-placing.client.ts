'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Answer } from '../ask';
import { isSame, type Places } from './placing';

export type Saving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | {
      kind: 'refused';
      sentence: string;
      /** Somebody else changed the same, or what stands there before it. */
      conflict: 'same' | 'before' | null;
    };

const maxSteps = 100;

/**
 * The places as they are being arranged, with every step back; saved as a whole by `send`, from what was seen. When the page
 * itself turns meanwhile, it is taken over, unless something here is not saved yet.
 */
export function usePlacing(first: Places, send: (places: Places, seen: Places) => Promise<Answer<unknown>>) {
  const [steps, setSteps] = useState<{ past: Places[]; now: Places; future: Places[] }>({
    past: [],
    now: first,
    future: [],
  });
  const [saved, setSaved] = useState<Places>(first);
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' });
  const [from, setFrom] = useState(first);
  const dirty = !isSame(steps.now, saved);
  if (from !== first) {
    setFrom(first);
    if (!dirty && !isSame(first, saved)) {
      setSaved(first);
      setSteps(({ past, now }) => ({ past: [...past, now].slice(-maxSteps), now: first, future: [] }));
    }
  }

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
    const answer = await send(sent, saved);
    if (!answer.ok) {
      const { theirs, before } = answer.detail ?? {};
      const conflict = theirs ? 'same' : before ? 'before' : null;
      setSaving({ kind: 'refused', sentence: answer.sentence, conflict });
      return false;
    }
    settle(sent);
    return true;
  };
  const settle = (sent: Places) => {
    setSaved(sent);
    forget();
  };
  const forget = () => setSaving({ kind: 'idle' });
  /** Back to what is saved: what stood here has been put elsewhere. */
  const reset = () => change(saved);

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
    /** These were saved in another way. */
    settle,
    reset,
    /** The refusal has been read. */
    forget,
  };
}
