'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Attendance, Present } from '../../../presence';
import type { Draft } from '../../../queries/draft';
import { fetchDraft, isOpenHere } from '../saving/look-back';
import type { Saving } from '../saving/use-saving.client';
import { Attender } from './attender';
import { watchDesk } from './desk-stream.client';

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

type View = Pick<Attendance, 'present' | 'writer'>;

/** Who else is here, and whose turn it is to write (D5). What is saved elsewhere is followed, what is typed here kept. */
export function usePresence({ draft, userId, saving, mayWrite, rendered }: PresenceOptions): Presence {
  const { articleId } = draft;
  const { loadId, saver } = saving;
  const router = useRouter();
  // One's own earlier page may be gone for good: the first answer tells.
  const [view, setView] = useState<View>({
    present: [],
    writer: rendered?.userId === userId ? null : rendered,
  });
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

  const [attender] = useState(
    () =>
      new Attender({
        loadId,
        mayWrite: () => latest.current.mayWrite,
        attend: (asked) => post(`/api/articles/${articleId}/presence`, { loadId, ...asked }),
        leave: () => goodbye(`/api/articles/${articleId}/presence/leave`, { loadId }),
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
      }),
  );

  useEffect(() => {
    let gone = false;
    const begin = async () => {
      const former = await formerLoad(userId, articleId, loadId);
      if (!gone) attender.begin(former);
    };
    void begin();
    const acted = () => attender.acted();
    const seen = () => {
      if (document.visibilityState === 'visible') void attender.look();
    };
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) attender.begin();
    };
    const leave = () => attender.end();
    const acts = ['keydown', 'pointerdown', 'focus'] as const;
    for (const act of acts) addEventListener(act, acted, true);
    document.addEventListener('visibilitychange', seen);
    addEventListener('online', seen);
    addEventListener('pagehide', leave);
    addEventListener('pageshow', back);
    return () => {
      gone = true;
      for (const act of acts) removeEventListener(act, acted, true);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', seen);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      attender.end();
    };
  }, [attender, userId, articleId, loadId]);

  useEffect(() => {
    let stamp: string | null = null;
    let writer: string | null | undefined;
    return watchDesk(({ article }) => {
      if (!article) return;
      void catchUp(article.revisionId);
      const next = `${article.stamp} ${article.notes}`;
      if (stamp !== null && stamp !== next) router.refresh();
      stamp = next;
      setNotes(article.notes);
      // Told late, it may say what was before: the server is asked.
      const writes = article.writer?.loadId ?? null;
      if (writer !== writes) void attender.look();
      else setView((before) => ({ ...before, present: article.present }));
      writer = writes;
    }, articleId);
  }, [attender, articleId, catchUp, router]);

  // A refused save is how a page that hears nothing learns of it.
  const isTaken = saving.state.kind === 'taken';
  useEffect(() => {
    if (isTaken) void attender.look();
  }, [isTaken, attender]);
  const isDirty = saving.state.kind === 'typing';
  useEffect(() => {
    if (isDirty) attender.edited();
  }, [isDirty, attender]);

  const { writer } = view;
  return {
    others: view.present.filter((person) => person.userId !== userId),
    writer:
      writer && writer.loadId !== loadId ? { name: writer.name, isSelf: writer.userId === userId } : null,
    takenBy,
    takeOver: useCallback(() => attender.take(), [attender]),
    notes,
  };
}

/** The page on which this person last had the article open in this browser, if it is certain that it is gone: a crash. */
async function formerLoad(userId: number, articleId: number, loadId: string): Promise<string | undefined> {
  const name = `broadsheet-load:${userId}:${articleId}`;
  try {
    const former = localStorage.getItem(name);
    localStorage.setItem(name, loadId);
    return former && former !== loadId && (await isOpenHere(former)) === false ? former : undefined;
  } catch {
    return undefined;
  }
}

async function post(address: string, body: object): Promise<Attendance | null> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    return response.ok ? ((await response.json()) as Attendance) : null;
  } catch {
    return null;
  }
}

/** Goes out even when the page does not live to see it. */
function goodbye(address: string, body: object): void {
  navigator.sendBeacon(address, new Blob([JSON.stringify(body)], { type: 'application/json' }));
}
