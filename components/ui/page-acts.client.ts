'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PaletteGroup } from './palette';

/** What the page that is open can do, for the command palette beside it. One page at a time. */
let current: PaletteGroup | null = null;
const listeners = new Set<() => void>();
const set = (group: PaletteGroup | null) => {
  current = group;
  for (const tell of listeners) tell();
};

/** Offers the page's own acts in the palette for as long as it stands; what they do is looked up when one is chosen. */
export function usePageActs(group: PaletteGroup): void {
  const latest = useRef(group);
  latest.current = group;
  const shape = group.entries.map(({ id, label, href }) => `${id}\n${label}\n${href}`).join('\n\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: told anew only when what is offered changes
  useEffect(() => {
    const entries = latest.current.entries.map((entry) => ({
      ...entry,
      ...(entry.run && { run: () => latest.current.entries.find(({ id }) => id === entry.id)?.run?.() }),
    }));
    set({ ...latest.current, entries });
    return () => set(null);
  }, [shape]);
}

export const usePageActsNow = (): PaletteGroup | null =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => current,
    () => null,
  );
