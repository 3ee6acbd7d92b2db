'use client';

import { useEffect, useState } from 'react';
import type { Mark, VersionLine } from '../../../history-rules';
import type { HistoryPage } from '../../../queries/history';
import { historyHref } from '../history/history-address';

type Sent<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Sent<T[K]> } : T;

interface VersionsFieldProps {
  articleId: number;
  /** A new one makes the list look again. */
  newestId: number;
  liveId: number | null;
  showTime: (at: Date) => string;
  /** Goes there once everything typed is on the server. */
  onLeave: (href: string) => void;
}

const shown = 6;

/** The last sittings, and the way to the whole history, where versions are compared and brought back. */
export function VersionsField({ articleId, newestId, liveId, showTime, onLeave }: VersionsFieldProps) {
  const [page, setPage] = useState<Sent<HistoryPage> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new newest version is why the list is read again
  useEffect(() => {
    let gone = false;
    fetch(`/api/articles/${articleId}/revisions`)
      .then(async (response) => {
        if (response.ok && !gone) setPage((await response.json()) as Sent<HistoryPage>);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [articleId, newestId]);
  const link = (href: string) => ({
    href,
    onClick: (event: React.MouseEvent) => {
      event.preventDefault();
      onLeave(href);
    },
  });
  const groups = page?.groups.slice(0, shown) ?? [];
  return (
    <section className="space-y-2" aria-label="Versions">
      <h3 className="font-medium text-ink text-sm">Versions</h3>
      <ol className="divide-y divide-rule border-rule border-y">
        {groups.map(({ newest, others }, n) => (
          <li key={newest.id}>
            <a
              {...link(
                historyHref(articleId, { version: newest.id, against: page?.groups[n + 1]?.newest.id }),
              )}
              className="block py-1.5 no-underline hover:bg-sunken"
            >
              <span className="flex justify-between gap-2">
                <span>{nameOf(newest) ?? showTime(new Date(newest.createdAt))}</span>
                <span className="text-muted text-xs tabular-nums">
                  {newest.words.toLocaleString('en')} words
                </span>
              </span>
              <span className="text-muted text-xs">
                {[
                  newest.createdBy,
                  others.length > 0 && `${others.length + 1} saves`,
                  newest.id === newestId && 'newest',
                  newest.id === liveId && 'what readers see',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <p>
        <a {...link(historyHref(articleId, {}))}>The whole history</a>
      </p>
    </section>
  );
}

const nameOf = ({ marks }: Sent<VersionLine>): string | null =>
  marks.flatMap((mark: Sent<Mark>) => (mark.kind === 'named' ? mark.name : []))[0] ?? null;
