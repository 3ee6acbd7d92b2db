import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { toTheSecond } from '@/lib/to-the-second';
import type { PastArrangement } from '../../../read/curation';
import { placeName } from './arranging';
import type { Places } from './placing';

interface PastArrangementsProps {
  past: PastArrangement[];
  timeZone: string;
  onTake: (places: Places) => void;
}

/** Who stood here before, arrangement by arrangement; each can be taken back into the places. */
export function PastArrangements({ past, timeZone, onTake }: PastArrangementsProps) {
  if (past.length === 0) return null;
  const showTime = toTheSecond(timeZone);
  return (
    <Disclosure summary="What stood here before">
      <ol className="divide-y divide-rule">
        {past.map(({ key, name, from, until, by, places }) => (
          <li key={key} className="space-y-1 py-2.5">
            <p className="text-muted text-xs">
              {from ? `From ${showTime(from)} until ` : 'Until '}
              <time dateTime={until.toISOString()}>{showTime(until)}</time>
              {by && ` · by ${by}`}
            </p>
            {name && (
              <p className="font-medium text-sm" dir="auto">
                {name}
              </p>
            )}
            <StoodThere places={places} />
            <Button size="small" onClick={() => onTake(places)}>
              Put it back into the places
            </Button>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

function StoodThere({ places }: { places: Places }) {
  const chosen = places.flatMap((story, at) => (story ? [{ story, at }] : []));
  if (chosen.length === 0) return <p className="text-soft text-sm">Everything filled itself.</p>;
  return (
    <ul className="text-sm">
      {chosen.map(({ story, at }) => (
        <li key={at} className="flex gap-2">
          <span className="w-20 shrink-0 text-muted text-xs leading-5">{placeName(at)}</span>
          <span className="min-w-0 [overflow-wrap:anywhere]" dir="auto">
            {story.title || 'Untitled story'}
          </span>
        </li>
      ))}
    </ul>
  );
}
