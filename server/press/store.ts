import type { Answer, Encoding } from './encode';

/** A page's answer with late news in it. */
export interface WithNews {
  readonly mark: string;
  readonly answer: Answer;
  /** Encodings under way: each is made once however many ask. */
  readonly making: Map<Encoding, Promise<void>>;
}

/** A page as the press keeps it. */
export interface Page {
  readonly key: string;
  readonly answer: Answer;
  readonly tags: readonly string[];
  /** When it stops being true by itself, by `performance.now()`; Infinity for most. */
  readonly goodUntil: number;
  /** Something it used has changed: rendered anew before it is sent again, unless that fails. */
  stale: boolean;
  /** A render failed: until then (`performance.now()`) the page is sent as it is. */
  retryAt: number;
  sent: number;
  /** What it was last sent as while late news stood. */
  news?: WithNews | undefined;
}

interface Place {
  page: Page;
  bytes: number;
  settled: boolean;
  newer: Place | null;
  older: Place | null;
}

/** Keys, tags, headers and the objects that hold them, by measurement about this much a page. */
const overheadBytes = 2_048;

/**
 * The kept pages, bounded in bytes. Newcomers and residents have a list each, last used first: a page moves in when it
 * is asked for a second time, and newcomers leave first, so that a visitor who walks the whole archive, or invents
 * addresses, does not drive out what people read.
 */
export class PageStore {
  private places = new Map<string, Place>();
  private newcomers = new Shelf();
  private residents = new Shelf();

  constructor(
    private readonly maxBytes: number,
    private readonly onEvict: (page: Page) => void,
  ) {}

  get(key: string): Page | undefined {
    return this.places.get(key)?.page;
  }

  /** The page for sending: counts as used. */
  use(key: string): Page | undefined {
    const place = this.places.get(key);
    if (place === undefined) return undefined;
    if (place.settled) this.residents.toFront(place);
    else if (place.page.sent > 0) this.settle(place);
    return place.page;
  }

  /** Keeps a page in place of the one it follows; one that would take more than an eighth of all room is not kept. */
  put(page: Page): void {
    const before = this.places.get(page.key);
    if (before) this.drop(before);
    const bytes = page.answer.bytes + overheadBytes;
    if (bytes > this.maxBytes / 8) return;
    const place: Place = { page, bytes, settled: before?.settled ?? false, newer: null, older: null };
    this.places.set(page.key, place);
    this.shelfOf(place).push(place);
    this.makeRoom();
  }

  remove(page: Page): void {
    const place = this.places.get(page.key);
    if (place?.page === page) this.drop(place);
  }

  /** Counts a kept page's bytes anew, after an encoding was added or bettered. */
  measure(page: Page): void {
    const place = this.places.get(page.key);
    if (place?.page !== page) return;
    const bytes = page.answer.bytes + (page.news?.answer.bytes ?? 0) + overheadBytes;
    this.shelfOf(place).bytes += bytes - place.bytes;
    place.bytes = bytes;
    this.makeRoom();
  }

  *pages(): Iterable<Page> {
    for (const place of this.places.values()) yield place.page;
  }

  get bytes(): number {
    return this.newcomers.bytes + this.residents.bytes;
  }

  get size(): number {
    return this.places.size;
  }

  private shelfOf(place: Place): Shelf {
    return place.settled ? this.residents : this.newcomers;
  }

  private drop(place: Place): void {
    this.places.delete(place.page.key);
    this.shelfOf(place).take(place);
    this.onEvict(place.page);
  }

  private settle(place: Place): void {
    this.newcomers.take(place);
    place.settled = true;
    this.residents.push(place);
    // Newcomers keep a fifth of the room: else nothing new could ever settle.
    while (this.residents.bytes > this.maxBytes * 0.8 && this.residents.oldest) {
      const oldest = this.residents.oldest;
      this.residents.take(oldest);
      oldest.settled = false;
      this.newcomers.push(oldest);
    }
  }

  private makeRoom(): void {
    while (this.bytes > this.maxBytes) {
      const leaving = this.newcomers.oldest ?? this.residents.oldest;
      if (!leaving) return;
      this.drop(leaving);
    }
  }
}

/** Places in the order of their last use. Linked, because a map would be written to on every hit. */
class Shelf {
  bytes = 0;
  oldest: Place | null = null;
  private newest: Place | null = null;

  push(place: Place): void {
    this.bytes += place.bytes;
    this.link(place);
  }

  take(place: Place): void {
    this.bytes -= place.bytes;
    this.unlink(place);
  }

  toFront(place: Place): void {
    if (place === this.newest) return;
    this.unlink(place);
    this.link(place);
  }

  private link(place: Place): void {
    place.older = this.newest;
    if (this.newest) this.newest.newer = place;
    else this.oldest = place;
    this.newest = place;
  }

  private unlink(place: Place): void {
    if (place.older) place.older.newer = place.newer;
    else this.oldest = place.newer;
    if (place.newer) place.newer.older = place.older;
    else this.newest = place.older;
    place.older = null;
    place.newer = null;
  }
}
