'use client';

import { useEffect } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import type { Saver } from '../saving/saver';
import { CheckList, checkSentence } from './check-list.client';
import { useCheck } from './use-check.client';

/** The desk check in the dialog that publishes: made when it opens. What holds the story back is open, the rest folded. */
export function CheckBefore({ articleId, saver }: { articleId: number; saver: Saver }) {
  const { state, check } = useCheck(articleId, saver);
  useEffect(() => void check(), [check]);
  if (state.kind === 'idle' || state.kind === 'looking')
    return (
      <p role="status" className="text-muted text-xs">
        The desk check is looking at the story…
      </p>
    );
  if (state.kind === 'failed')
    return (
      <p role="status" className="text-sm text-warning">
        {state.sentence}
      </p>
    );
  const { findings } = state;
  if (findings.length === 0)
    return (
      <p role="status" className="text-muted text-xs">
        {checkSentence(findings)}
      </p>
    );
  const blocks = findings.some(({ level }) => level === 'block');
  return (
    <div role="status" className="max-h-64 overflow-y-auto">
      <Disclosure summary={checkSentence(findings)} open={blocks}>
        <CheckList findings={findings} />
      </Disclosure>
    </div>
  );
}
