'use client';

import type { DeskState } from '../../../desk-hub';
import type { Attendance } from '../../../presence';
import { isOpenHere } from '../saving/look-back';
import { Attender, type AttenderOptions } from './attender';
import { watchDesk } from './desk-stream.client';

interface AttendingOptions extends Omit<AttenderOptions, 'attend' | 'leave'> {
  articleId: number;
  userId: number;
  /** What the stream says of the article. */
  onTold: (article: NonNullable<DeskState['article']>) => void;
}

export interface Attending {
  edited: () => void;
  look: () => Promise<void>;
  take: () => Promise<boolean>;
  end: () => void;
}

const acts = ['keydown', 'pointerdown', 'focus'] as const;

/** Begins to say that the page is there, and to hear who else is. */
export function attend({ articleId, userId, onTold, ...options }: AttendingOptions): Attending {
  const { loadId } = options;
  const address = `/api/articles/${articleId}/presence`;
  const attender = new Attender({
    ...options,
    attend: (asked) => post(address, { loadId, ...asked }),
    leave: (asked) => goodbye(`${address}/leave`, { loadId, ...asked }),
  });
  let ended = false;
  const begun = formerLoad(userId, articleId, loadId).then((former) => {
    if (!ended) attender.begin(former);
  });
  const acted = () => attender.acted();
  const seen = () => {
    if (document.visibilityState === 'visible') void attender.look();
  };
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) attender.begin();
  };
  const leave = () => attender.end();
  for (const act of acts) addEventListener(act, acted, true);
  document.addEventListener('visibilitychange', seen);
  addEventListener('online', seen);
  addEventListener('pagehide', leave);
  addEventListener('pageshow', back);
  let writer: string | null | undefined;
  const unwatch = watchDesk(({ article }) => {
    if (!article) return;
    onTold(article);
    // Told late, it may say what was before: the server is asked.
    const writes = article.writer?.loadId ?? null;
    if (writer !== writes) void attender.look();
    writer = writes;
  }, articleId);
  return {
    edited: () => attender.edited(),
    look: () => attender.look(),
    take: () => begun.then(() => attender.take()),
    end: () => {
      ended = true;
      unwatch();
      for (const act of acts) removeEventListener(act, acted, true);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('online', seen);
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', back);
      attender.end();
    },
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
