'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { Notice } from '@/components/ui/notice';
import type { Presence } from './use-presence.client';

type Writer = NonNullable<Presence['writer']>;

interface WriterNoticeProps {
  presence: Presence;
  /** This person may write it at all. */
  mayWrite: boolean;
}

/** Whose turn it is, over the text, when it is not this page's; and the way to take it. */
export function WriterNotice({ presence, mayWrite }: WriterNoticeProps) {
  const { writer, takenBy, takeOver } = presence;
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const take = async () => {
    const taken = await takeOver();
    setFailed(!taken);
    return taken ? undefined : 'That could not be done just now. Try again in a moment.';
  };
  if (!writer) return null;
  const { name, isSelf } = writer;
  return (
    <>
      <Notice
        tone={takenBy ? 'warning' : 'info'}
        announce="status"
        action={
          <span className="flex flex-wrap gap-2">
            {isSelf && mayWrite && <Button onClick={take}>Write here</Button>}
            {!isSelf && mayWrite && <Button onClick={() => setAsking(true)}>Take over…</Button>}
          </span>
        }
      >
        {sentenceOf(writer, takenBy)}
        {failed && ' That could not be done just now.'}
      </Notice>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Take over from ${name}?`}
        confirmLabel="Take over"
        tone="primary"
        onConfirm={take}
      >
        {name} is told at once and cannot write here any more. Everything saved so far is in front of you;
        what was not is kept on that device and offered there.
      </ConfirmDialog>
    </>
  );
}

function sentenceOf({ name, isSelf }: Writer, takenBy: Presence['takenBy']): string {
  if (isSelf)
    return 'You are writing this story in another tab or on another device. What is saved there shows here.';
  if (!takenBy) return `${name} is writing this story. You see it as it is saved.`;
  const kept = takenBy.kept ? ' What you had not saved is kept on this device.' : '';
  return `${name} took over this story.${kept} You see it as it is saved.`;
}
