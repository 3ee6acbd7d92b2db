'use client';

import { useCallback, useEffect, useState } from 'react';
import type { DueAlarm as Alarm } from '../../../queries/due-alarm';

const askEveryMs = 60_000;

/**
 * Stands at the foot of every desk page while something planned is over a minute late, or failed and nobody has seen to it
 * (D8). Asks again each minute that the page is looked at, for the editor's page stays open for hours.
 */
export function DueAlarm({ initial }: { initial: Alarm }) {
  const [alarm, setAlarm] = useState(initial);
  useEffect(() => setAlarm(initial), [initial]);
  useEffect(() => {
    const look = async () => {
      if (document.hidden) return;
      const response = await fetch('/api/due-alarm').catch(() => null);
      if (response?.ok) setAlarm(await response.json());
    };
    const timer = setInterval(look, askEveryMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  const bar = useCallback((shown: HTMLElement | null) => (shown ? coverFoot(shown) : undefined), []);
  const sentence = sentenceOf(alarm);
  return (
    sentence && (
      <p
        ref={bar}
        role="alert"
        className="fixed inset-x-0 bottom-0 z-40 border-danger-fill border-t bg-danger-fill px-4 py-2 text-center font-medium text-on-danger-fill text-sm"
      >
        {sentence}{' '}
        <a href="/admin/schedule" className="underline">
          Look at the schedule
        </a>
      </p>
    )
  );
}

/** How much of the window's foot is covered is told to the page as `--foot`: what stands or scrolls there keeps above it. */
function coverFoot(bar: HTMLElement): () => void {
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--foot', `${bar.offsetHeight}px`));
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty('--foot');
  };
}

function sentenceOf({ overdue, failed, first }: Alarm): string | null {
  if (!first) return null;
  const title = `“${first.title || 'Untitled story'}”`;
  if (overdue + failed === 1)
    return overdue === 1 ? `${title} is overdue.` : `${title} could not be published as planned.`;
  const parts = [overdue > 0 && `${overdue} overdue`, failed > 0 && `${failed} not done as planned`];
  return `${parts.filter(Boolean).join(', ')}: ${title} and more.`;
}
