import { SectionHeading } from '@/components/site/section-heading';
import type { FrontPage } from '../../queries/site';
import type { SiteFrame } from './site-frame';
import { Story } from './story';

interface FrontPageProps {
  front: FrontPage;
  site: SiteFrame;
}

/** R1: one lead, its seconds, a strip for each section, and the river of everything else. */
export function FrontPageView({ front, site }: FrontPageProps) {
  const { lead, seconds, strips, river } = front;
  const words = site.words.paper.front;
  if (lead === null) return <EmptyPaper site={site} />;
  return (
    <main id="content" className="page front">
      {/* The nameplate in the masthead is a picture of the name; this is the page's own heading. */}
      <h1 className="hidden-heading">{site.siteName}</h1>
      <Top lead={lead} seconds={seconds} site={site} />
      {strips.map(({ section, stories }) => (
        <section key={section.id} className="strip" aria-labelledby={`strip-${section.id}`}>
          <SectionHeading id={`strip-${section.id}`} href={section.href}>
            {section.name}
          </SectionHeading>
          <div className="columns">
            {stories.map((story) => (
              <div key={story.id} data-span={stories.length === 3 ? '4' : stories.length === 2 ? '6' : '3'}>
                <Story story={story} variant="second" site={site} level={3} within={section.href} />
              </div>
            ))}
          </div>
        </section>
      ))}
      {river.length > 0 && (
        <section className="river" aria-labelledby="river">
          <SectionHeading id="river" href="/latest">
            {words.river}
          </SectionHeading>
          {river.map((story) => (
            <Story key={story.id} story={story} variant="river" site={site} level={3} />
          ))}
          <p>
            <a href="/latest" className="button">
              {words.allLatest}
            </a>
          </p>
        </section>
      )}
    </main>
  );
}

type TopProps = { lead: NonNullable<FrontPage['lead']>; seconds: FrontPage['seconds']; site: SiteFrame };

function Top({ lead, seconds, site }: TopProps) {
  return (
    <div className="columns top">
      <div data-span={seconds.length > 0 ? '8' : undefined}>
        <Story story={lead} variant="lead" site={site} first />
      </div>
      {seconds.length > 0 && (
        <section data-span="4" className="seconds" aria-label={site.words.paper.front.seconds}>
          {seconds.map((story) => (
            <Story key={story.id} story={story} variant="second" site={site} />
          ))}
        </section>
      )}
    </div>
  );
}

/** The very first morning: says what to do, and looks like a newspaper all the same. */
function EmptyPaper({ site }: { site: SiteFrame }) {
  const words = site.words.paper.front;
  return (
    <main id="content" className="message-page">
      <h1>{words.welcomeTitle(site.siteName)}</h1>
      <p>{words.welcome}</p>
      <p>
        <a href="/admin">{words.toDesk}</a>
      </p>
    </main>
  );
}
