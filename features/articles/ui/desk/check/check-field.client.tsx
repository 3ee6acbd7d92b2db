'use client';

import { ListChecks } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Place } from '../../../check/story';
import type { Saver } from '../saving/saver';
import { CheckList, checkSentence } from './check-list.client';
import { useCheck } from './use-check.client';

interface CheckFieldProps {
  articleId: number;
  saver: Saver;
  onGo: (place: Place) => void;
}

/** The desk check on demand, beside the text: each thing found leads to its place. */
export function CheckField({ articleId, saver, onGo }: CheckFieldProps) {
  const { state, check } = useCheck(articleId, saver);
  return (
    <section className="space-y-2" aria-label="Desk check">
      <h3 className="font-medium text-ink text-sm">Desk check</h3>
      <Button icon={<ListChecks />} loading={state.kind === 'looking'} onClick={() => void check()}>
        {state.kind === 'done' ? 'Check again' : 'Check the story'}
      </Button>
      <p role="status" className="text-muted text-xs">
        {state.kind === 'looking' && 'Looking, at the links too…'}
        {state.kind === 'done' && checkSentence(state.findings)}
      </p>
      {state.kind === 'failed' && (
        <Notice tone="danger" announce="alert">
          {state.sentence}
        </Notice>
      )}
      {state.kind === 'done' && state.findings.length > 0 && (
        <CheckList findings={state.findings} onGo={onGo} />
      )}
    </section>
  );
}
