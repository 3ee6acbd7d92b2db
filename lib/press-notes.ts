import { AsyncLocalStorage } from 'node:async_hooks';
import type { CacheTag } from './cache-tags';
import { processWide } from './process-wide';

/**
 * What a render tells the press about itself while it runs. The listening process opens one for each request; a page's
 * `read.ts` fills it in. Outside a request (worker, command line, tests) the functions below do nothing.
 */
export interface PressNotes {
  tags: Set<CacheTag>;
  /** Answer with this status instead of Next's 200: 404, 410, or 301 with `location`. */
  status?: 404 | 410 | 301;
  location?: string;
  /** The page turns by itself then, even if nobody says so. */
  goodUntil?: Date;
  /** Origins of other sites that the page may show in frames: `https://player.vimeo.com`. */
  frames?: readonly string[];
  /** The one inline style that the page carries, word for word: the policy lets it in by its hash. */
  style?: string;
  /** Never store this answer, whoever asks. */
  private?: boolean;
  /** The press sets the breaking bar in where the page leaves a place for it (`lib/bar-place`). */
  barSetIn?: boolean;
}

const storage = () => processWide('press-notes', () => new AsyncLocalStorage<PressNotes>());

/** `barSetIn` where the press finishes the page; whatever goes past it shows the bar itself. */
export const openPressNotes = (barSetIn = false): PressNotes => ({ tags: new Set(), barSetIn });
export const withPressNotes = <T>(notes: PressNotes, work: () => T): T => storage().run(notes, work);

/** Names what the page being rendered has used. A page that touches nothing is never stored. */
export function touch(...tags: CacheTag[]): void {
  const notes = storage().getStore();
  for (const tag of tags) notes?.tags.add(tag);
}

/** Sets what the press answers for this request: the page's own body goes with a 404 or 410, none with a 301. */
export function answer(status: 404 | 410): void;
export function answer(status: 301, location: string): void;
export function answer(status: 404 | 410 | 301, location?: string): void {
  const notes = storage().getStore();
  if (notes) Object.assign(notes, { status, location });
}

/** The page stops being true at `instant` (the earliest named wins). */
export function goodUntil(instant: Date | null): void {
  const notes = storage().getStore();
  if (notes && instant && (!notes.goodUntil || instant < notes.goodUntil)) notes.goodUntil = instant;
}

/** The page may show these origins in frames, and only these (R19); without a word none. */
export function allowFrames(origins: readonly string[]): void {
  const notes = storage().getStore();
  if (notes && origins.length > 0) notes.frames = origins;
}

/** The page carries this inline style (D19), and no other; without a word none is let in. */
export function allowStyle(style: string): void {
  const notes = storage().getStore();
  if (notes && style !== '') notes.style = style;
}

/** This answer is for one person only. */
export function keepPrivate(): void {
  const notes = storage().getStore();
  if (notes) notes.private = true;
}

/** Whether the page is to leave a place for the breaking bar instead of showing it. */
export const leavesBarPlace = (): boolean => storage().getStore()?.barSetIn === true;
