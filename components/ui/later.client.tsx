'use client';

import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A page that has stood this long has fetched what it needs itself. */
export const restMs = 5_000;

interface LaterProps {
  /** Fetch it at once: it is wanted. */
  now?: boolean;
  /** What stands in its place until it has come. */
  fallback?: ReactNode;
}

/**
 * A part of the desk that is not needed to begin: fetched when the page is at rest or when it is wanted, whichever is
 * first. When it cannot be had, offline for one, its fallback stays, and the next opening tries again.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null;
  const fetched = async (): Promise<ComponentType<P>> => {
    loaded ??= await load();
    return loaded;
  };
  function Later({ now = false, fallback = null, ...props }: P & LaterProps) {
    const [Part, setPart] = useState<ComponentType<P> | null>(() => loaded);
    useEffect(() => {
      if (Part) return;
      let gone = false;
      const take = (part: ComponentType<P>) => {
        if (!gone) setPart(() => part);
      };
      const timer = setTimeout(() => void fetched().then(take, () => {}), now ? 0 : restMs);
      return () => {
        gone = true;
        clearTimeout(timer);
      };
    }, [Part, now]);
    return Part ? <Part {...(props as unknown as P)} /> : fallback;
  }
  return Object.assign(Later, { fetch: () => void fetched().catch(() => {}) });
}
