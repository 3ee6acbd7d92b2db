'use client';

import { useEffect, useRef, useState } from 'react';

const restMs = 250;

/**
 * A search while somebody types: `newest` until something is typed, then what `find` answers to it; `failed` when it
 * answered null or threw. An older answer never overwrites a newer one.
 */
export function useFinding<T>(newest: T[], find: (words: string) => Promise<T[] | null>) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState(newest);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const query = words.trim();
    const turn = ++asked.current;
    setFailed(false);
    if (query === '') {
      setFound(newest);
      return;
    }
    const timer = setTimeout(async () => {
      const answer = await latest.current(query).catch(() => null);
      if (turn !== asked.current) return;
      if (answer) setFound(answer);
      else setFailed(true);
    }, restMs);
    return () => clearTimeout(timer);
  }, [words, newest]);
  return { words, setWords, found, failed };
}
