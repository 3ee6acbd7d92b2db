'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field.client';
import { useFinding } from '@/components/ui/use-finding.client';
import { findStoriesAction } from '../../../actions';
import type { ChoosableStory } from '../../../queries';

interface StorySearchProps {
  /** Shown until something is typed. */
  newest: ChoosableStory[];
  chosen: ChoosableStory[];
  full: boolean;
  timeZone: string;
  onChoose: (story: ChoosableStory) => void;
}

/**
 * Live stories to choose from: the newest, or those that hold every word typed. The list keeps its height whatever is
 * found, for the page must not jump under the hand that chooses.
 */
export function StorySearch({ newest, chosen, full, timeZone, onChoose }: StorySearchProps) {
  const { words, setWords, found, failed } = useFinding(newest, async (typed) => {
    const answer = await findStoriesAction({ status: 'idle' }, { words: typed });
    return answer.status === 'done' ? answer.result : null;
  });
  const already = new Set(chosen.map(({ articleId }) => articleId));
  const offered = found.filter(({ articleId }) => !already.has(articleId));
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });
  return (
    <div className="space-y-2">
      <TextField
        label="Choose from live stories"
        name=""
        type="search"
        value={words}
        placeholder="Words of the headline"
        autoComplete="off"
        onChange={(event) => setWords(event.currentTarget.value)}
        error={failed ? 'The server did not answer. Type on to try again.' : undefined}
      />
      <p role="status" className="text-muted text-xs">
        {offered.length === 0
          ? words
            ? 'No other live story holds these words.'
            : 'No other live story. Publish one and it can be chosen.'
          : words
            ? `${offered.length} found`
            : 'The newest'}
      </p>
      <ul
        className="h-80 divide-y divide-rule overflow-y-auto border-rule border-y"
        aria-label="Live stories"
      >
        {offered.map((story) => (
          <li key={story.articleId} className="flex items-center gap-2 py-1.5 ps-2 pe-1">
            <span className="min-w-0 flex-1">
              <span className="block truncate" dir="auto">
                {story.title}
              </span>
              <span className="block truncate text-muted text-xs">
                {[day.format(story.liveAt), story.section].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              size="small"
              variant="quiet"
              icon={<Plus />}
              disabled={full}
              aria-label={`Add “${story.title}”`}
              onClick={() => onChoose(story)}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
