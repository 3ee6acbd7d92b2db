import { setTimeout as wait } from 'node:timers/promises';
import { database } from '@/db/client';
import { readContext, type StaffActor } from '@/db/context';
import { may } from '@/features/users/rules';
import { isDatabaseAway, TooMany } from '@/lib/errors';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import type { Attendance, Present } from './presence';
import { countUnreadOf, listWatched, type WatchedArticle } from './queries/presence';

/** What the stream of one page says, whole each time: whatever was missed, the next makes good. */
export interface DeskState {
  unread: number;
  /** The article that the page asked for; null when it asked for none, or may not open it any more. */
  article: (Attendance & { stamp: string; notes: string }) | null;
  /** Who has what open, for lists; nothing on the page of an article. */
  open: { articleId: number; present: Present[] }[];
}

export interface Watcher {
  articleId: number | null;
  /** Who watches; found anew now and then, for a session may have ended. */
  actor: StaffActor;
  findActor: () => Promise<StaffActor | null>;
  send: (state: string) => void;
  /** Nobody is signed in there any more. */
  end: () => void;
}

/** How often this process looks without being told, in milliseconds; a notification is faster. */
const lookEveryMs = 2_000;
/** After a notification, so that a burst of them is one look. */
const gatherMs = 40;
const askWhoEveryMs = 30_000;
const mostOfOne = 20;
const mostInAll = 1_000;

/**
 * Everybody of this process who watches the desk, served by one look at the database for all: each two seconds, and at
 * once when a trigger notifies. Any number of web processes may do so; none speaks to another.
 */
class DeskHub {
  private readonly watchers = new Map<Watcher, string>();
  private looking: Promise<void> | null = null;
  private listening = false;
  private wake: () => void = () => {};

  /** Begins to tell; gives the way to stop. Throws TooMany past what one person, or this process, can have. */
  watch(watcher: Watcher): () => void {
    const own = [...this.watchers.keys()].filter(({ actor }) => actor.id === watcher.actor.id);
    if (own.length >= mostOfOne || this.watchers.size >= mostInAll)
      throw TooMany('Too many pages of the desk are open. Close some.', { retryAfterSeconds: 30 });
    this.watchers.set(watcher, '');
    this.listen();
    this.looking ??= this.look().finally(() => {
      this.looking = null;
    });
    this.wake();
    return () => this.watchers.delete(watcher);
  }

  private async look(): Promise<void> {
    let askWhoAt = performance.now() + askWhoEveryMs;
    while (this.watchers.size > 0) {
      try {
        if (performance.now() > askWhoAt) {
          askWhoAt = performance.now() + askWhoEveryMs;
          await this.askWho();
        }
        await this.tell();
      } catch (error) {
        if (!isDatabaseAway(error)) log().error({ err: error }, 'desk: a look failed, trying again');
      }
      await this.pause();
    }
  }

  private async tell(): Promise<void> {
    const ctx = readContext(database(), { kind: 'system', name: 'desk' });
    const watchers = [...this.watchers.keys()];
    const asked = watchers.flatMap(({ articleId }) => articleId ?? []);
    const people = new Map(
      watchers.map(({ actor }) => [actor.id, { id: actor.id, seesAll: may(actor, 'read-article') }]),
    );
    const [articles, unread] = await Promise.all([
      listWatched(ctx, asked),
      countUnreadOf(ctx, [...people.values()]),
    ]);
    for (const watcher of watchers) {
      const state = JSON.stringify(stateFor(watcher, articles, unread.get(watcher.actor.id) ?? 0));
      if (this.watchers.get(watcher) === state) continue;
      if (!this.watchers.has(watcher)) continue;
      this.watchers.set(watcher, state);
      watcher.send(state);
    }
  }

  private async askWho(): Promise<void> {
    for (const watcher of [...this.watchers.keys()]) {
      const actor = await watcher.findActor();
      if (actor) watcher.actor = actor;
      else watcher.end();
    }
  }

  private async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lookEveryMs);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
    await wait(gatherMs);
  }

  /** Once, for as long as the process lives; the driver takes it up again after a break. Without it the look each 2 s is left. */
  private listen(): void {
    if (this.listening) return;
    this.listening = true;
    database()
      .$client.listen('desk', () => this.wake())
      .catch(() => {
        this.listening = false;
      });
  }
}

function stateFor({ actor, articleId }: Watcher, articles: WatchedArticle[], unread: number): DeskState {
  const seen = articles.filter(({ matter }) => may(actor, 'read-article', matter));
  if (articleId === null)
    return {
      unread,
      article: null,
      open: seen
        .filter(({ present }) => present.length > 0)
        .map(({ articleId: id, present }) => ({ articleId: id, present })),
    };
  const article = seen.find((each) => each.articleId === articleId);
  if (!article) return { unread, article: null, open: [] };
  const { present, writer, revisionId, stamp, notes } = article;
  return { unread, article: { present, writer, revisionId, stamp, notes }, open: [] };
}

export const deskHub = (): DeskHub => processWide('desk-hub', () => new DeskHub());
