'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attendance, Present } from '../../../presence';
import type { Draft } from '../../../queries/draft';
import { fetchDraft } from '../saving/look-back';
import type { Saving } from '../saving/use-saving.client';
import type { Attending } from './attending.client';

export interface Presence {
  /** Who else has the article open. */
  others: Present[];
  /** Who writes instead of this page; null while this page may. */
  writer: { name: string; isSelf: boolean } | null;
  /** Who took over from this page, and whether words of it were put away then. */
  takenBy: { name: string; kept: boolean } | null;
  takeOver: () => Promise<boolean>;
  /** Moves with the article's notes. */
  notes: string;
}

interface PresenceOptions {
  draft: Draft;
  userId: number;
  saving: Saving;
  mayWrite: boolean;
  /** Who wrote when the page was made. */
  rendered: Attendance['writer'];
}

/** Writing comes first: who else is there is looked for when the page stands, or at the first letter. */
const restMs = 2_000;

type View = Pick<Attendance, 'present' | 'writer'>;

/** Who else is here, and whose turn it is to write (D5). What is saved elsewhere is followed, what is typed here kept. */
export function usePresence({ draft, userId, saving, mayWrite, rendered }: PresenceOptions): Presence {
  const { articleId } = draft;
  const { loadId, saver } = saving;
  const router = useRouter();
  // One's own earlier page may be gone for good: the first answer tells.
  const [barredAtFirst] = useState(rendered !== null && rendered.userId !== userId);
  const [view, setView] = useState<View>({ present: [], writer: barredAtFirst ? rendered : null });
  const [takenBy, setTakenBy] = useState<Presence['takenBy']>(null);
  const [notes, setNotes] = useState('');
  const latest = useRef({ saving, mayWrite });
  latest.current = { saving, mayWrite };
  const isAside = useRef(false);

  const catchUp = useCallback(
    async (revisionId: number) => {
      if (revisionId <= saver.revisionId || !saver.isClean) return;
      const newest = await fetchDraft(articleId);
      if (newest && saver.isClean && newest.revisionId > saver.revisionId)
        latest.current.saving.adopt(newest);
    },
    [articleId, saver],
  );

  const attending = useRef<Promise<Attending> | null>(null);
  const attendNow = useCallback((): Promise<Attending> => {
    attending.current ??= import('./attending.client').then(({ attend }) => {
      let stamp: string | null = null;
      return attend({
        articleId,
        userId,
        loadId,
        mayWrite: () => latest.current.mayWrite,
        isDirty: () => !saver.isClean,
        onBarred: async ({ writer }, held) => {
          if (held && writer) setTakenBy({ name: writer.name, kept: false });
          if (saver.isClean) return;
          if (!isAside.current) {
            isAside.current = await latest.current.saving.setAside();
            if (isAside.current && writer) setTakenBy({ name: writer.name, kept: true });
          }
          const newest = isAside.current ? await fetchDraft(articleId) : null;
          if (!newest) return;
          latest.current.saving.adopt(newest);
          isAside.current = false;
        },
        onRevision: catchUp,
        onChange: (answer) => {
          setView({ present: answer.present, writer: answer.writer });
          if (answer.writer?.loadId === loadId) setTakenBy(null);
        },
        onTold: (article) => {
          void catchUp(article.revisionId);
          setView((before) => ({ ...before, present: article.present }));
          const next = `${article.stamp} ${article.notes}`;
          if (stamp !== null && stamp !== next) router.refresh();
          stamp = next;
          setNotes(article.notes);
        },
      });
    });
    // What could not be fetched is tried again by the next letter.
    attending.current.catch(() => {
      attending.current = null;
    });
    return attending.current;
  }, [articleId, userId, loadId, saver, catchUp, router]);

  useEffect(() => {
    // Who must only read has no first letter to wait for, and the other may have gone while this page was on its way.
    const timer = setTimeout(() => void attendNow().catch(() => undefined), barredAtFirst ? 0 : restMs);
    return () => {
      clearTimeout(timer);
      void attending.current?.then(({ end }) => end()).catch(() => undefined);
      attending.current = null;
    };
  }, [attendNow, barredAtFirst]);

  // A refused save is how a page that hears nothing learns of it.
  const { kind } = saving.state;
  useEffect(() => {
    if (kind !== 'taken' && kind !== 'typing') return;
    attendNow()
      .then(({ look, edited }) => (kind === 'taken' ? look() : edited()))
      .catch(() => undefined);
  }, [kind, attendNow]);

  const { writer } = view;
  return {
    others: view.present.filter((person) => person.userId !== userId),
    writer:
      writer && writer.loadId !== loadId ? { name: writer.name, isSelf: writer.userId === userId } : null,
    takenBy,
    takeOver: useCallback(async () => {
      try {
        return await (await attendNow()).take();
      } catch {
        return false;
      }
    }, [attendNow]),
    notes,
  };
}
