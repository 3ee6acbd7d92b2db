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
  /** Lists beside this one, as a month has them. */
  beside?: {
    label: string;
    newer: { name: string; href: string } | null;
    older: { name: string; href: string } | null;
  };
  /** None for a series, which has an end. */
  feedHref?: string;
  /** The section whose page this is. */
  within?: string;
  /** Stands large over the others, as on a section's own front. */
  lead?: StoryCard | null;
  site: SiteFrame;
}

/** R7: a list of stories, newest first, paged by links. */
export function ListPage({
  title,
  description,
  trail = [],
  below = [],
  lead = null,
  stories,
  site,
  ...page
}: ListPageProps) {
  const { paper, shell } = site.words;
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
      {stories.length === 0 && !lead && <Nothing site={site} />}
      {lead && <Story story={lead} variant="lead" site={site} first within={page.within} />}
      <div className="river">
        {stories.map((story) => (
          <Story key={story.id} story={story} variant="river" site={site} within={page.within} />
        ))}
      </div>
      <Pager
        words={{ ...shell, older: paper.lists.older }}
        newerHref={page.newerHref}
        olderHref={page.olderHref}
      />
      {page.beside && (page.beside.newer || page.beside.older) && (
        <nav aria-label={page.beside.label} className="beside">
          {page.beside.newer && <a href={page.beside.newer.href}>{page.beside.newer.name}</a>}
          {page.beside.older && <a href={page.beside.older.href}>{page.beside.older.name}</a>}
        </nav>
      )}
      {page.feedHref && (
        <p className="fine-print">
          <a href={page.feedHref}>{paper.lists.feed}</a>
        </p>
      )}
    </main>
  );
}

const Nothing = ({ site: { words } }: { site: SiteFrame }) => (
  <p>
    {words.paper.lists.none} <a href="/">{words.paper.lists.toFront}</a>
  </p>
);
