import { createHash } from 'node:crypto';
import { log } from '@/lib/log';
import type { Hearing } from './hearing';
import { within } from './within';

/** What is to be set in on every page, and until when it is true. */
export interface LateNews {
  /** Markup; empty for none. */
  html: string;
  goodUntil: Date | null;
}

export interface StopPressOptions {
  /** Reads what stands. */
  read(): Promise<LateNews>;
  /** What it is made of: it is read anew when one of these moves. */
  tags: readonly string[];
  hearing: Hearing;
  /** Another one stands, or none. */
  onChange(): void;
}

/** Late news as it is set in. */
export interface Bar {
  /** Empty: none stands. */
  readonly html: Buffer;
  /** Names it in the ETag of each page. */
  readonly mark: string;
}

const none: Bar = { html: Buffer.alloc(0), mark: '' };

type Landing = { beganAt: number; settled: boolean } | 'failed';

/** One that others overtake is read anew at most so often. */
const attempts = 3;
/** After a failure it rests so long. */
const backOffMs = 1_000;
/** What says that it was good until a moment ago is kept so long, lest it be read for every request. */
const shortestLifeMs = 200;

/**
 * Late news for pages that are made already (R17): read once, whenever it changes, and set into each page as it goes out.
 * It is held to what holds for pages: fresh only if nothing it is made of moved since the reading began, if the instance
 * hears, and before its "good until"; read once however many wait.
 */
export class StopPress {
  private bar = none;
  private stale = true;
  private goodUntil = Number.NEGATIVE_INFINITY;
  private retryAt = 0;
  private moves = 0;
  private reading: Promise<Landing> | null = null;
  /** How often it was read. */
  readings = 0;

  constructor(private readonly options: StopPressOptions) {}

  /** What stands, if that can be vouched for without asking. */
  get known(): Bar | undefined {
    const fresh = !this.stale && performance.now() < this.goodUntil && this.options.hearing.isCurrent();
    return fresh ? this.bar : undefined;
  }

  /** These tags moved. What is to be set in is read at once, not when the first reader waits for it. */
  moved(tags: readonly string[]): void {
    if (tags.some((tag) => this.options.tags.includes(tag))) this.turn();
  }

  /** It may be another. */
  turn(): void {
    this.stale = true;
    this.moves++;
    this.retryAt = 0;
    void this.read();
  }

  /** What stands; after so many milliseconds, or when it cannot be read, what stood last, `stale`. */
  async current(patienceMs: number): Promise<{ bar: Bar; stale: boolean }> {
    const arrivedAt = performance.now();
    while (arrivedAt >= this.retryAt) {
      if (this.known) return { bar: this.bar, stale: false };
      const joined = this.reading !== null;
      const landed = await within(this.read(), arrivedAt + patienceMs - performance.now());
      if (landed === null || landed === 'failed') {
        this.retryAt = performance.now() + backOffMs;
        break;
      }
      if (!joined || landed.settled || landed.beganAt >= arrivedAt) return { bar: this.bar, stale: false };
    }
    return { bar: this.bar, stale: true };
  }

  private read(): Promise<Landing> {
    this.reading ??= this.readUnlessOvertaken()
      .catch((error: unknown): Landing => {
        log().warn({ err: error }, 'what is set in on every page could not be read');
        return 'failed';
      })
      .finally(() => {
        this.reading = null;
      });
    return this.reading;
  }

  private async readUnlessOvertaken(): Promise<Landing> {
    for (let attempt = 1; ; attempt++) {
      const { moves } = this;
      const beganAt = performance.now();
      this.readings++;
      const news = await this.options.read();
      const settled = moves === this.moves;
      if (!settled && attempt < attempts) continue;
      this.take(news, settled);
      return { beganAt, settled };
    }
  }

  private take({ html, goodUntil }: LateNews, settled: boolean): void {
    const lifeMs = goodUntil
      ? Math.max(shortestLifeMs, goodUntil.getTime() - this.options.hearing.databaseNow())
      : Number.POSITIVE_INFINITY;
    this.goodUntil = performance.now() + lifeMs;
    this.stale = !settled;
    const mark = html && createHash('sha256').update(html).digest('base64url').slice(0, 8);
    if (mark === this.bar.mark) return;
    this.bar = html ? { html: Buffer.from(html), mark } : none;
    this.options.onChange();
  }
}
