'use client';

import { Check, CircleAlert, CloudOff, KeyRound, PencilLine, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import type { SaveState } from '../saving/saver';

interface SaveStatusProps {
  state: SaveState;
  journalBroken: boolean;
}

const words = {
  saved: { icon: Check, label: 'Saved' },
  typing: { icon: PencilLine, label: 'Writing' },
  saving: { icon: null, label: 'Saving' },
  away: { icon: CloudOff, label: 'Offline, kept on this device' },
  'signed-out': { icon: KeyRound, label: 'Signed out, kept on this device' },
  conflict: { icon: Users, label: 'Two versions' },
  taken: { icon: Users, label: 'Kept on this device' },
  refused: { icon: CircleAlert, label: 'Not saved' },
} as const satisfies Record<SaveState['kind'], { icon: typeof Check | null; label: string }>;

/** Where the text is, in a word or two. Only what is wrong is read out; "Saved" every other second would be noise. */
export function SaveStatus({ state, journalBroken }: SaveStatusProps) {
  const calm = useCalm(state);
  const { icon: Icon, label } = words[calm.kind];
  const wrong = !['saved', 'typing', 'saving'].includes(calm.kind);
  const lost = wrong && journalBroken;
  return (
    <p
      data-save={state.kind}
      className={`flex items-center gap-1.5 whitespace-nowrap text-xs ${wrong ? 'text-warning' : 'text-muted'}`}
    >
      {Icon ? <Icon aria-hidden="true" className="size-3.5" /> : <Spinner className="size-3.5" />}
      <span className={wrong ? '' : 'max-sm:sr-only'}>
        {lost ? 'Not saved, and this browser keeps no copy' : label}
      </span>
      <span role="status" className="sr-only">
        {wrong ? label : ''}
      </span>
    </p>
  );
}

const calmMs = 600;

/** A save of a quarter of a second need not flicker: "Saving" shows once it takes longer. */
function useCalm(state: SaveState): SaveState {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    if (state.kind !== 'saving') return setShown(state);
    const timer = setTimeout(() => setShown(state), calmMs);
    return () => clearTimeout(timer);
  }, [state]);
  return shown;
}

interface SaveNoticeProps extends SaveStatusProps {
  onRetry: () => void;
  onCompare: () => void;
}

/** What a person has to do about it, over the text, for as long as it lasts. */
export function SaveNotice({ state, journalBroken, onRetry, onCompare }: SaveNoticeProps) {
  if (state.kind === 'saved' || state.kind === 'typing' || state.kind === 'saving') return null;
  const act = {
    away: <Button onClick={onRetry}>Try now</Button>,
    refused: <Button onClick={onRetry}>Try again</Button>,
    conflict: <Button onClick={onCompare}>Compare the two</Button>,
    taken: <Button onClick={onRetry}>Try again</Button>,
    'signed-out': (
      <span className="flex flex-wrap gap-2">
        <a href="/admin/login" target="_blank" rel="noopener" className="self-center">
          Sign in in a new tab
        </a>
        <Button onClick={onRetry}>I am signed in again</Button>
      </span>
    ),
  }[state.kind];
  return (
    <Notice tone={state.kind === 'refused' ? 'danger' : 'warning'} action={act} announce="status">
      {journalBroken
        ? `${state.sentence} This browser keeps no copy either: copy your text somewhere before you close the page.`
        : state.sentence}
    </Notice>
  );
}
