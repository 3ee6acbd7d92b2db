'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from '@/components/ui/dialog.client';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field.client';
import { toTheSecond } from '@/lib/to-the-second';
import { wallClock } from '@/lib/zoned-time';
import { standingBefore } from '../../../front-rules';
import type { PlannedChange } from '../../../read/curation';
import type { Answer } from '../ask';
import { nextHour, useWhen, WhenField, type Which } from '../publish/when-field.client';
import { notLiveAt, planName } from './arranging';
import { NotLiveThen } from './not-live-then';
import { idsOf, type Places } from './placing';

/** What the dialog asks for, with what was seen standing there before. */
export interface PlanWish {
  name: string;
  wallClock: string;
  which: Which | undefined;
  seen: (number | null)[];
}

interface PlanDialogProps {
  places: Places;
  /** What readers see, and everything that is planned, as this page was loaded. */
  now: Places;
  planned: PlannedChange[];
  /** The planned change that is changed; null for a new one. */
  plan: PlannedChange | null;
  timeZone: string;
  onSend: (wish: PlanWish) => Promise<Answer<unknown>>;
  onClose: () => void;
}

/** Asks when these stories are to stand there, and says before what will be otherwise by then. */
export function PlanDialog({ places, now, planned, plan, timeZone, onSend, onClose }: PlanDialogProps) {
  const [name, setName] = useState(plan?.name ?? '');
  const [refusal, setRefusal] = useState<Extract<Answer<unknown>, { ok: false }>>();
  const [pending, startTransition] = useTransition();
  const when = useWhen(
    timeZone,
    () => (plan ? wallClock(plan.effectiveAt, timeZone) : nextHour(timeZone)),
    () => setRefusal(undefined),
  );
  const showTime = toTheSecond(timeZone);
  const others = planned.filter(({ id }) => id !== plan?.id);
  const last = when.instant && others.findLast(({ effectiveAt }) => effectiveAt < (when.instant ?? 0));
  const really = refusal?.detail?.before as (number | null)[] | undefined;
  const send = (seen: (number | null)[]) =>
    startTransition(async () => {
      const answer = await onSend({ name, wallClock: when.value, which: when.which, seen });
      if (answer.ok) onClose();
      else setRefusal(answer);
    });
  const submit = () => {
    if (!when.instant) return;
    const known = others.map(({ id, places: standing, effectiveAt }) => ({
      ...{ id, effectiveAt },
      places: idsOf(standing),
    }));
    send(standingBefore(when.instant, { now: idsOf(now), planned: known }));
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>{plan ? 'Time and name of this change' : 'Change the page at a time'}</DialogTitle>
        <DialogDescription>
          These stories come before readers then, by themselves. Until then the page stays as it is.
        </DialogDescription>
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <WhenField {...when.field} error={refusal?.fields.wallClock ?? refusal?.fields.effectiveAt} />
          <TextField
            label="Name"
            name=""
            value={name}
            maxLength={60}
            hint="For the desk: “Morning”, “Election night”. Readers never see it."
            optional
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {when.instant && (
            <NotLiveThen stories={notLiveAt(places, when.instant)} when={when.instant} showTime={showTime} />
          )}
          {last && (
            <p className="text-muted text-xs" dir="auto">
              It takes the place of {planName(last)}, planned for {showTime(last.effectiveAt)}.
            </p>
          )}
          {refusal && (
            <Notice tone="danger" announce="alert">
              {refusal.sentence}
            </Notice>
          )}
          <DialogFooter>
            <Button onClick={onClose}>Cancel</Button>
            {really && (
              <Button loading={pending} onClick={() => send(really)}>
                Plan it all the same
              </Button>
            )}
            <Button type="submit" variant="primary" loading={pending} disabled={when.instant === null}>
              {plan ? 'Save the plan' : 'Plan it'}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
