'use client';

import { useState } from 'react';
import { sayWithUndo } from '@/components/ui/say-with-undo';
import { toast } from '@/components/ui/toast.client';
import { offsetLabel, wallClock, zonedTime } from '@/lib/zoned-time';
import { planArticleAction } from '../../../actions';
import { addDays, type Day, dayOf, sameTimeOn, whichOf } from '../../../calendar';
import { moveArrangementAction } from '../../../front-actions';
import { moveDueAction, movePlanAction } from '../../../planning-actions';
import type { CalendarEntry, PlannableLine } from '../../../queries/calendar';
import { type Answer, ask } from '../ask';
import type { Which } from '../publish/when-field.client';
import { CalendarDay } from './calendar-day.client';
import { kindWords } from './calendar-words';
import { PlannableList } from './plannable-list.client';
import { useCarrying } from './use-carrying.client';
import { useOwnZone } from './use-own-zone.client';
import { WhenDialog } from './when-dialog.client';

interface CalendarBoardProps {
  entries: CalendarEntry[];
  live: Record<string, number>;
  plannable: PlannableLine[];
  days: Day[];
  today: Day;
  /** `2026-11`; null where a week is shown. */
  month: string | null;
  timeZone: string;
}

/** A time is asked for: of something that stands in the calendar, or of a draft that is put into it. */
type Asking = { entry: CalendarEntry; wallClock: string } | { draft: PlannableLine; wallClock: string };

const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 } as const;

