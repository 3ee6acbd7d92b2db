'use client';

import type { DeskState } from '../../../desk-hub';
import type { Present } from '../../../presence';
import { tellUnread } from '../notices/unread.client';

type Listener = (state: DeskState) => void;

/** Whoever listens on one page begins at about the same time: one line for all of them. */
const gatherMs = 200;
const againMs = 15_000;

const listeners = new Set<Listener>();
let article: number | null = null;
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let begun = false;
let open: DeskState['open'] = [];
const nobody: Present[] = [];

/** Who has an article open, as last told. */
export const presentAt = (articleId: number): Present[] =>
  open.find((each) => each.articleId === articleId)?.present ?? nobody;

/**
 * What happens at the desk, as long as anybody here wants to hear it and the page is in sight: one line a page, for a
 * browser has six in all where there is no HTTP/2. On the page of an article it tells of that one.
 */
export function watchDesk(listener: Listener, articleId?: number): () => void {
  listeners.add(listener);
  if (articleId !== undefined) follow(articleId);
  else begin();
  return () => {
    listeners.delete(listener);
    if (articleId !== undefined) follow(null);
    if (listeners.size === 0) close();
  };
}

function follow(articleId: number | null): void {
  if (article === articleId && source) return;
  article = articleId;
  close();
  begin();
}

function begin(): void {
  if (source || timer || listeners.size === 0) return;
  if (!begun) {
    begun = true;
    document.addEventListener('visibilitychange', onSight);
    addEventListener('pagehide', close);
    addEventListener('pageshow', onSight);
  }
  timer = setTimeout(start, gatherMs);
}

function onSight(): void {
  if (document.visibilityState === 'hidden') close();
  else if (!source && listeners.size > 0) {
    clearTimeout(timer);
    start();
  }
}

function start(): void {
  timer = undefined;
  if (document.visibilityState === 'hidden' || listeners.size === 0) return;
  const opened = new EventSource(
    article === null ? '/api/desk/stream' : `/api/desk/stream?article=${article}`,
  );
  source = opened;
  opened.onmessage = ({ data }) => {
    const state = JSON.parse(data as string) as DeskState;
    open = state.open;
    tellUnread(state.unread);
    for (const tell of [...listeners]) tell(state);
  };
  opened.onerror = () => {
    // The browser asks again by itself, but for what was refused: signed out, or too many.
    if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
    source = null;
    timer = setTimeout(start, againMs);
  };
}

function close(): void {
  clearTimeout(timer);
  timer = undefined;
  source?.close();
  source = null;
}
