'use client';

import { useCallback, useState } from 'react';
import type { WeighedFinding } from '../../../check/rules';
import type { Saver } from '../saving/saver';

export type CheckState =
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'done'; findings: WeighedFinding[] }
  | { kind: 'failed'; sentence: string };

const noAnswer = 'The check could not be made just now. Try again in a moment.';

/** The desk check of what is on screen, saved to the last letter first. */
export function useCheck(articleId: number, saver: Saver): { state: CheckState; check: () => Promise<void> } {
  const [state, setState] = useState<CheckState>({ kind: 'idle' });
  const check = useCallback(async () => {
    setState({ kind: 'looking' });
    if (!(await saver.flush()))
      return setState({
        kind: 'failed',
        sentence: 'What you typed is not on the server yet, so it was not checked.',
      });
    const response = await fetch(`/api/articles/${articleId}/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    }).catch(() => null);
    if (!response?.ok) {
      const said = await response?.json().catch(() => null);
      return setState({ kind: 'failed', sentence: said?.error ?? noAnswer });
    }
    const { findings } = (await response.json()) as { findings: WeighedFinding[] };
    setState({ kind: 'done', findings });
  }, [articleId, saver]);
  return { state, check };
}
