'use client';

import { Plus } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Grip } from '@/components/ui/movable.client';
import { TextField } from '@/components/ui/text-field.client';
import { useFinding } from '@/components/ui/use-finding.client';
import { findChoosableAction } from '../../../front-actions';
import type { ChosenStory } from '../../../queries/curation';

interface StoryFinderProps {
  page: string;
  /** Shown until something is typed. */
  newest: ChosenStory[];
  chosenIds: (number | null)[];
  label: string;
  verb: string;
  showTime: (at: Date) => string;
  onChoose: (story: ChosenStory) => void;
  /** A few lines only, inside a form. */
  short?: boolean;
  onDrag?: (story: ChosenStory | null) => void;
}

/** Live and planned stories to choose from. The list keeps its height, so that nothing moves under the hand. */
export function StoryFinder({
  page,
  newest,
  chosenIds,
  label,
  verb,
  showTime,
  onChoose,
  short = false,
  onDrag,
}: StoryFinderProps) {
  const { words, setWords, found, failed } = useFinding(newest, async (typed) => {
    const answer = await findChoosableAction({ status: 'idle' }, { page, words: typed });
    return answer.status === 'done' ? answer.result : null;
  });
  const offered = found.filter(({ articleId }) => !chosenIds.includes(articleId));
  return (
    <div className="space-y-2">
      <TextField
        label={label}
        name=""
        type="search"
        value={words}
        placeholder="Words of the headline"
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
        error={failed ? 'The server did not answer. Type on to try again.' : undefined}
      />
      <p role="status" className="text-muted text-xs">
        {sentence(offered.length, words)}
      </p>
      <ul
        className={classNames(
          'divide-y divide-rule overflow-y-auto border-rule border-y',
          short ? 'h-36' : 'h-80',
        )}
        aria-label="Stories to choose from"
      >
        {offered.map((story) => (
          <li
            key={story.articleId}
            draggable={onDrag !== undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', story.title);
              onDrag?.(story);
            }}
            onDragEnd={() => onDrag?.(null)}
            className="flex items-center gap-2 py-1.5 ps-1 pe-1"
          >
            {onDrag && <Grip />}
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2" dir="auto">
                {story.title || 'Untitled story'}
              </span>
              <span className="block truncate text-muted text-xs">
                {story.state === 'scheduled' && <Badge tone="info">Scheduled</Badge>}{' '}
                {[story.at && showTime(story.at), story.section].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              size="small"
              variant="quiet"
              icon={<Plus />}
              aria-label={`${verb} “${story.title}”`}
              onClick={() => onChoose(story)}
            >
              {verb}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const sentence = (count: number, words: string): string => {
  if (words.trim() === '') return count > 0 ? 'The newest' : 'No other story is live or planned.';
  return count > 0 ? `${count} found` : 'No other live or planned story holds these words.';
};
