'use client';

import { useSyncExternalStore } from 'react';
import type { ExternalToast } from 'sonner';
import { later } from './later.client';

const Sonner = later(async () => (await import('./toaster-sonner.client')).ToasterSonner);

let wanted = false;
const listeners = new Set<() => void>();
const listen = (tell: () => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** Whatever was said before the part that shows it has come is shown when it has. */
async function say(kind: 'message' | 'error', words: string, options?: ExternalToast): Promise<void> {
  wanted = true;
  for (const tell of listeners) tell();
  const { toast: sonner } = await import('sonner');
  sonner[kind](words, options);
}

/** `toast('Saved.')`, with an action for undo; `toast.error(sentence)` where something did not work. */
export const toast = Object.assign(
  (words: string, options?: ExternalToast) => void say('message', words, options),
  {
    error: (words: string, options?: ExternalToast) => void say('error', words, options),
  },
);

/** Stands once in the desk's layout. */
export function Toaster() {
  const now = useSyncExternalStore(
    listen,
    () => wanted,
    () => false,
  );
  return <Sonner now={now} />;
}
