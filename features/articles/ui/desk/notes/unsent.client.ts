'use client';

import { useEffect, useState } from 'react';

/** Words that were typed and not sent, by place; they outlive the panel. Each person's are her own. */
const unsent = new Map<string, string>();

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

function keep(place: string, text: string): void {
  if (text.trim() === '') unsent.delete(place);
  else unsent.set(place, text);
  if (unsent.size > 0) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

/** What is being typed at a place; closing the panel loses nothing, leaving the page asks first. */
export function useUnsent(place: string, begin = ''): [string, (text: string) => void] {
  const [text, setText] = useState(() => unsent.get(place) ?? begin);
  useEffect(() => setText(unsent.get(place) ?? begin), [place, begin]);
  return [
    text,
    (next) => {
      keep(place, next);
      setText(next);
    },
  ];
}

/** It was sent, or thrown away. */
export const forgetUnsent = (place: string): void => keep(place, '');
