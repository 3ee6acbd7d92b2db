'use client';

import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Grip, MoveButtons, useMovable } from '@/components/ui/movable.client';
import type { ChosenStory } from '../../../queries/curation';
import { isShown } from './arranging';
import { clearPlace, movePlace, type Places, putInPlace } from './placing';

interface PlaceListProps {
  places: Places;
  /** Who stands where the editor chose nobody. */
  filled: (ChosenStory | null)[];
  names: string[];
  /** The story that is being dragged here from the search. */
  incoming: ChosenStory | null;
  /** The time of the planned change; null for what stands now. */
  when: Date | null;
  showTime: (at: Date) => string;
  onChange: (places: Places) => void;
  say: (words: string) => void;
}

/** The places of a page in their order: drag, or Alt with the arrows, or the buttons. */
export function PlaceList(props: PlaceListProps) {
  const { places, filled, names, incoming, when, showTime, onChange, say } = props;
  const clear = (at: number) => {
    const story = places[at];
    if (!story) return;
    onChange(clearPlace(places, at));
    say(`${story.title}: taken out. ${names[at]} fills itself.`);
  };
  const { list, entry, move } = useMovable({
    count: places.length,
    nameOf: (at) => places[at]?.title ?? null,
    onMove: (from, to) => {
      onChange(movePlace(places, from, to));
      say(`${places[from]?.title}: now ${names[to]}.`);
    },
    onRemove: clear,
    onDropOther: incoming
      ? (at) => {
          onChange(putInPlace(places, incoming, at));
          say(`${incoming.title}: now ${names[at]}.`);
        }
      : undefined,
  });

  return (
    <ol ref={list} className="divide-y divide-rule border-rule border-y" aria-label="Places, in their order">
      {places.map((story, at) => (
        <li
          key={names[at]}
          {...entry(
            at,
            classNames('flex min-h-14 items-center gap-2 py-1.5 pe-1', story ? 'bg-raised' : 'bg-sunken'),
          )}
        >
          <Grip idle={!story} />
          <span className="flex min-w-0 flex-1 flex-col gap-x-2 sm:flex-row sm:items-center">
            <span className="w-20 shrink-0 font-medium text-muted text-xs">{names[at]}</span>
            <span className="min-w-0 flex-1">
              <PlaceWords story={story} filler={filled[at] ?? null} when={when} showTime={showTime} />
            </span>
          </span>
          {story && (
            <span className="flex shrink-0">
              <MoveButtons name={story.title} at={at} count={places.length} onMove={move} onRemove={clear} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

interface PlaceWordsProps {
  story: ChosenStory | null;
  filler: ChosenStory | null;
  when: Date | null;
  showTime: (at: Date) => string;
}

function PlaceWords({ story, filler, when, showTime }: PlaceWordsProps) {
  if (!story)
    return (
      <>
        <span className="line-clamp-2 text-soft" dir="auto">
          {filler?.title ?? 'Empty until there are more stories'}
        </span>
        <span className="block text-muted text-xs">The newest, by itself</span>
      </>
    );
  const meanwhile = filler ? `“${filler.title}”` : 'nothing yet';
  const isComing = story.state === 'scheduled' && story.at !== null;
  return (
    <>
      <span className="line-clamp-2 font-medium" dir="auto">
        {story.title || 'Untitled story'}
      </span>
      <span className="block text-muted text-xs">
        {isShown(story, when) ? (
          isComing ? (
            <>
              <Badge tone="info">Scheduled</Badge> Live by then, from {story.at && showTime(story.at)}.
            </>
          ) : (
            story.section || 'Chosen'
          )
        ) : isComing && !when ? (
          <>
            <Badge tone="info">Scheduled</Badge> Stands here from {story.at && showTime(story.at)}; until then{' '}
            {meanwhile}.
          </>
        ) : (
          <>
            <Badge tone="warning">{when ? 'Not live at that time' : 'Not live'}</Badge> Readers see{' '}
            {meanwhile} here.
          </>
        )}
      </span>
    </>
  );
}
