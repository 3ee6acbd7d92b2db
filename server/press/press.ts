import type { IncomingMessage, ServerResponse } from 'node:http';
import { cacheTags } from '@/lib/cache-tags';
import { log } from '@/lib/log';
import { loggablePath } from '@/lib/loggable-path';
import { readAddress } from './address';
import type { Render } from './capture';
import type { Dress } from './dress';
import { type Answer, improve, makeAnswer, type RawHeaders } from './encode';
import { Filler, type Landing } from './fill';
import type { Hearing } from './hearing';
import { sendAnswer } from './send';
import { answerWith, isReady, setIn } from './set-in';
import { type PlainStatus, plainPage } from './status';
import { type Bar, type LateNews, StopPress } from './stop-press';
import { type Page, PageStore } from './store';
import { TagIndex } from './tags';
import { within } from './within';

export interface PressOptions {
  render: Render;
  dress: Dress;
  /** Headers of the press's own plain pages. */
  policy: RawHeaders;
  /** Whether a `Cookie` header may belong to somebody signed in: such a request passes by everything kept. */
  isStaff(cookie: string | undefined): boolean;
  /** Whether an address is a page of the paper; anything else is none of the press's business. */
  isPublic(path: string): boolean;
  hearing: Hearing;
  /** What is set in on every page as it goes out, and what it is made of. */
  news: { read(): Promise<LateNews>; tags: readonly string[] };
  host: string;
  maxBytes?: number;
  rendersAtOnce?: number;
  queueMs?: number;
}

/** Longest a visitor waits for a render, in milliseconds, by what else there is to send. */
const patienceMs = { lastGood: 5_000, lastGoodWhileDeaf: 1_000, nothing: 9_000 } as const;
/** After a failed render its page rests so long. */
const backOffMs = 1_000;
/** A page that was sent so often since it was made is worth a smaller brotli. */
const worthImprovingAfter = 16;

type Outcome = { page: Page; stale: boolean } | { plain: PlainStatus; reference?: string };

/**
 * The page cache in front of Next. It keeps what readers without a session are answered, under the address alone, until
 * a tag that the page touched moves; it makes each page once however many ask; it never calls a page fresh that it
 * cannot vouch for (`Hearing`), and when a page cannot be made it sends the last good one and says so.
 */
export class Press {
  private readonly tags = new TagIndex();
  private readonly store: PageStore;
  private readonly filler: Filler;
  private readonly stopPress: StopPress;
  private readonly clothes: Dress;
  /** Addresses that could not be made and have no last good page, each with when to try again. */
  private readonly failures = new Map<string, number>();
  private awayUntil = 0;
  private improving = false;
  private hits = 0;
  private heard = 0;

  constructor(private readonly options: PressOptions) {
    const { rendersAtOnce = 4, queueMs = 5_000, maxBytes = 128 * 1024 * 1024 } = options;
    this.clothes = options.dress;
    this.store = new PageStore(maxBytes, (page) => this.tags.remove(page));
    this.filler = new Filler({
      ...options,
      store: this.store,
      tags: this.tags,
      databaseNow: () => options.hearing.databaseNow(),
      rendersAtOnce,
      queueMs,
    });
    this.stopPress = new StopPress({
      ...options.news,
      hearing: options.hearing,
      onChange: () => this.dropNews(),
    });
  }

  /** Answers from memory, if that can be vouched for. This is the way nearly every request goes. */
  sendIfKept(req: IncomingMessage, res: ServerResponse): boolean {
    const page = this.store.use(req.url ?? '/');
    if (page === undefined || !this.isFresh(page) || this.options.isStaff(req.headers.cookie)) return false;
    const answer = this.answerReady(page, req);
    if (answer === undefined) return false;
    this.hits++;
    this.sendKept(req, res, page, answer);
    return true;
  }

  /** Answers a GET or HEAD of a public address that was not in memory. */
  handle(req: IncomingMessage, res: ServerResponse): void {
    this.answer(req, res).catch((error: unknown) => {
      log().error({ err: error, path: loggablePath(req.url ?? '') }, 'the press failed');
      if (res.headersSent) res.destroy();
      else this.sendPlain(req, res, 500);
    });
  }

  /** Something changed: these tags moved. `site` stands for everything. */
  stale(tags: readonly string[]): void {
    this.heard++;
    for (const tag of tags) {
      if (tag === cacheTags.site) this.staleAll();
      else if (tag.startsWith('!')) for (const page of this.tags.move(tag.slice(1))) this.store.remove(page);
      else for (const page of this.tags.move(tag)) page.stale = true;
    }
    this.stopPress.moved(tags);
  }

  /** Everything changed, or may have. */
  staleAll(): void {
    this.tags.move(cacheTags.site);
    for (const page of this.store.pages()) page.stale = true;
    this.stopPress.turn();
  }

  /** Sends a page of the press's own. */
  async sendPlain(
    req: IncomingMessage,
    res: ServerResponse,
    status: PlainStatus,
    reference?: string,
  ): Promise<void> {
    sendAnswer(req, res, await makeAnswer(plainPage(status, this.options.policy, reference)));
  }

  /** For tests and metrics. */
  get figures() {
    return {
      pages: this.store.size,
      bytes: this.store.bytes,
      tags: this.tags.size,
      renders: this.filler.renders,
      newsReadings: this.stopPress.readings,
      hits: this.hits,
      heard: this.heard,
    };
  }

  private isFresh(page: Page): boolean {
    return (
      !page.stale &&
      this.options.hearing.isCurrent() &&
      (page.goodUntil === Number.POSITIVE_INFINITY || performance.now() < page.goodUntil)
    );
  }

