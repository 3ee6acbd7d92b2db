import { Notice } from '@/components/ui/notice';
import type { ChosenStory } from '../../../queries/curation';

interface NotLiveThenProps {
  stories: ChosenStory[];
  when: Date;
  showTime: (at: Date) => string;
}

/** Told in advance: whose places will fill themselves. */
export function NotLiveThen({ stories, when, showTime }: NotLiveThenProps) {
  if (stories.length === 0) return null;
  return (
    <Notice tone="warning" title="Not live at that time" announce="status">
      <ul>
        {stories.map((story) => (
          <li key={story.articleId} dir="auto">
            “{story.title || 'Untitled story'}” {because(story, when, showTime)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function because({ state, at, untilAt }: ChosenStory, when: Date, showTime: (at: Date) => string): string {
  if (untilAt && untilAt <= when) return `is withdrawn ${showTime(untilAt)}. Its place fills itself.`;
  if (state === 'scheduled' && at) return `goes live ${showTime(at)}. Its place fills itself until then.`;
  return 'is neither live nor planned to be. Its place fills itself.';
}
