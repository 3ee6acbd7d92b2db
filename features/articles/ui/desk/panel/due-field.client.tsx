'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast.client';
import { wallClock } from '@/lib/zoned-time';
import { setDueAction } from '../../../notes-actions';
import type { Draft } from '../../../queries/draft';
import { isOverdue } from '../../../rules';
import { ask } from '../ask';
import { WhenField, type Which } from '../publish/when-field.client';

interface DueFieldProps {
  draft: Pick<Draft, 'articleId' | 'state' | 'dueAt'>;
  timeZone: string;
  maySet: boolean;
  showTime: (at: Date) => string;
}

/** When the desk wants the story finished. Nothing happens by itself then; it is only said that it is late. */
export function DueField({ draft, timeZone, maySet, showTime }: DueFieldProps) {
  const { articleId, dueAt } = draft;
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [which, setWhich] = useState<Which>();
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();
  const keep = (value: string, done: string, undo?: string) =>
    startTransition(async () => {
      const answer = await ask(setDueAction, { articleId, wallClock: value, which });
      if (!answer.ok) return setError(answer.fields.wallClock ?? answer.sentence);
      setOpen(false);
      toast(
        done,
        undo ? { action: { label: 'Undo', onClick: () => keep(undo, 'It is due again.') } } : undefined,
      );
    });
  const edit = () => {
    setTyped(dueAt ? wallClock(dueAt, timeZone) : endOfToday(timeZone));
    setWhich(undefined);
    setError(undefined);
    setOpen(true);
  };
  const late = isOverdue(draft, new Date());
  return (
    <section className="space-y-2" aria-label="Due">
      <h3 className="font-medium text-ink text-sm">Due</h3>
      {!open && (
        <p className={late ? 'text-danger' : undefined}>
          {dueAt ? `${late ? 'Overdue: ' : ''}${showTime(dueAt)}` : 'No day set.'}
        </p>
      )}
      {open && (
        <form
          className="space-y-3"
          onSubmit={(event) => {
            event.preventDefault();
            keep(typed, 'The due date is set.');
          }}
        >
          <WhenField
            value={typed}
            which={which}
            timeZone={timeZone}
            error={error}
            onChange={(value) => {
              setTyped(value);
              setError(undefined);
            }}
            onWhich={setWhich}
          />
          <div className="flex gap-2">
            <Button type="submit" loading={pending} disabled={typed === ''}>
              Set
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {!open && maySet && (
        <p className="flex gap-1">
          <Button size="small" onClick={edit}>
            {dueAt ? 'Change' : 'Set a due date'}
          </Button>
          {dueAt && (
            <Button
              size="small"
              variant="quiet"
              loading={pending}
              onClick={() => keep('', 'No due date any more.', wallClock(dueAt, timeZone))}
            >
              Take away
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

/** What is wanted today is wanted by six, or by the next full hour after that. */
function endOfToday(timeZone: string): string {
  const now = wallClock(new Date(), timeZone);
  const six = `${now.slice(0, 10)}T18:00:00`;
  return now < six ? six : wallClock(new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000), timeZone);
}
