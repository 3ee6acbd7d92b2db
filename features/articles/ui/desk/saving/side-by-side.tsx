import type { ReactNode } from 'react';
import { pictureAddress } from '@/lib/pictures';
import type { ComparedLine } from './compare';
import type { FiledFact } from './compare-filing';

interface Side {
  title: string;
  note: string;
  /** What is filed otherwise than on the other side. */
  filed: FiledFact[];
  lines: ComparedLine[];
  actions: ReactNode;
}

/** Two texts next to each other, under each other on a phone; what only one of them has is marked. */
export function SideBySide({ left, right }: { left: Side; right: Side }) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {[left, right].map(({ title, note, filed, lines, actions }) => (
        <section
          key={title}
          aria-label={title}
          className="flex min-w-0 flex-col rounded-md border border-rule"
        >
          <header className="border-rule border-b px-3 py-2">
            <h3 className="font-semibold">{title}</h3>
            <p className="text-muted text-xs">{note}</p>
          </header>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            className="max-h-[46vh] flex-1 space-y-3 overflow-y-auto px-3 py-3 font-serif text-base"
            dir="auto"
          >
            <Filed facts={filed} />
            {lines.map(({ text, same }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text that does not change have no other name
              <p key={n}>{same ? text : <mark>{text}</mark>}</p>
            ))}
            {lines.length === 0 && <p className="text-muted">Nothing written.</p>}
          </div>
          <footer className="flex flex-wrap gap-2 border-rule border-t px-3 py-2">{actions}</footer>
        </section>
      ))}
    </div>
  );
}

const thumbnailWidth = 320;

function Filed({ facts }: { facts: FiledFact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-rule border-b pb-3 font-sans text-sm">
      {facts.map(({ label, value, picture }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd dir="auto">
            {picture ? (
              // biome-ignore lint/performance/noImgElement: pictures have addresses of their own
              <img src={pictureAddress(picture, thumbnailWidth, 'webp')} alt={value} className="max-h-24" />
            ) : (
              <mark>{value || 'none'}</mark>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
