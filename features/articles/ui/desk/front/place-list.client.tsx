'use client';

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { ChosenStory } from '../../../queries/curation';
import { clearPlace, movePlace, type Places, putInPlace } from './placing';

interface PlaceListProps {
  places: Places;
  /** Who stands where the editor chose nobody. */
  filled: (ChosenStory | null)[];
  names: string[];
  /** The story that is being dragged here from the search. */
  incoming: ChosenStory | null;
  showTime: (at: Date) => string;
  onChange: (places: Places) => void;
  say: (words: string) => void;
}

/** The places of a page in their order: drag, or Alt with the arrows, or the buttons. */
export function PlaceList({ places, filled, names, incoming, showTime, onChange, say }: PlaceListProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number) => {
    const story = places[from];
    if (!story || to < 0 || to >= places.length || to === from) return;
    onChange(movePlace(places, from, to));
    say(`${story.title}: now ${names[to]}.`);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-place]')[to]?.focus());
  };
  const clear = (at: number) => {
    const story = places[at];
    if (!story) return;
    onChange(clearPlace(places, at));
    say(`${story.title}: taken out. ${names[at]} fills itself.`);
    list.current?.querySelectorAll<HTMLElement>('[data-place]')[at]?.focus();
  };
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    setOver(null);
    if (dragged !== null) move(dragged, at);
    else if (incoming) {
      onChange(putInPlace(places, incoming, at));
      say(`${incoming.title}: now ${names[at]}.`);
    }
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') clear(at);
    else return;
    event.preventDefault();
  };

  return (
    <ol ref={list} className="divide-y divide-rule border-rule border-y" aria-label="Places, in their order">
      {places.map((story, at) => (
        <li
          key={names[at]}
          data-place={at}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt with the arrows moves the story that has focus
          tabIndex={0}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          draggable={story !== null}
          onKeyDown={(event) => onKey(event, at)}
          onDragStart={(event) => {
            if (!story) return;
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', story.title);
            setDragged(at);
          }}
          onDragEnd={() => {
            setDragged(null);
            setOver(null);
          }}
          onDragOver={(event) => {
            if (dragged === null && !incoming) return;
            event.preventDefault();
            setOver(at);
          }}
          onDragLeave={() => setOver(null)}
          onDrop={(event) => drop(event, at)}
          className={classNames(
            'flex min-h-14 items-center gap-2 py-1.5 pe-1',
            story ? 'bg-raised' : 'bg-sunken',
            dragged === at && 'opacity-50',
            over === at && 'outline-2 outline-accent -outline-offset-2',
          )}
        >
          <GripVertical
            aria-hidden="true"
            className={classNames('size-4 shrink-0 text-muted', story ? 'cursor-grab' : 'invisible')}
          />
          <span className="w-20 shrink-0 font-medium text-muted text-xs">{names[at]}</span>
          <span className="min-w-0 flex-1">
            <PlaceWords story={story} filler={filled[at] ?? null} showTime={showTime} />
          </span>
          {story && (
            <span className="flex shrink-0">
              {places.length > 1 && (
                <>
                  <IconButton
                    label={`Move “${story.title}” up`}
                    size="small"
                    icon={<ArrowUp />}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  />
                  <IconButton
                    label={`Move “${story.title}” down`}
                    size="small"
                    icon={<ArrowDown />}
                    disabled={at === places.length - 1}
                    onClick={() => move(at, at + 1)}
                  />
                </>
              )}
              <IconButton
                label={`Take “${story.title}” out`}
                size="small"
                icon={<X />}
                onClick={() => clear(at)}
              />
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
  showTime: (at: Date) => string;
}

function PlaceWords({ story, filler, showTime }: PlaceWordsProps) {
  const meanwhile = filler ? `“${filler.title}”` : 'nothing yet';
  if (!story)
    return (
      <>
        <span className="block truncate text-soft" dir="auto">
          {filler?.title ?? 'Empty until there are more stories'}
        </span>
        <span className="block text-muted text-xs">The newest, by itself</span>
      </>
    );
  return (
    <>
      <span className="block truncate font-medium" dir="auto">
        {story.title || 'Untitled story'}
      </span>
      <span className="block text-muted text-xs">
        {story.state === 'live' && (story.section || 'Chosen')}
        {story.state === 'scheduled' && (
          <>
            <Badge tone="info">Scheduled</Badge> Stands here from {story.at && showTime(story.at)}; until then{' '}
            {meanwhile}.
          </>
        )}
        {story.state === 'away' && (
          <>
            <Badge tone="warning">Not live</Badge> Readers see {meanwhile} here.
          </>
        )}
      </span>
    </>
  );
}
