'use client';

import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { moved } from '@/lib/moved';
import type { ChoosableStory } from '../../../queries';

interface ChosenStoriesProps {
  stories: ChoosableStory[];
  onChange: (stories: ChoosableStory[]) => void;
}

/** The stories of an issue in their order: drag, or Alt with the arrows, or the buttons. The first one stands large. */
export function ChosenStories({ stories, onChange }: ChosenStoriesProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number) => {
    const story = stories[from];
    if (!story || to < 0 || to >= stories.length || to === from) return;
    onChange(moved(stories, from, to));
    setSaid(`${story.title}: now ${to + 1} of ${stories.length}.`);
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-story]')[to]?.focus());
  };
  const remove = (at: number) => {
    const story = stories[at];
    onChange(stories.filter((_, n) => n !== at));
    if (story) setSaid(`${story.title}: taken out.`);
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.target !== event.currentTarget) return;
    if (event.altKey && event.key === 'ArrowUp') move(at, at - 1);
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(at);
    else return;
    event.preventDefault();
  };

  return (
    <div className="space-y-1">
      <p className="font-medium text-ink text-sm">Stories in this issue</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {stories.length === 0 ? (
        <p className="border border-edge border-dashed px-3 py-4 text-center text-muted text-sm">
          Choose stories below. The first one stands large.
        </p>
      ) : (
        <ol
          ref={list}
          className="divide-y divide-rule border-rule border-y"
          aria-label="Stories in this issue, in their order"
        >
          {stories.map((story, at) => (
            <li
              key={story.articleId}
              data-story={story.articleId}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: Alt with the arrows moves the entry that has focus
              tabIndex={0}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
              draggable
              onKeyDown={(event) => onKey(event, at)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', story.title);
                setDragged(at);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                setOver(at);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) move(dragged, at);
              }}
              className={classNames(
                'flex items-center gap-2 bg-raised py-1.5 ps-1 pe-1',
                dragged === at && 'opacity-50',
                over === at &&
                  dragged !== null &&
                  dragged !== at &&
                  (at < dragged ? 'border-t-2 border-t-accent' : 'border-b-2 border-b-accent'),
              )}
            >
              <GripVertical aria-hidden="true" className="size-4 shrink-0 cursor-grab text-muted" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium" dir="auto">
                  {story.title}
                </span>
                <span className="block truncate text-muted text-xs">{story.section}</span>
              </span>
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
                disabled={at === stories.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <IconButton
                label={`Take “${story.title}” out`}
                size="small"
                icon={<X />}
                onClick={() => remove(at)}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
