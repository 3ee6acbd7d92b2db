'use client';

import { GripVertical } from 'lucide-react';
import type { HTMLAttributes } from 'react';
import type { Tone } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { wallClock } from '@/lib/zoned-time';
import type { Day } from '../../../calendar';
import type { CalendarEntry } from '../../../queries/calendar';
import { kindWords } from './calendar-words';
import type { useCarrying } from './use-carrying.client';

type Carrying = ReturnType<typeof useCarrying<Day>>;

interface CalendarDayProps extends Pick<Carrying, 'card' | 'handle'> {
  day: Day;
  today: Day;
  /** It belongs to the month before or after. */
  faint: boolean;
  tall: boolean;
  entries: CalendarEntry[];
  /** How many stories went live on it. */
  live: number;
  timeZone: string;
  ownZone: string | null;
  isOver: boolean;
  carriedKey: string | null;
  target: HTMLAttributes<HTMLLIElement>;
  onAsk: (entry: CalendarEntry) => void;
}

/** One day: its date, what is to come, what was. On a phone an empty day is left out. */
export function CalendarDay(props: CalendarDayProps) {
  const { day, today, faint, tall, entries, live, isOver, target } = props;
  const shown = entries.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const unnamed = live - shown.filter(({ kind }) => kind === 'live').length;
  const name = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return (
    <li
      {...target}
      data-day={day}
      className={classNames(
        'min-w-0 bg-paper p-1.5',
        tall ? 'md:min-h-96' : 'md:min-h-28',
        shown.length === 0 && day !== today && 'max-md:hidden',
        isOver && 'outline-2 outline-accent -outline-offset-2',
      )}
    >
      <h2
        className={classNames(
          'mb-1 text-xs tabular-nums',
          day === today ? 'font-semibold text-accent' : faint ? 'text-muted' : 'text-soft',
        )}
      >
        <time dateTime={day}>
          <span aria-hidden="true" className="max-md:hidden">
            {Number(day.slice(8))}
          </span>
          <span className="md:sr-only">
            {name}
            {day === today && ', today'}
          </span>
        </time>
      </h2>
      <ul className="space-y-1">
        {shown.map((entry) => (
          <Card key={entry.key} entry={entry} {...props} />
        ))}
      </ul>
      {unnamed > 0 && (
        <p className="mt-1 px-1 text-muted text-xs">
          {shown.some(({ kind }) => kind === 'live') ? `and ${unnamed} more` : `${unnamed} stories`} went live
        </p>
      )}
    </li>
  );
}

const edges: Record<CalendarEntry['kind'], string> = {
  publish: 'border-warning',
  update: 'border-info',
  withdraw: 'border-danger',
  kill: 'border-danger',
  arrange: 'border-edge',
  due: 'border-edge border-dashed',
  live: 'border-success',
} satisfies Record<CalendarEntry['kind'], `border-${Tone | 'edge' | 'edge border-dashed'}`>;

function Card({
  entry,
  day,
  timeZone,
  ownZone,
  carriedKey,
  card,
  handle,
  onAsk,
}: CalendarDayProps & { entry: CalendarEntry }) {
  const { key, kind, title, at, href, mayMove } = entry;
  const name = title || 'Untitled story';
  const time = wallClock(at, timeZone).slice(11, 16);
  const label = kindWords[kind].label;
  return (
    <li
      {...(mayMove && card(key, name, true))}
      className={classNames(
        'flex items-start gap-0.5 rounded-sm border-s-2 bg-raised py-0.5 ps-1 text-xs',
        edges[kind],
        mayMove && 'cursor-grab',
        carriedKey === key && 'opacity-50',
      )}
    >
      <div className="min-w-0 flex-1">
        <span className="text-muted tabular-nums">
          {time} {label}
          {ownZone && (
            <>
              {' '}
              <OwnTime at={at} zone={ownZone} />
            </>
          )}
        </span>
        <a
          href={href ?? undefined}
          draggable={false}
          className="line-clamp-2 text-ink leading-snug no-underline [overflow-wrap:anywhere] hover:underline"
        >
          <bdi>{name}</bdi>
        </a>
      </div>
      {mayMove && (
        <button
          type="button"
          {...handle(key, day)}
          aria-label={`Move “${name}”, which ${label} at ${time}`}
          title="Move: drag, or Space and the arrows; press for another time"
          // A press of the pointer asks for a time; a key picks up.
          onClick={(event) => event.detail > 0 && onAsk(entry)}
          className="grid min-h-6 min-w-6 shrink-0 cursor-grab place-items-center self-stretch text-muted hover:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 [&_svg]:size-3.5"
        >
          <GripVertical aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

/** The same instant on the clock of who looks; with its day where that is another. */
function OwnTime({ at, zone }: { at: Date; zone: string }) {
  const text = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at);
  return <span className="text-muted">({text})</span>;
}
