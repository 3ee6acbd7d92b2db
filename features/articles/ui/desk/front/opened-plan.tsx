import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toTheSecond } from '@/lib/to-the-second';
import type { PlannedChange } from '../../../read/curation';
import { differences, notLiveAt, placeName } from './arranging';
import { NotLiveThen } from './not-live-then';
import type { Places } from './placing';

interface OpenedPlanProps {
  plan: PlannedChange;
  /** As they are being arranged. */
  places: Places;
  deskHref: string;
  timeZone: string;
  /** Says that what stands before it has been seen. */
  onKeep: () => void;
}

/** Over the places of a planned change: when it comes, what it replaces if that is not what was seen, who will be missing. */
export function OpenedPlan({ plan, places, deskHref, timeZone, onKeep }: OpenedPlanProps) {
  const showTime = toTheSecond(timeZone);
  const changes = differences(plan.before, places);
  return (
    <div className="space-y-3">
      <Notice
        title={plan.name || 'A planned change'}
        action={<ButtonLink href={deskHref}>What stands now</ButtonLink>}
      >
        Readers see this from {showTime(plan.effectiveAt)} on
        {plan.createdBy && `, planned by ${plan.createdBy}`}. Nothing here changes the page before.
      </Notice>
      {plan.isChangedBefore && (
        <Notice tone="warning" title="The page was changed since this was planned">
          {changes.length === 0 ? (
            <p>It would stand as it is planned here by then already.</p>
          ) : (
            <>
              <p>It would replace:</p>
              <ul className="my-1 list-disc space-y-1 ps-4">
                {changes.map(({ at, from, to }) => (
                  <li key={at} dir="auto">
                    {placeName(at)}: {from === null ? 'the newest, by itself' : `“${from}”`} by{' '}
                    {to === null ? 'the newest, by itself' : `“${to}”`}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button className="mt-1" onClick={onKeep}>
            Keep the plan
          </Button>
        </Notice>
      )}
      <NotLiveThen
        stories={notLiveAt(places, plan.effectiveAt)}
        when={plan.effectiveAt}
        showTime={showTime}
      />
    </div>
  );
}
