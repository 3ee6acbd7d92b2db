import type { ReactNode } from 'react';
import { Byline } from '@/components/site/byline';
import { StoryCard as Card, type StoryVariant } from '@/components/site/story-card';
import { type DateForm, showTime, zonedYear } from '@/lib/dates';
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
  /** The section whose page or strip this is: it need not be named again. */
  within?: string;
  /** Headline and standfirst with something marked, as a search shows them. */
  title?: ReactNode;
  standfirst?: ReactNode;
}

/** A story on a front page, a list or under another story. */
export function Story({ story, variant, site, level, first, within, ...marked }: StoryProps) {
  const { paper } = site.words;
  const compact = variant === 'compact';
  return (
    <Card
      variant={variant}
      href={story.href}
      title={marked.title ?? story.title}
      standfirst={marked.standfirst ?? story.standfirst}
      kicker={
        story.section && story.section.href !== within
          ? { label: story.section.name, href: story.section.href }
          : null
      }
      byline={
        compact || story.authors.length === 0 ? null : (
          <Byline authors={story.authors} fallback={paper.article.staff} language={site.language} />
        )
      }
      at={showTime(story.liveAt, timeForm(story, variant, site), site)}
      facts={compact ? [] : [paper.article.minutes(story.readingMinutes)]}
      picture={story.lead}
      first={first}
      level={level}
      lang={story.lang ?? undefined}
    />
  );
}

/** Lists leave out the year that it is, and the hour of what is older. */
function timeForm({ liveAt }: StoryCard, variant: StoryVariant, { timeZone, year }: SiteFrame): DateForm {
  if (zonedYear(liveAt, timeZone) !== year) return 'shortDay';
  return variant === 'compact' ? 'shortDay' : 'thisYear';
}