  /** What a page is sent as, with what stands set in; undefined where that must be read or made first. */
  private answerReady(page: Page, { headers }: IncomingMessage): Answer | undefined {
    if (page.answer.place === null) return page.answer;
    const bar = this.stopPress.known;
    if (bar === undefined) return undefined;
    const answer = answerWith(page, bar);
    return answer === page.answer || isReady(answer, headers) ? answer : undefined;
  }

  private sendKept(
    req: IncomingMessage,
    res: ServerResponse,
    page: Page,
    answer: Answer,
    stale = false,
  ): void {
    const { bytes } = answer;
    sendAnswer(req, res, answer, stale);
    page.sent++;
    if (answer.bytes !== bytes) this.store.measure(page);
    if (++answer.sent === worthImprovingAfter) this.improve(page, answer);
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const address = readAddress(req.url ?? '/');
    if (typeof address === 'number') return this.sendPlain(req, res, address);
    // Written so that it looked like a page: what is not ours to keep is asked for by its proper address.
    if (!this.options.isPublic(address.key)) return this.sendToKey(req, res, address.key);
    const { lastGood, lastGoodWhileDeaf } = patienceMs;
    const news = this.stopPress.current(this.options.hearing.isCurrent() ? lastGood : lastGoodWhileDeaf);
    const outcome = this.options.isStaff(req.headers.cookie)
      ? await this.pageForStaff(req, address.key)
      : await this.pageFor(address.key);
    if ('plain' in outcome) return this.sendPlain(req, res, outcome.plain, outcome.reference);
    if (address.slashed && outcome.page.answer.status === 200) return this.sendToKey(req, res, address.key);
    await this.sendWithNews(req, res, outcome, news);
  }

  private async sendWithNews(
    req: IncomingMessage,
    res: ServerResponse,
    { page, stale }: { page: Page; stale: boolean },
    asked: Promise<{ bar: Bar; stale: boolean }>,
  ): Promise<void> {
    if (page.answer.place === null) return this.sendKept(req, res, page, page.answer, stale);
    // The page may have taken its time: what has been heard since counts.
    const { known } = this.stopPress;
    const news = known ? { bar: known, stale: false } : await asked;
    const answer = await setIn(page, news.bar, req.headers);
    this.store.measure(page);
    this.sendKept(req, res, page, answer, stale || news.stale);
  }

  private async pageFor(key: string): Promise<Outcome> {
    const arrivedAt = performance.now();
    const kept = this.store.use(key);
    if (kept && this.isFresh(kept)) return { page: kept, stale: false };
    const deaf = !this.options.hearing.isCurrent();
    const restUntil = Math.max(
      kept ? kept.retryAt : (this.failures.get(key) ?? 0),
      deaf ? this.awayUntil : 0,
    );
    if (arrivedAt < restUntil) return kept ? { page: kept, stale: true } : { plain: 503 };
    const patience = kept ? (deaf ? patienceMs.lastGoodWhileDeaf : patienceMs.lastGood) : patienceMs.nothing;
    for (;;) {
      const { landing, joined } = this.filler.board(key);
      const landed = await within(landing, arrivedAt + patience - performance.now());
      if (landed === null || landed.kind === 'failed') return this.withoutPage(key, landed);
      if (!joined || isAlsoFor(landed, arrivedAt)) return { page: landed.page, stale: false };
    }
  }

  /** What is sent when no page could be made: the last good one, else a plain page. */
  private withoutPage(key: string, landed: Extract<Landing, { kind: 'failed' }> | null): Outcome {
    const deaf = !this.options.hearing.isCurrent();
    const until = performance.now() + backOffMs;
    if (deaf) this.awayUntil = until;
    const lastGood = this.store.get(key);
    if (lastGood) {
      lastGood.retryAt = until;
      return { page: lastGood, stale: true };
    }
    if (this.failures.size >= 1_000) this.failures.clear();
    this.failures.set(key, until);
    return this.plainFor(landed);
  }

  private plainFor(landed: Extract<Landing, { kind: 'failed' }> | null): Outcome {
    const passing = landed === null || landed.busy || !this.options.hearing.isCurrent();
    return passing ? { plain: 503 } : { plain: 500, reference: landed.reference };
  }

  private async pageForStaff(req: IncomingMessage, key: string): Promise<Outcome> {
    const landed = await this.filler.forStaff(key, req.headers.cookie ?? '');
    if (landed.kind === 'page') return { page: landed.page, stale: false };
    const lastGood = this.store.get(key);
    return lastGood ? { page: lastGood, stale: true } : this.plainFor(landed);
  }

  private async sendToKey(req: IncomingMessage, res: ServerResponse, key: string): Promise<void> {
    const headers = [
      ...this.clothes.file,
      'Cache-Control',
      'public, max-age=0, must-revalidate',
      'Location',
      key,
    ];
    sendAnswer(req, res, await makeAnswer({ status: 308, headers, body: Buffer.alloc(0) }));
  }

  /** What stood no longer stands: what it was set into needs no room. */
  private dropNews(): void {
    for (const page of this.store.pages()) {
      if (page.news === undefined) continue;
      page.news = undefined;
      this.store.measure(page);
    }
  }

  /** One at a time: it takes a thread for a moment, and there is no hurry. */
  private improve(page: Page, answer: Answer): void {
    if (this.improving) {
      answer.sent = 1;
      return;
    }
    this.improving = true;
    improve(answer).finally(() => {
      this.improving = false;
      this.store.measure(page);
    });
  }
}

/** Whether somebody who joined a flight may have what it brought: it is not one person's, and no older than the question. */
const isAlsoFor = (landed: Extract<Landing, { kind: 'page' }>, arrivedAt: number): boolean =>
  !landed.alone && (landed.settled || landed.beganAt >= arrivedAt);
