import { MessagePage } from '@/components/site/message-page';
import { SectionHeading } from '@/components/site/section-heading';
import type { StoryCard } from '../../queries/site';
import type { SiteFrame } from './site-frame';
import { Story } from './story';

export interface NoPageProps {
  state: 'moved' | 'missing' | 'gone';
  site: SiteFrame;
  /** To read instead. */
  newest: StoryCard[];
}

/** What stands where there is no page. Of a moved one nobody sees it: the answer has no body. */
export function NoPage({ state, site, newest }: NoPageProps) {
  const words = site.words.paper;
  if (state === 'moved')
    return (
      <MessagePage title={words.moved.title}>
        <Ways words={words} />
      </MessagePage>
    );
  const { title, text } = words[state];
  return (
    <MessagePage code={state === 'gone' ? '410' : '404'} title={title}>
      <p>{text}</p>
      <Search words={words} />
      <Ways words={words} />
      {newest.length > 0 && (
        <section className="newest" aria-labelledby="newest">
          <SectionHeading id="newest" href="/latest">
            {words.missing.newest}
          </SectionHeading>
          {newest.map((story) => (
            <Story key={story.id} story={story} variant="compact" site={site} level={3} />
          ))}
        </section>
      )}
    </MessagePage>
  );
}

type Words = SiteFrame['words']['paper'];

const Search = ({ words }: { words: Words }) => (
  <search>
    <form action="/search" className="field-and-button">
      <input type="search" name="q" aria-label={words.missing.searchFor} required maxLength={200} />
      <button type="submit" className="button">
        {words.missing.search}
      </button>
    </form>
  </search>
);

const Ways = ({ words }: { words: Words }) => (
  <>
    <p>{words.missing.further}</p>
    <ul>
      <li>
        <a href="/">{words.missing.front}</a>
      </li>
      <li>
        <a href="/latest">{words.missing.latest}</a>
      </li>
      <li>
        <a href="/archive">{words.missing.archive}</a>
      </li>
    </ul>
  </>
);
