'use client';

import { CalendarClock, ExternalLink, Redo2, Undo2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button, ButtonLink, IconButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { usePlacing } from './use-placing.client';

interface CurationBarProps {
  /** What is arranged is a planned change. */
  isPlan: boolean;
  href: string;
  said: string;
  placing: Pick<ReturnType<typeof usePlacing>, 'dirty' | 'undo' | 'redo' | 'saving' | 'forget'>;
  onSave: () => void;
  onAsk: () => void;
}

/** What is done with the places as a whole, and what came of it. */
export function CurationBar({ isPlan, href, said, placing, onSave, onAsk }: CurationBarProps) {
  const { dirty, undo, redo, saving, forget } = placing;
  const router = useRouter();
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" disabled={!dirty} loading={saving.kind === 'saving'} onClick={onSave}>
          {isPlan ? 'Save the plan' : 'Save for readers'}
        </Button>
        <Button icon={<CalendarClock />} onClick={onAsk}>
          {isPlan ? 'Time and name…' : 'Change at…'}
        </Button>
        <IconButton label="Undo" icon={<Undo2 />} disabled={!undo} onClick={() => undo?.()} />
        <IconButton label="Redo" icon={<Redo2 />} disabled={!redo} onClick={() => redo?.()} />
        <ButtonLink href={href} variant="quiet" icon={<ExternalLink />}>
          What readers see
        </ButtonLink>
      </div>
      <p role="status" className="min-h-5 text-muted text-xs">
        {said || (dirty ? 'Changed, and not saved yet.' : '')}
      </p>
      {saving.kind === 'refused' && (
        <Notice
          tone="danger"
          announce="alert"
          action={
            saving.conflict && (
              <Button
                size="small"
                onClick={() => {
                  if (saving.conflict === 'same') return location.reload();
                  router.refresh();
                  forget();
                }}
              >
                {saving.conflict === 'same' ? 'See their page' : 'See what it replaces'}
              </Button>
            )
          }
        >
          {saving.sentence}
          {saving.conflict === 'same' &&
            ' Nothing was written over. Look at theirs, then make your change again.'}
        </Notice>
      )}
    </>
  );
}