/** The days, what stands in them, and the drafts beside them: moved by drag, by keyboard or by a dialog. */
export function CalendarBoard(props: CalendarBoardProps) {
  const { live, plannable, days, today, month, timeZone } = props;
  const [moved, setMoved] = useState<{ of: CalendarEntry[]; to: Map<string, Date> }>();
  const [asking, setAsking] = useState<Asking | null>(null);
  const ownZone = useOwnZone(timeZone);
  const offset = offsetLabel(new Date(), timeZone);
  // What was moved stands where it was put until the server's own list comes.
  const to = moved?.of === props.entries ? moved.to : new Map<string, Date>();
  const entries = props.entries.map((entry) => ({ ...entry, at: to.get(entry.key) ?? entry.at }));
  const place = (key: string, at: Date | null) => {
    const next = new Map(to);
    if (at) next.set(key, at);
    else next.delete(key);
    setMoved({ of: props.entries, to: next });
  };

  const send = (entry: CalendarEntry, clock: string, which: Which | undefined): Promise<Answer<unknown>> => {
    const { articleId, publicationId, arrangementId } = entry;
    const when = { seenAt: entry.at.toISOString(), wallClock: clock, which };
    if (arrangementId !== null) return ask(moveArrangementAction, { arrangementId, ...when });
    if (publicationId !== null) return ask(movePlanAction, { publicationId, wallClock: clock, which });
    return ask(moveDueAction, { articleId: articleId ?? 0, ...when });
  };

  const tellMoved = (entry: CalendarEntry, clock: string, answer: Answer<unknown>) => {
    sayWithUndo(
      `${kindWords[entry.kind].noun} of “${entry.title || 'Untitled story'}” moved to ${spokenClock(clock)}.`,
      () => send(movedTo(entry, answer), wallClock(entry.at, timeZone), whichOf(entry.at, timeZone)),
      'It is back where it was.',
    );
  };

  const move = async (key: string, day: Day) => {
    const entry = entries.find((each) => each.key === key);
    const draft = plannable.find(({ articleId }) => draftKey(articleId) === key);
    if (draft) return setAsking({ draft, wallClock: `${day}T09:00:00` });
    if (!entry || dayOf(entry.at, timeZone) === day) return;
    const clock = sameTimeOn(day, entry.at, timeZone);
    const time = zonedTime(clock, timeZone);
    // Only the editor can say which of two equal times she means.
    if (time?.happens === 'twice') return setAsking({ entry, wallClock: clock });
    if (time?.happens === 'once') place(key, time.at);
    const answer = await send(entry, clock, undefined);
    if (answer.ok) return tellMoved(entry, clock, answer);
    place(key, null);
    toast.error(answer.sentence);
  };

  const { carried, card, handle, target } = useCarrying<Day>({
    step: (day, arrow) => addDays(day, steps[arrow]),
    onDrop: move,
    accepts: (_, day) => day >= today,
  });
  const carriedName = carried && nameOf(carried.key, entries, plannable);

  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_16rem]">
      <section aria-label="Days">
        <p className="mb-2 text-muted text-xs">
          Times are those of clocks in {timeZone.replaceAll('_', ' ')}
          {offset !== timeZone && ` (${offset})`}
          {ownZone && `; yours, in ${ownZone.replaceAll('_', ' ')}, stand beside them`}.{' '}
          <span className="max-md:hidden">
            Drag a plan or a due date to another day, or pick it up on its handle with Space, carry it with
            the arrows, and put it down with Space.
          </span>
          <span className="md:hidden">Press a handle to move a plan or a due date.</span>
        </p>
        <div aria-hidden="true" className="grid grid-cols-7 gap-px max-md:hidden">
          {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => (
            <span key={name} className="px-2 pb-1 text-muted text-xs">
              {name}
            </span>
          ))}
        </div>
        <ol className="grid gap-px border border-rule bg-rule md:grid-cols-7">
          {days.map((day) => (
            <CalendarDay
              key={day}
              day={day}
              today={today}
              faint={month !== null && !day.startsWith(month)}
              tall={month === null}
              entries={entries.filter(({ at }) => dayOf(at, timeZone) === day)}
              live={live[day] ?? 0}
              timeZone={timeZone}
              ownZone={ownZone}
              isOver={carried?.over === day}
              carriedKey={carried?.key ?? null}
              card={card}
              handle={handle}
              target={target(day)}
              onAsk={(entry) => setAsking({ entry, wallClock: wallClock(entry.at, timeZone) })}
            />
          ))}
        </ol>
      </section>
      <PlannableList
        lines={plannable}
        keyOf={draftKey}
        card={card}
        handle={(key) => handle(key, today)}
        onAsk={(draft) => setAsking({ draft, wallClock: `${addDays(today, 1)}T09:00:00` })}
      />
      <p
        role="status"
        className="fixed inset-x-4 bottom-[calc(1rem+var(--foot))] z-30 mx-auto max-w-xl rounded-lg border border-edge bg-raised px-4 py-2 text-center text-sm empty:hidden"
      >
        {carried?.byKeyboard && carried.over && (
          <>
            “{carriedName}” to {spokenDay(carried.over)}
            {carried.over < today && ', which has passed'}. Arrows carry it, Space puts it down, Escape puts
            it back.
          </>
        )}
      </p>
      {asking && (
        <WhenDialog
          key={asking.wallClock}
          title={
            'draft' in asking
              ? `Publish “${asking.draft.title}”`
              : `Move “${asking.entry.title || 'Untitled story'}”`
          }
          says={
            'draft' in asking
              ? 'It goes live by itself, as it is saved now.'
              : kindWords[asking.entry.kind].says
          }
          confirmLabel={'draft' in asking ? 'Schedule' : 'Move it there'}
          wallClock={asking.wallClock}
          timeZone={timeZone}
          onClose={() => setAsking(null)}
          onSend={async (clock, which) => {
            if ('draft' in asking) {
              const { articleId } = asking.draft;
              const answer = await ask(planArticleAction, {
                articleId,
                kind: 'publish',
                wallClock: clock,
                which,
              });
              if (answer.ok) toast(`“${asking.draft.title}” goes live ${spokenClock(clock)}.`);
              return answer;
            }
            const answer = await send(asking.entry, clock, which);
            if (answer.ok) tellMoved(asking.entry, clock, answer);
            return answer;
          }}
        />
      )}
    </div>
  );
}

const draftKey = (articleId: number): string => `draft-${articleId}`;

const nameOf = (key: string, entries: CalendarEntry[], plannable: PlannableLine[]): string =>
  (entries.find((entry) => entry.key === key)?.title ??
    plannable.find(({ articleId }) => draftKey(articleId) === key)?.title) ||
  'Untitled story';

/** The entry as the server has it now, for moving it back: a plan that moved is another row. */
function movedTo(entry: CalendarEntry, answer: Answer<unknown>): CalendarEntry {
  const result = (answer.ok ? answer.result : {}) as {
    publicationId?: number;
    dueAt?: Date | string;
    effectiveAt?: Date | string;
  };
  const at = result.dueAt ?? result.effectiveAt;
  return {
    ...entry,
    publicationId: result.publicationId ?? entry.publicationId,
    at: at ? new Date(at) : entry.at,
  };
}

const spokenDay = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));

const spokenClock = (clock: string): string => `${spokenDay(clock.slice(0, 10))}, ${clock.slice(11, 16)}`;
