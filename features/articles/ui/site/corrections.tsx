import { Timestamp } from '@/components/site/timestamp';
import { showTime } from '@/lib/dates';
import type { Correction } from '../../queries/site';
import type { SiteFrame } from './site-frame';

/** What the paper got wrong in this story, and when it said so. */
export function Corrections({ corrections, site }: { corrections: Correction[]; site: SiteFrame }) {
  if (corrections.length === 0) return null;
  const words = site.words.paper.article;
  return (
    <section className="corrections" aria-labelledby="corrections">
      <h2 id="corrections">{words.corrections(corrections.length)}</h2>
      {corrections.map(({ id, text, passage, at }) => (
        <div key={id} id={`correction-${id}`}>
          <p dir="auto">
            <Timestamp at={showTime(at, 'day', site)} /> {text}
          </p>
          {passage && (
            <p className="passage" dir="auto">
              {words.itSaid} <q>{passage}</q>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
