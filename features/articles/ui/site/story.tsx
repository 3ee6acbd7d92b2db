import { Byline } from '@/components/site/byline';
import { StoryCard as Card, type StoryVariant } from '@/components/site/story-card';
import { showTime } from '@/lib/dates';
import type { StoryCard } from '../../queries/site';
import type { SiteFrame } from './site-frame';

export interface StoryProps {
  story: StoryCard;
  variant: StoryVariant;
  site: SiteFrame;
  /** Level of the headline, by what stands above it. */
  level?: 2 | 3 | 4;
  /** Its picture is the first thing on the page. */
  first?: boolean;
  /** Under its own section's heading the section need not be named again. */
  kicker?: boolean;
}

/** A story on a front page, a list or under another story. */
export function Story({ story, variant, site, level, first, kicker = true }: StoryProps) {
  const { paper } = site.words;
  const compact = variant === 'compact';
  return (
    <Card
      variant={variant}
      href={story.href}
      title={story.title}
      standfirst={story.standfirst}
      kicker={kicker && story.section ? { label: story.section.name, href: story.section.href } : null}
      byline={
        compact || story.authors.length === 0 ? null : (
          <Byline authors={story.authors} fallback={paper.article.staff} language={site.language} />
        )
      }
      at={showTime(story.liveAt, compact ? 'day' : 'short', site)}
      facts={compact ? [] : [paper.article.minutes(story.readingMinutes)]}
      picture={story.lead}
      first={first}
      level={level}
      lang={story.lang ?? undefined}
    />
  );
}
