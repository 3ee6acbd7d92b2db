import { Pager } from '@/components/site/pager';
import { SectionHeading } from '@/components/site/section-heading';
import type { SiteFrame } from '@/features/articles/ui/site/site-frame';
import { Story } from '@/features/articles/ui/site/story';
import { searchHref } from '../../input';
import type { SearchPage as Page } from '../../read';
import { Marked } from './marked';
import { SearchForm } from './search-form';

interface SearchPageProps {
  page: Page;
  site: SiteFrame;
}

/** R8: the form, what was found, and help where nothing was. */
export function SearchPage({ page, site }: SearchPageProps) {
  const words = site.words.search;
  return (
    <main id="content" className="page list search">
      <header className="list-head">
        <SectionHeading level={1}>{words.title}</SectionHeading>
        <SearchForm page={page} words={words} />
      </header>
      {page.state === 'found' ? <Finds page={page} site={site} /> : <Help page={page} site={site} />}
    </main>
  );
}

function Finds({ page, site }: SearchPageProps) {
  const { request, finds, count, many } = page;
  const words = site.words.search;
  return (
    <section aria-label={words.results}>
      {page.instead && (
        <p className="notice">
          <Quoted text={words.instead(request.q, page.instead)} />
        </p>
      )}
      {page.someOf && <p className="notice">{words.someOf}</p>}
      {page.didYouMean && (
        <p className="notice">
          {words.didYouMean}{' '}
          <a href={searchHref({ ...request, q: page.didYouMean, page: 1 })}>
            <bdi>{page.didYouMean}</bdi>
          </a>
          ?
        </p>
      )}
      <p className="found">{!many ? words.count(count) : page.byTime ? words.all : words.over(count)}</p>
      <div className="river">
        {finds.map(({ story, title, excerpt }) => (
          <Story
            key={story.id}
            story={story}
            variant="river"
            site={site}
            title={<Marked parts={title} />}
            standfirst={<Marked parts={excerpt} />}
          />
        ))}
      </div>
      {page.byTimeHref && (
        <p className="further">
          {words.lastPage} <a href={page.byTimeHref}>{words.byTime}</a>
        </p>
      )}
      <Pager
        words={{ ...site.words.shell, newer: words.earlierPage, older: words.nextPage }}
        newerHref={page.newerHref}
        olderHref={page.olderHref}
      />
    </section>
  );
}

/** What readers typed may run the other way than the sentence around it. */
const Quoted = ({ text }: { text: string }) => <span dir="auto">{text}</span>;

function Help({ page: { state, request, latest }, site }: SearchPageProps) {
  const words = site.words.search;
  const narrowed = request.section || request.author || request.from || request.to;
  const said = {
    idle: null,
    meaningless: words.nothingToFind,
    'only-minus': words.onlyMinus,
    none: request.q ? words.none(request.q) : words.noneHere,
    'no-such-page': words.noSuchPage,
    'too-slow': words.tooSlow,
  } as const;
  const message = state === 'found' ? null : said[state];
  return (
    <>
      {message && (
        <p className="notice" role="status">
          <Quoted text={message} />
        </p>
      )}
      {state === 'none' && narrowed && request.q && (
        <p>
          <a href={searchHref({ q: request.q })}>{words.withoutFilters}</a>
        </p>
      )}
      {state === 'none' ? <Tips words={words} /> : <How words={words} />}
      {latest.length > 0 && (
        <section aria-labelledby="latest">
          <SectionHeading id="latest" href="/latest">
            {words.latest}
          </SectionHeading>
          <div className="river">
            {latest.map((story) => (
              <Story key={story.id} story={story} variant="river" site={site} level={3} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

type Words = SiteFrame['words']['search'];

const Tips = ({ words }: { words: Words }) => (
  <section aria-labelledby="tips" className="help">
    <h2 id="tips">{words.tipsTitle}</h2>
    <ul>
      {words.tips.map((tip) => (
        <li key={tip}>{tip}</li>
      ))}
    </ul>
  </section>
);

const How = ({ words }: { words: Words }) => (
  <section aria-labelledby="how" className="help">
    <h2 id="how">{words.howTitle}</h2>
    <dl>
      {words.how.map(({ write, finds }) => (
        <div key={write}>
          <dt>{write}</dt>
          <dd>{finds}</dd>
        </div>
      ))}
    </dl>
  </section>
);
