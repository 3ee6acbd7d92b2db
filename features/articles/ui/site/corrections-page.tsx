import { Pager } from '@/components/site/pager';
import { SectionHeading } from '@/components/site/section-heading';
import { Timestamp } from '@/components/site/timestamp';
import { showTime, zonedDay } from '@/lib/dates';
import { textDirection } from '@/lib/text-direction';
import type { ListedCorrection } from '../../queries/site';
import { CorrectionFacts } from './corrections';
import type { SiteFrame } from './site-frame';

interface CorrectionsPageProps {
  corrections: ListedCorrection[];
  newerHref: string | null;
  olderHref: string | null;
  site: SiteFrame;
}

/** R16: every correction under its day, with the story it belongs to. */
export function CorrectionsPage({ corrections, newerHref, olderHref, site }: CorrectionsPageProps) {
  const { shell, paper } = site.words;
  const days = [...Map.groupBy(corrections, ({ at }) => zonedDay(at, site.timeZone))];
  return (
    <main id="content" className="page list">
      <header className="list-head">
        <SectionHeading level={1}>{paper.corrections.title}</SectionHeading>
        <p className="standfirst">{paper.corrections.lead}</p>
      </header>
      {days.length === 0 && <p>{paper.corrections.none}</p>}
      {days.map(([day, ofDay]) => (
        <section key={day} className="corrections-day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>
            <Timestamp at={showTime(ofDay[0]?.at ?? new Date(day), 'day', site)} />
          </h2>
          {ofDay.map((correction) => (
            <div key={correction.id}>
              <h3 {...languageOf(correction)}>
                <a href={`${correction.story.href}#correction-${correction.id}`}>{correction.story.title}</a>
              </h3>
              <p dir="auto">{correction.text}</p>
              <CorrectionFacts correction={correction} site={site} />
            </div>
          ))}
        </section>
      ))}
      <Pager
        words={{ ...shell, older: paper.corrections.older }}
        newerHref={newerHref}
        olderHref={olderHref}
      />
    </main>
  );
}

const languageOf = ({ story: { lang } }: ListedCorrection) =>
  lang === null ? { dir: 'auto' as const } : { lang, dir: textDirection(lang) };
