'use client';

import { Finder, FoundEntry } from '@/components/ui/finder.client';
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

/** Live stories to choose from: the newest, or those that hold every word typed. */
export function StorySearch({ newest, chosen, full, timeZone, onChoose }: StorySearchProps) {
  const { words, setWords, found, failed } = useFinding(newest, async (typed) => {
    const answer = await findStoriesAction({ status: 'idle' }, { words: typed });
    return answer.status === 'done' ? answer.result : null;
  });
  const already = new Set(chosen.map(({ articleId }) => articleId));
  const offered = found.filter(({ articleId }) => !already.has(articleId));
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone });
  return (
    <Finder
      label="Choose from live stories"
      listLabel="Live stories"
      words={words}
      onType={setWords}
      failed={failed}
      status={sentence(offered.length, words)}
    >
      {offered.map((story) => (
        <FoundEntry
          key={story.articleId}
          title={story.title}
          line={[day.format(story.liveAt), story.section].filter(Boolean).join(' · ')}
          verb="Add"
          disabled={full}
          onChoose={() => onChoose(story)}
        />
      ))}
    </Finder>
  );
}

const sentence = (count: number, words: string): string => {
  if (words === '')
    return count > 0 ? 'The newest' : 'No other live story. Publish one and it can be chosen.';
  return count > 0 ? `${count} found` : 'No other live story holds these words.';
};
