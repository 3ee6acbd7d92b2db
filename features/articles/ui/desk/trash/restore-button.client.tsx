'use client';

import { useId, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import { restoreArticleAction, trashArticleAction } from '../../../actions';
import type { TrashLine } from '../../../queries/trash';
import { ask } from '../ask';
import { DeskTime } from '../list/desk-time';
import { planWords } from '../publish/plan-words';

type RestoreButtonProps = Pick<TrashLine, 'articleId' | 'title' | 'plans'> & { timeZone: string };

/** Takes a story out of the trash; the way back is offered. Where it had plans, it asks about them first. */
export function RestoreButton({ articleId, title, plans, timeZone }: RestoreButtonProps) {
  const [pending, startTransition] = useTransition();
  const restore = async (replan: boolean): Promise<string | undefined> => {
    const answer = await ask(restoreArticleAction, { articleId, replan });
    if (!answer.ok) return answer.sentence;
    const undo = () => ask(trashArticleAction, { articleId });
    const { planned, cancelled } = answer.result;
    const back = planned.length > 0 ? ' It is planned again.' : '';
    sayWithUndo(`“${title}” is out of the trash.${back}`, undo, 'It is in the trash again.');
    for (const { kind, sentence } of cancelled)
      if (sentence) toast.error(`“${planWords[kind]}” is not planned again. ${sentence}`);
  };
  const label = `Take out “${title}”`;
  if (plans.length > 0)
    return <RestoreWithPlans label={label} plans={plans} timeZone={timeZone} restore={restore} />;
  return (
    <Button
      size="small"
      loading={pending}
      aria-label={label}
      onClick={() =>
        startTransition(async () => {
          const refusal = await restore(false);
          if (refusal) toast.error(refusal);
        })
      }
    >
      Take out
    </Button>
  );
}

interface RestoreWithPlansProps extends Pick<RestoreButtonProps, 'plans' | 'timeZone'> {
  label: string;
  restore: (replan: boolean) => Promise<string | undefined>;
}

/** Says what was cancelled, and plans it anew where that is wanted; never what its time has gone by. */
function RestoreWithPlans({ label, plans, timeZone, restore }: RestoreWithPlansProps) {
  const [replan, setReplan] = useState(false);
  const field = useId();
  const isOpen = plans.some(({ isPast }) => !isPast);
  return (
    <ConfirmDialog
      title="Take this story out of the trash?"
      tone="primary"
      confirmLabel={replan ? 'Take out and plan again' : 'Take out'}
      trigger={
        <Button size="small" aria-label={label}>
          Take out…
        </Button>
      }
      onConfirm={() => restore(replan)}
    >
      <p>This was planned, and was cancelled when it was thrown away:</p>
      <ul className="my-2 list-disc ps-5">
        {plans.map(({ id, kind, effectiveAt, isPast }) => (
          <li key={id}>
            {planWords[kind]} on <DeskTime at={effectiveAt} timeZone={timeZone} seconds />
            {isPast && ': that time has gone by'}
          </li>
        ))}
      </ul>
      {isOpen ? (
        <p className="flex items-center gap-2">
          <input
            id={field}
            type="checkbox"
            checked={replan}
            onChange={(event) => setReplan(event.currentTarget.checked)}
            className="size-4 accent-accent"
          />
          <label htmlFor={field}>
            Plan it again as it was{plans.length > 1 && ', as far as it is to come'}
          </label>
        </p>
      ) : (
        <p>Nothing of it happens by itself any more.</p>
      )}
    </ConfirmDialog>
  );
}
