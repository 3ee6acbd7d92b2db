import { randomUUID } from 'node:crypto';
import { log } from '@/lib/log';
import { loggablePath } from '@/lib/loggable-path';
import { isAskedInWords } from '@/lib/public-query';
import { requestIdHeader, requestPathHeader } from '@/lib/request-path';
import { type Captured, capture, type Render } from './capture';
import { type Dress, dress } from './dress';
import { makeAnswer } from './encode';
import { Busy, Slots } from './slots';
import { failed, isForOne, mayBeKept } from './status';
import type { Page, PageStore } from './store';
import type { TagIndex } from './tags';

/** What a flight brought. */
export type Landing =
  | {
      kind: 'page';
      page: Page;
      /** When the render began (`performance.now()`): it shows everything that had been heard of by then. */
      beganAt: number;
      /** Nothing it used has moved since. */
      settled: boolean;
      /** For one person: not to be shared with who joined. */
      alone: boolean;
    }
  | { kind: 'failed'; busy: boolean; reference: string };

export interface FillOptions {
  render: Render;
  store: PageStore;
  tags: TagIndex;
  dress: Dress;
  /** The database's clock, in milliseconds since 1970: what "good until" is measured by. */
  databaseNow(): number;
  /** The site's own host name, told to every render. */
  host: string;
  rendersAtOnce: number;
  queueMs: number;
}

/** A render that others overtake is made anew at most so often; then it is sent, but not kept. */
const attempts = 3;
/** More askers than that are told to come back: they would wait in vain. */
const longestAskedQueue = 100;
/** A page that says it was good until a moment ago is kept so long, lest it be rendered for every request. */
const shortestLifeMs = 200;

/** Makes pages: one flight a key however many ask, a few renders at once, nothing kept that was overtaken. */
export class Filler {
  private flights = new Map<string, Promise<Landing>>();
  private readonly slots: Slots;
  /** Places of their own, so that a made-up cookie cannot use up the readers'. */
  private readonly slotsForStaff: Slots;
  /** Half of what readers have, for pages that anybody can ask for in words of their own: no two are alike, so none is kept long. */
  private readonly slotsForAsked: Slots;
  /** How many renders were begun. */
  renders = 0;

  constructor(private readonly options: FillOptions) {
    this.slots = new Slots(options.rendersAtOnce, options.queueMs);
    this.slotsForStaff = new Slots(options.rendersAtOnce, options.queueMs);
    this.slotsForAsked = new Slots(Math.ceil(options.rendersAtOnce / 2), options.queueMs, longestAskedQueue);
  }

  /** The flight under way for a key, or a new one. `joined` tells which. */
  board(key: string): { landing: Promise<Landing>; joined: boolean } {
    const underWay = this.flights.get(key);
    if (underWay) return { landing: underWay, joined: true };
    const landing = this.fly(key).finally(() => this.flights.delete(key));
    this.flights.set(key, landing);
    return { landing, joined: false };
  }

  /** A page as somebody signed in sees it: made for her alone, kept nowhere. */
  forStaff(key: string, cookie: string): Promise<Landing> {
    return this.reporting(key, (reference) =>
      this.slotsForStaff.run(async () => {
        const beganAt = performance.now();
        const captured = await this.render(key, { ...this.requestHeaders(key, reference), cookie });
        return {
          kind: 'page',
          page: await this.finish(key, captured, true),
          beganAt,
          settled: true,
          alone: true,
        };
      }),
    );
  }

  private fly(key: string): Promise<Landing> {
    const slots = isAskedInWords(key) ? this.slotsForAsked : this.slots;
    return this.reporting(key, (reference) => slots.run(() => this.makeUnlessOvertaken(key, reference)));
  }

  /** A failure lands like a page does; what it was is in the log under the reference that the reader is shown. */
  private async reporting(key: string, flight: (reference: string) => Promise<Landing>): Promise<Landing> {
    const reference = randomUUID();
    try {
      return await flight(reference);
    } catch (error) {
      const busy = error instanceof Busy;
      log()[busy ? 'warn' : 'error'](
        { err: error, request: reference, path: loggablePath(key) },
        'page not made',
      );
      return { kind: 'failed', busy, reference };
    }
  }

  private async makeUnlessOvertaken(key: string, reference: string): Promise<Landing> {
    for (let attempt = 1; ; attempt++) {
      const watch = this.options.tags.watch();
      try {
        const beganAt = performance.now();
        const captured = await this.render(key, this.requestHeaders(key, reference));
        const alone = isForOne(captured);
        const page = await this.finish(key, captured, alone);
        const settled = !watch.missed(page.tags);
        if (settled && mayBeKept(captured)) this.keep(page);
        if (settled || attempt === attempts) return { kind: 'page', page, beganAt, settled, alone };
      } finally {
        watch.end();
      }
    }
  }

  private async render(key: string, headers: Record<string, string>): Promise<Captured> {
    this.renders++;
    const captured = await capture(this.options.render, key, headers);
    if (failed(captured)) throw new Error(`the page threw (status ${captured.status})`);
    return captured;
  }

  private async finish(key: string, captured: Captured, alone: boolean): Promise<Page> {
    const { tags, goodUntil } = captured.notes;
    const lifeMs = goodUntil
      ? Math.max(shortestLifeMs, goodUntil.getTime() - this.options.databaseNow())
      : Infinity;
    const goodUntilHere = performance.now() + lifeMs;
    const answer = await makeAnswer({
      ...dress(captured, this.options.dress, alone),
      before: this.options.store.get(key)?.answer,
      undated: alone,
    });
    return { key, answer, tags: [...tags], goodUntil: goodUntilHere, stale: false, retryAt: 0, sent: 0 };
  }

  private keep(page: Page): void {
    this.options.store.put(page);
    if (this.options.store.get(page.key) === page) this.options.tags.add(page);
  }

  private requestHeaders(key: string, reference: string): Record<string, string> {
    return {
      host: this.options.host,
      accept: '*/*',
      // Without a name Next takes the asker for a browser and may send a slow title behind the page, into the body.
      'user-agent': 'Broadsheet',
      [requestPathHeader]: key,
      [requestIdHeader]: reference,
    };
  }
}
