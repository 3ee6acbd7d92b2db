'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { isTyping } from '../is-typing';

/** From change to change, by button or by the keys n and p; where one stands is said. */
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
      if ((event.key !== 'n' && event.key !== 'p') || isTyping(event)) return;
      event.preventDefault();
      go(event.key === 'n' ? 1 : -1);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
  if (count === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" icon={<ArrowUp />} onClick={() => go(-1)} title="Previous change (p)">
        Previous
      </Button>
      <Button size="small" icon={<ArrowDown />} onClick={() => go(1)} title="Next change (n)">
        Next
      </Button>
      <p role="status" className="text-muted text-sm tabular-nums">
        {at < 0 ? `${count} ${count === 1 ? 'change' : 'changes'}` : `Change ${at + 1} of ${count}`}
      </p>
    </div>
  );
}
