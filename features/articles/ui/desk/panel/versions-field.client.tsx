'use client';

import { useCallback, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { RevisionLine } from '../../../queries/draft';

export type SentVersion = Omit<RevisionLine, 'createdAt'> & { createdAt: string };

interface VersionsFieldProps {
  articleId: number;
  /** A new one makes the list look again. */
  newestId: number;
  liveId: number | null;
  showTime: (at: Date) => string;
  onLook: (version: SentVersion) => void;
}

/** Every save, newest first; each can be read and brought back. */
export function VersionsField({ articleId, newestId, liveId, showTime, onLook }: VersionsFieldProps) {
  const [versions, setVersions] = useState<SentVersion[] | null>(null);
  const [more, setMore] = useState(false);
  const load = useCallback(
    async (before?: number) => {
      const response = await fetch(
        `/api/articles/${articleId}/revisions${before ? `?before=${before}` : ''}`,
      ).catch(() => null);
      const list = response?.ok ? ((await response.json()) as SentVersion[]) : [];
      setVersions((already) => (before ? [...(already ?? []), ...list] : list));
      setMore(list.length === 40);
    },
    [articleId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new newest version is why the list is read again
  useEffect(() => void load(), [load, newestId]);
  return (
    <section className="space-y-2" aria-label="Versions">
      <h3 className="font-medium text-ink text-sm">Versions</h3>
      <ol className="divide-y divide-rule border-rule border-y">
        {versions?.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              onClick={() => onLook(version)}
              className="block w-full cursor-pointer py-1.5 text-start hover:bg-sunken"
            >
              <span className="flex justify-between gap-2">
                <span>{version.milestone ?? showTime(new Date(version.createdAt))}</span>
                <span className="text-muted text-xs tabular-nums">
                  {version.words.toLocaleString('en')} words
                </span>
              </span>
              <span className="text-muted text-xs">
                {[
                  version.createdBy,
                  version.id === newestId && 'newest',
                  version.id === liveId && 'what readers see',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {more && (
        <Button size="small" onClick={() => void load(versions?.at(-1)?.id)}>
          Older versions
        </Button>
      )}
    </section>
  );
}
