'use client';

import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog.client';
import { toast } from '@/components/ui/toast.client';
import { toTheSecond } from '@/lib/to-the-second';
import { wallClock } from '@/lib/zoned-time';
import type { PlannedChange } from '../../../read/curation';
import { useOwnZone } from '../planning/use-own-zone.client';
import { WhenDialog } from '../planning/when-dialog.client';
import { notLiveAt, planName } from './arranging';
import type { Places } from './placing';
import { usePlanActs } from './use-plan-acts.client';

interface PlannedChangesProps {
  planned: PlannedChange[];
  /** The one that is open on this page. */
  openedId: number | null;
  /** What was arranged on this page is not saved yet, so it must not come before readers without that. */
  isUnsaved: boolean;
  now: Places;
  deskHref: string;
  timeZone: string;
}

/** What will become of the page by itself, soonest first; each can be opened, moved, cancelled or put before readers now. */
export function PlannedChanges(props: PlannedChangesProps) {
  const { planned, openedId, isUnsaved, now, deskHref, timeZone } = props;
  const [moving, setMoving] = useState<PlannedChange | null>(null);
  const acts = usePlanActs({ now, deskHref, timeZone });
  const ownZone = useOwnZone(timeZone);
  const showTime = toTheSecond(timeZone);
  if (planned.length === 0) return null;
  return (
    <section aria-label="Planned changes" className="min-w-0 space-y-2 @4xl:col-span-2">
      <h2 className="flex items-center gap-2 font-semibold text-base">
        <CalendarClock aria-hidden="true" className="size-4 text-muted" />
        Planned changes
      </h2>
      <ul className="divide-y divide-rule border-rule border-y">
        {planned.map((plan) => (
          <li
            key={plan.id}
            className={classNames(
              'grid items-center gap-x-4 gap-y-1.5 py-2.5 md:grid-cols-[15rem_minmax(0,1fr)_auto]',
              plan.id === openedId && 'bg-raised',
            )}
          >
            <span className="text-sm tabular-nums">
              <time dateTime={plan.effectiveAt.toISOString()}>{showTime(plan.effectiveAt)}</time>
              {ownZone && (
                <span className="block text-muted text-xs">{toTheSecond(ownZone)(plan.effectiveAt)}</span>
              )}
            </span>
            <span className="min-w-0">
              <a
                href={`${deskHref}?plan=${plan.id}`}
                aria-current={plan.id === openedId ? 'page' : undefined}
                dir="auto"
                className="font-serif text-base no-underline [overflow-wrap:anywhere] hover:underline"
              >
                {planName(plan)}
              </a>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
                {plan.createdBy && `Planned by ${plan.createdBy}`}
                {plan.isChangedBefore && <Badge tone="warning">Page changed since</Badge>}
                <NotLive count={notLiveAt(plan.places, plan.effectiveAt).length} />
              </span>
            </span>
            <span className="flex flex-wrap gap-1.5">
              <Button size="small" aria-label={`Move ${planName(plan)}`} onClick={() => setMoving(plan)}>
                Move
              </Button>
              <ConfirmDialog
                title={`Put ${planName(plan)} before readers now?`}
                confirmLabel="Put it before readers"
                tone="primary"
                trigger={
                  <Button
                    size="small"
                    disabled={plan.id === openedId && isUnsaved}
                    aria-label={`Now: put ${planName(plan)} before readers`}
                  >
                    Now
                  </Button>
                }
                onConfirm={() => acts.applyNow(plan)}
              >
                It takes the place of what they see, ahead of its time. What stood there is kept below the
                places.
              </ConfirmDialog>
              <Button
                size="small"
                aria-label={`Cancel ${planName(plan)}`}
                onClick={async () => {
                  const refused = await acts.cancel(plan);
                  if (refused) toast.error(refused);
                }}
              >
                Cancel
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {moving && (
        <WhenDialog
          title={`Move ${planName(moving)}`}
          says="The same stories come before readers then."
          confirmLabel="Move it there"
          wallClock={wallClock(moving.effectiveAt, timeZone)}
          timeZone={timeZone}
          onSend={(clock, which) => acts.move(moving, clock, which)}
          onClose={() => setMoving(null)}
        />
      )}
    </section>
  );
}

const NotLive = ({ count }: { count: number }) =>
  count > 0 && (
    <Badge tone="warning">{count === 1 ? '1 story not live then' : `${count} stories not live then`}</Badge>
  );
