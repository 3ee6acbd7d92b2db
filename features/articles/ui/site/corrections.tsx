import { Timestamp } from '@/components/site/timestamp';
import { formatDate, showTime } from '@/lib/dates';
import type { Correction } from '../../queries/site';
import type { SiteFrame } from './site-frame';

/** What the paper got wrong in this story, and when it said so. */
export function Corrections({ corrections, site }: { corrections: Correction[]; site: SiteFrame }) {
  if (corrections.length === 0) return null;
  const words = site.words.paper.article;
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections(corrections.length)}</h2>
      {corrections.map((correction) => (
        <div key={correction.id} id={`correction-${correction.id}`}>
          <p dir="auto">
            <Timestamp at={showTime(correction.at, 'day', site)} /> {correction.text}
          </p>
          <CorrectionFacts correction={correction} site={site} />
        </div>
      ))}
    </section>
  );
}

/** What was wrong as it was said, and whether the correction itself had to be amended. */
export function CorrectionFacts({ correction, site }: { correction: Correction; site: SiteFrame }) {
  const { article, corrections } = site.words.paper;
  return (
    <>
      {correction.passage && (
        <p className="passage" dir="auto">
          {article.itSaid} <q>{correction.passage}</q>
        </p>
      )}
      {correction.amendedAt && (
        <p className="passage">{corrections.amended(formatDate(correction.amendedAt, 'day', site))}</p>
      )}
    </>
  );
}
