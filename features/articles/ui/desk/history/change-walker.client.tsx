'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isShortcut, keysOf } from '@/lib/shortcuts';
import { isTyping } from '../is-typing';

/** From change to change, by button or by key; where one stands is said. */
export function ChangeWalker({ within }: { within: string }) {
  const [count, setCount] = useState(0);
  const [at, setAt] = useState(-1);
  const find = useCallback(
    () => [...(document.getElementById(within)?.querySelectorAll<HTMLElement>('[data-change]') ?? [])],
    [within],
  );
  useEffect(() => setCount(find().length), [find]);
  const go = useCallback(
    (step: 1 | -1) => {
      const changes = find();
      if (changes.length === 0) return;
      setAt((was) => {
        const next = (was + step + changes.length) % changes.length;
        const wanted = changes[was === -1 && step === -1 ? changes.length - 1 : next];
        wanted?.focus({ preventScroll: true });
        wanted?.scrollIntoView({ block: 'center' });
        return wanted ? changes.indexOf(wanted) : was;
      });
    },
    [find],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (isShortcut('history.next', event)) go(1);
      else if (isShortcut('history.previous', event)) go(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
  if (count === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="small"
        icon={<ArrowUp />}
        onClick={() => go(-1)}
        title={`Previous change (${keysOf('history.previous')})`}
      >
        Previous
      </Button>
      <Button
        size="small"
        icon={<ArrowDown />}
        onClick={() => go(1)}
        title={`Next change (${keysOf('history.next')})`}
      >
        Next
      </Button>
      <p role="status" className="text-muted text-sm tabular-nums">
        {at < 0 ? `${count} ${count === 1 ? 'change' : 'changes'}` : `Change ${at + 1} of ${count}`}
      </p>
    </div>
  );
}
