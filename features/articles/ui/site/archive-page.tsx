import { SectionHeading } from '@/components/site/section-heading';
import { formatDate } from '@/lib/dates';
import { archiveAddress } from '@/lib/public-addresses';
import type { Month } from '../../queries/site';
import type { SiteFrame } from './site-frame';

/** R7: every month in which something was published, under its year. */
export function ArchivePage({ months, site }: { months: Month[]; site: SiteFrame }) {
  const { lists } = site.words.paper;
  return (
    <main id="content" className="page list">
      <header className="list-head">
        <SectionHeading level={1}>{lists.archiveIndex}</SectionHeading>
        <p className="standfirst">{lists.archiveIndexDescription(site.siteName)}</p>
      </header>
      {months.length === 0 && (
        <p>
          {lists.none} <a href="/">{lists.toFront}</a>
        </p>
      )}
      {[...Map.groupBy(months, ({ year }) => year)].map(([year, ofYear]) => (
        <section key={year} className="archive-year" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`}>{year}</h2>
          <ul>
            {ofYear.map(({ month, stories }) => (
              <li key={month}>
                <a href={archiveAddress(year, month)}>
                  {formatDate(new Date(Date.UTC(year, month - 1, 15)), 'monthAlone', site)}
                </a>{' '}
                <small>{lists.stories(stories)}</small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}
