import { Breadcrumbs } from '@/components/site/breadcrumbs';
import { Pager } from '@/components/site/pager';
import { SectionHeading } from '@/components/site/section-heading';
import type { Named, StoryCard } from '../../queries/site';
import type { SiteFrame } from './site-frame';
import { Story } from './story';

export interface ListPageProps {
  title: string;
  description?: string;
  /** From the top section down to this list's parent. */
  trail?: { name: string; href: string }[];
  /** Sections below this one. */
  below?: Named[];
  stories: StoryCard[];
  newerHref: string | null;
  olderHref: string | null;
  feedHref: string;
  /** The section whose page this is. */
  within?: string;
  /** Whether the newest story stands large, as on a section's own front. */
  withLead?: boolean;
  site: SiteFrame;
}

/** R7: a list of stories, newest first, paged by links. */
export function ListPage({
  title,
  description,
  trail = [],
  below = [],
  stories,
  site,
  ...page
}: ListPageProps) {
  const { paper, shell } = site.words;
  const lead = page.withLead ? stories[0] : undefined;
  return (
    <main id="content" className="page list">
      <header className="list-head">
        {trail.length > 0 && <Breadcrumbs label={shell.breadcrumbs} trail={trail} />}
        <SectionHeading level={1}>{title}</SectionHeading>
        {description && <p className="standfirst">{description}</p>}
        {below.length > 0 && (
          <nav aria-label={paper.lists.below} className="below">
            <ul>
              {below.map(({ id, name, href }) => (
                <li key={id}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      {stories.length === 0 && <Nothing site={site} />}
      {lead && <Story story={lead} variant="lead" site={site} first within={page.within} />}
      <div className="river">
        {(lead ? stories.slice(1) : stories).map((story) => (
          <Story key={story.id} story={story} variant="river" site={site} within={page.within} />
        ))}
      </div>
      <Pager
        words={{ ...shell, older: paper.lists.older }}
        newerHref={page.newerHref}
        olderHref={page.olderHref}
      />
      <p className="fine-print">
        <a href={page.feedHref}>{paper.lists.feed}</a>
      </p>
    </main>
  );
}

const Nothing = ({ site: { words } }: { site: SiteFrame }) => (
  <p>
    {words.paper.lists.none} <a href="/">{words.paper.lists.toFront}</a>
  </p>
);
