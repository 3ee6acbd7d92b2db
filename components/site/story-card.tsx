import type { ReactNode } from 'react';
import { Kicker, type KickerProps } from './kicker';
import { Picture, type PictureProps } from './picture';
import { type ShownInstant, Timestamp } from './timestamp';

export type StoryVariant = 'lead' | 'second' | 'river' | 'compact';

export interface StoryCardProps {
  /**
   * `lead`: the one at the top; `second`: beside or under it; `river`: one of a list; `compact`: a headline for the
   * margin and for "more of this".
   */
  variant: StoryVariant;
  href: string;
  title: ReactNode;
  standfirst?: ReactNode;
  kicker?: KickerProps | null;
  byline?: ReactNode;
  at?: ShownInstant | null;
  /** "4 minute read", "12 comments": set after the time, with a dot between. */
  facts?: string[];
  picture?: PictureProps['picture'] | null;
  /** The picture is the first thing on the page. */
  first?: boolean;
  /** Level of the headline, by what stands above it on the page. */
  level?: 2 | 3 | 4;
  /** Of the story, where it is not the site's own. */
  lang?: string;
}

/** Widths a card's picture takes on phones (the page less its gutters), on tablets and in the full grid. */
const sizes: Record<StoryVariant, string> = {
  lead: '(min-width: 112rem) 69rem, (min-width: 64rem) 44rem, 92vw',
  second: '(min-width: 112rem) 34rem, (min-width: 64rem) 24rem, (min-width: 48rem) 44vw, 92vw',
  river: '(min-width: 112rem) 22rem, (min-width: 48rem) 14rem, 7rem',
  compact: '7rem',
};

/** A story on a front page, a section page or a list. One link: the headline, whose area is the whole card. */
export function StoryCard({ variant, picture, first, lang, ...words }: StoryCardProps) {
  return (
    <article className="story" data-variant={variant} lang={lang}>
      {picture && variant !== 'compact' && (
        <div className="story-picture">
          <Picture picture={picture} sizes={sizes[variant]} first={first} silent />
        </div>
      )}
      <StoryWords variant={variant} {...words} />
    </article>
  );
}

type WordsProps = Omit<StoryCardProps, 'picture' | 'first' | 'lang'>;

function StoryWords({
  variant,
  href,
  title,
  standfirst,
  kicker,
  byline,
  at,
  facts = [],
  level = 2,
}: WordsProps) {
  const Headline = `h${level}` as const;
  return (
    <div className="story-words">
      {kicker && <Kicker {...kicker} />}
      <Headline className="headline" dir="auto">
        <a href={href}>{title}</a>
      </Headline>
      {standfirst && variant !== 'compact' && (
        <p className="standfirst" dir="auto">
          {standfirst}
        </p>
      )}
      {(byline || at || facts.length > 0) && (
        <p className="facts">
          {byline}
          {at && <Timestamp at={at} />}
          {facts.map((fact) => (
            <span key={fact}>
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
