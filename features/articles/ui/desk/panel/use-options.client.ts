'use client';

import { useEffect, useRef, useState } from 'react';
import type { Named } from './named';

/** `id` is null for one that would be made. */
export interface PickOption {
  id: number | null;
  name: string;
}

interface Options {
  typed: string;
  open: boolean;
  picked: Named[];
  find: (typed: string) => Named[] | Promise<Named[]>;
  canCreate: boolean;
}

const shown = 50;
const pauseMs = 120;

/** What can be chosen for the letters typed so far, without what is chosen already; an answer that comes late is dropped. */
export function useOptions({ typed, open, picked, find, canCreate }: Options): PickOption[] {
  const [found, setFound] = useState<Named[]>([]);
  const ask = useRef(find);
  ask.current = find;
  useEffect(() => {
    if (!open) return;
    let late = false;
    const answer = ask.current(typed.trim());
    if (Array.isArray(answer)) return setFound(answer);
    const timer = setTimeout(() => {
      void answer.then((list) => !late && setFound(list));
    }, pauseMs);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [typed, open]);
  const free = found.filter(({ id }) => !picked.some((pick) => pick.id === id)).slice(0, shown);
  const name = typed.trim().replace(/\s+/g, ' ');
  const isKnown = [...found, ...picked].some((pick) => pick.name.toLowerCase() === name.toLowerCase());
  return canCreate && name !== '' && !isKnown ? [...free, { id: null, name }] : free;
}
