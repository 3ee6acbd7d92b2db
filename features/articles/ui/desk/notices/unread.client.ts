'use client';

import { useEffect, useSyncExternalStore } from 'react';

let unread: number | null = null;
const listeners = new Set<() => void>();

/** The number of unread notices changed, as a page says that knows. */
export function tellUnread(count: number): void {
  if (count === unread) return;
  unread = count;
  for (const tell of listeners) tell();
}

/** Asks the server. What cannot be asked just now stays as it was. */
export async function lookForNotices(): Promise<void> {
  try {
    const response = await fetch('/api/notices/unread');
    if (response.ok) tellUnread(((await response.json()) as { unread: number }).unread);
  } catch {
    // Offline: the next look will do.
  }
}

/** How many notices are unread; as the server rendered it until something newer is known. */
export function useUnread(rendered?: number): number {
  useEffect(() => {
    if (rendered !== undefined) unread ??= rendered;
    else if (unread === null) void lookForNotices();
  }, [rendered]);
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => unread ?? rendered ?? 0,
    () => rendered ?? 0,
  );
}
