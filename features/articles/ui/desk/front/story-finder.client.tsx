'use client';

import { Badge } from '@/components/ui/badge';
import { Finder, FoundEntry } from '@/components/ui/finder.client';
import { Grip } from '@/components/ui/movable.client';
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

/** Live and planned stories to choose from. */
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
    <Finder
      label={label}
      listLabel="Stories to choose from"
      words={words}
      onType={setWords}
      failed={failed}
      status={sentence(offered.length, words)}
      short={short}
    >
      {offered.map((story) => (
        <FoundEntry
          key={story.articleId}
          title={story.title || 'Untitled story'}
          line={
            <>
              {story.state === 'scheduled' && <Badge tone="info">Scheduled</Badge>}{' '}
              {[story.at && showTime(story.at), story.section].filter(Boolean).join(' · ')}
            </>
          }
          verb={verb}
          onChoose={() => onChoose(story)}
          grip={onDrag && <Grip />}
          draggable={onDrag !== undefined}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', story.title);
            onDrag?.(story);
          }}
          onDragEnd={() => onDrag?.(null)}
        />
      ))}
    </Finder>
  );
}

const sentence = (count: number, words: string): string => {
  if (words.trim() === '') return count > 0 ? 'The newest' : 'No other story is live or planned.';
  return count > 0 ? `${count} found` : 'No other live or planned story holds these words.';
};
