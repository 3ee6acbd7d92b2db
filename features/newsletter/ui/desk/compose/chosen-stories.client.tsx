'use client';

import { useState } from 'react';
import { Grip, MoveButtons, useMovable } from '@/components/ui/movable.client';
import { moved } from '@/lib/moved';
import type { ChoosableStory } from '../../../queries';

interface ChosenStoriesProps {
  stories: ChoosableStory[];
  onChange: (stories: ChoosableStory[]) => void;
}

/** The stories of an issue in their order: drag, or Alt with the arrows, or the buttons. The first one stands large. */
export function ChosenStories({ stories, onChange }: ChosenStoriesProps) {
  const [said, setSaid] = useState('');
  const remove = (at: number) => {
    const story = stories[at];
    onChange(stories.filter((_, n) => n !== at));
    if (story) setSaid(`${story.title}: taken out.`);
  };
  const { list, entry, move } = useMovable({
    count: stories.length,
    nameOf: (at) => stories[at]?.title ?? null,
    onMove: (from, to) => {
      onChange(moved(stories, from, to));
      setSaid(`${stories[from]?.title}: now ${to + 1} of ${stories.length}.`);
    },
    onRemove: remove,
  });

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
            <li key={story.articleId} {...entry(at, 'flex items-center gap-2 bg-raised py-1.5 ps-1 pe-1')}>
              <Grip />
              <span className="min-w-0 flex-1">
                <span className="line-clamp-2 font-medium" dir="auto">
                  {story.title}
                </span>
                <span className="block truncate text-muted text-xs">{story.section}</span>
              </span>
              <MoveButtons
                name={story.title}
                at={at}
                count={stories.length}
                onMove={move}
                onRemove={remove}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
