'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { toast } from '@/components/ui/toast.client';
import { cancelBulkChangeAction, readBulkChangeAction, undoBulkChangeAction } from '../../../list-actions';
import type { BulkProgress as Facts } from '../../../queries/bulk';
import { ask } from '../ask';
import { past, stories } from './bulk-words';

const lookEveryMs = 1_000;

/** How far a change of a whole list is, and what came of it: it outlives the page that began it. */
export function BulkProgress({ rendered }: { rendered: Facts }) {
  const router = useRouter();
  const [seen, setSeen] = useState(rendered);
  const [pending, startTransition] = useTransition();
  // What the server rendered last may be newer than what was asked for.
  const facts =
    seen.changeId === rendered.changeId && progressOf(seen) >= progressOf(rendered) ? seen : rendered;
  const isOver = facts.state === 'done' || facts.state === 'cancelled';
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(async () => {
      const now = await look();
      if (!now) return;
      setSeen(now);
      if (now.state === 'done' || now.state === 'cancelled') router.refresh();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [isOver, router]);
  const act = (action: typeof cancelBulkChangeAction) =>
    startTransition(async () => {
      const answer = await ask(action, { changeId: facts.changeId });
      if (!answer.ok) toast.error(answer.sentence);
    });
  if (facts.state !== 'done' && facts.state !== 'cancelled')
    return (
      <Notice
        title={under[facts.state](facts)}
        announce="status"
        action={
          facts.state !== 'cancelling' && (
            <Button loading={pending} onClick={() => act(cancelBulkChangeAction)}>
              Cancel
            </Button>
          )
        }
      >
        <p>You can leave this page; it goes on by itself.</p>
        <div className="mt-2">
          <Progress
            label="Stories changed"
            value={facts.state === 'gathering' ? undefined : facts.done + facts.refused}
            max={facts.total}
          />
        </div>
      </Notice>
    );
  return (
    <Notice
      tone={facts.refused > 0 || facts.state === 'cancelled' ? 'warning' : 'success'}
      title={outcome(facts)}
      announce="status"
      action={
        <div className="flex gap-2">
          {facts.mayUndo && (
            <Button loading={pending} onClick={() => act(undoBulkChangeAction)}>
              Undo all of it
            </Button>
          )}
          <Button loading={pending} onClick={() => act(readBulkChangeAction)}>
            Understood
          </Button>
        </div>
      }
    >
      {facts.refused > 0 && (
        <>
          <p>{stories(facts.refused)} left as before:</p>
          <ul className="mt-1 max-h-48 space-y-1 overflow-y-auto">
            {facts.refusals.map(({ articleId, title, sentence }) => (
              <li key={articleId}>
                <a href={`/admin/articles/${articleId}`}>{title || 'Untitled story'}</a>: {sentence}
              </li>
            ))}
          </ul>
          {facts.refused > facts.refusals.length && (
            <p>and {stories(facts.refused - facts.refusals.length)} more.</p>
          )}
        </>
      )}
    </Notice>
  );
}

const rank = { gathering: 0, running: 1, cancelling: 2, cancelled: 3, done: 3 } as const;
const progressOf = ({ state, done, refused }: Facts): number => rank[state] * 1e9 + done + refused;

async function look(): Promise<Facts | null> {
  try {
    const response = await fetch('/api/desk/bulk');
    return response.ok ? ((await response.json()) as Facts) : null;
  } catch {
    // Offline: the next look will do.
    return null;
  }
}

const of = ({ done, refused, total }: Facts) =>
  `${(done + refused).toLocaleString('en')} of ${stories(total)}`;

const under = {
  gathering: () => 'Looking which stories these are…',
  running: (facts: Facts) => `${facts.kind === null ? 'Taking back' : 'Changing'} ${of(facts)}…`,
  cancelling: (facts: Facts) => `Stopping after ${of(facts)}…`,
} as const;

function outcome(facts: Facts): string {
  const { kind, state, done, total, refused } = facts;
  const what = kind === null ? `${stories(done)} as before.` : `${stories(done)} ${past[kind]}.`;
  return state === 'cancelled' ? `${what} Cancelled: ${stories(total - done - refused)} not touched.` : what;
}
