'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toTheSecond } from '@/lib/to-the-second';
import { wallClock } from '@/lib/zoned-time';
import { setEmbargoAction } from '../../../schedule-actions';
import { ask } from '../ask';
import { nextHour, useWhen, WhenField } from './when-field.client';

interface EmbargoFieldProps {
  articleId: number;
  embargoAt: Date | null;
  timeZone: string;
}

/** The instant before which readers must not see the story, whoever publishes it. Lifting it can be undone. */
export function EmbargoField({ articleId, embargoAt, timeZone }: EmbargoFieldProps) {
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const when = useWhen(
    timeZone,
    () => '',
    () => setRefusal(undefined),
  );
  /** What was lifted here, to be put back: a toast cannot be reached from within a dialog. */
  const [lifted, setLifted] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const holds = embargoAt !== null && embargoAt.getTime() > Date.now();
  const keep = (value: string) =>
    startTransition(async () => {
      const before = embargoAt && holds ? wallClock(embargoAt, timeZone) : null;
      const answer = await ask(setEmbargoAction, { articleId, wallClock: value, which: when.which });
      if (!answer.ok) return setRefusal(answer.sentence);
      setOpen(false);
      setRefusal(undefined);
      setLifted(value === '' ? before : null);
    });
  const edit = () => {
    when.set(embargoAt && holds ? wallClock(embargoAt, timeZone) : nextHour(timeZone));
    setOpen(true);
  };
  return (
    <section aria-label="Embargo" className="space-y-3 border-rule border-t pt-4">
      {!open && holds && embargoAt && (
        <Notice
          tone="warning"
          title={`Under embargo until ${toTheSecond(timeZone)(embargoAt)}`}
          action={
            <span className="flex flex-wrap gap-2">
              <Button size="small" onClick={edit}>
                Change
              </Button>
              <Button size="small" loading={pending} onClick={() => keep('')}>
                Lift it
              </Button>
            </span>
          }
        >
          Before that nobody can publish it, by hand or by plan, unless the embargo is lifted.
        </Notice>
      )}
      {!open && !holds && lifted && (
        <Notice
          tone="info"
          announce="status"
          action={
            <Button size="small" loading={pending} onClick={() => keep(lifted)}>
              Undo
            </Button>
          }
        >
          The embargo is lifted.
        </Notice>
      )}
      {!open && !holds && !lifted && (
        <Button size="small" variant="quiet" onClick={edit}>
          Set an embargo
        </Button>
      )}
      {open && (
        <>
          <h3 className="font-medium text-sm">Embargo: readers must not see it before</h3>
          <WhenField {...when.field} />
          <p className="flex gap-2">
            <Button loading={pending} disabled={when.instant === null} onClick={() => keep(when.value)}>
              Set the embargo
            </Button>
            <Button variant="quiet" onClick={() => setOpen(false)}>
              Leave it
            </Button>
          </p>
        </>
      )}
      {refusal && (
        <Notice tone="danger" announce="alert">
          {refusal}
        </Notice>
      )}
    </section>
  );
}
