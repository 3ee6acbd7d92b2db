'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import { cancelPublicationAction, scheduleArticleAction } from '../../../actions';
import type { Draft } from '../../../queries/draft';
import { type Answer, ask } from '../ask';
import type { Saver } from '../saving/saver';
import { planWords } from './plan-words';

type PlanRow = Draft['pending'][number];

interface PlansProps {
  draft: Draft;
  saver: Saver;
  /** The text on screen is newer than the newest saved version. */
  dirty: boolean;
  mayPublish: boolean;
  showTime: (at: Date) => string;
  onMove: (kind: 'publish' | 'update' | 'withdraw') => void;
}

/** What is going to happen by itself, and whether the text on screen is part of it. */
export function Plans({ draft, saver, dirty, mayPublish, showTime, onMove }: PlansProps) {
  const [pending, startTransition] = useTransition();
  const act = (work: () => Promise<Answer<unknown>>, done: string) =>
    startTransition(async () => {
      const answer = await work();
      if (answer.ok) toast(done);
      else toast.error(answer.sentence);
    });
  const include = (row: PlanRow) =>
    act(async () => {
      if (!(await saver.flush())) return { ok: false, sentence: 'Save your changes first.', fields: {} };
      return ask(scheduleArticleAction, {
        articleId: draft.articleId,
        effectiveAt: row.effectiveAt.toISOString(),
        kind: row.kind === 'update' ? 'update' : 'publish',
        revisionId: saver.revisionId,
        material: row.material,
        replace: true,
      });
    }, 'Your changes are included.');
  const cancel = (row: PlanRow) =>
    startTransition(async () => {
      const answer = await ask(cancelPublicationAction, { publicationId: row.id });
      if (!answer.ok) return void toast.error(answer.sentence);
      const gone = draft.pending.filter(({ id }) => answer.result.cancelled.includes(id));
      const undo = () => planAgain(draft.articleId, gone);
      sayWithUndo('Cancelled. Nothing will happen by itself.', undo, 'It is planned again.');
    });
  return draft.pending.map((row) => {
    const left = row.revisionId !== null && (dirty || row.revisionId !== saver.revisionId);
    return (
      <Notice
        key={row.id}
        tone={left ? 'warning' : 'info'}
        title={`${planWords[row.kind]} ${showTime(row.effectiveAt)}`}
        action={
          mayPublish && (
            <span className="flex flex-wrap gap-2">
              {left && (
                <Button loading={pending} onClick={() => include(row)}>
                  Include my changes
                </Button>
              )}
              {row.kind !== 'kill' && (
                <Button onClick={() => row.kind !== 'kill' && onMove(row.kind)}>Move</Button>
              )}
              <Button loading={pending} onClick={() => cancel(row)}>
                Cancel it
              </Button>
            </span>
          )
        }
      >
        {left && 'Changes made since it was scheduled are not included.'}
      </Notice>
    );
  });
}

/** Plans what was cancelled once more, each in the version it had, the soonest first. */
async function planAgain(articleId: number, rows: PlanRow[]): Promise<Answer<unknown>> {
  let answer: Answer<unknown> = { ok: true, result: null };
  for (const { kind, effectiveAt, revisionId, material } of rows) {
    if (kind === 'kill') continue;
    const plan = { articleId, kind, effectiveAt: effectiveAt.toISOString(), material };
    answer = await ask(scheduleArticleAction, { ...plan, ...(revisionId && { revisionId }) });
    if (!answer.ok) return answer;
  }
  return answer;
}
