import type { LeadFile } from '../../../queries/draft';
import type { SavePayload } from './content';

/** The text that somebody else saved meanwhile. */
export interface Theirs extends Omit<SavePayload, 'slug'> {
  revisionId: number;
  slug: string;
  /** What its ids stand for. */
  tags: { id: number; name: string }[];
  lead: LeadFile | null;
  savedAt: string;
  savedBy: string | null;
}

export type SaveAnswer =
  | { kind: 'saved'; revisionId: number; slug: string; savedAt: Date }
  | { kind: 'conflict'; sentence: string; theirs: Theirs }
  | { kind: 'signed-out'; sentence: string }
  /** Somebody else writes now. */
  | { kind: 'taken'; sentence: string }
  | { kind: 'refused'; sentence: string; fields: Record<string, string>; suggestion: string | null }
  | { kind: 'away'; sentence: string };

/** What the writer is told of her text. `saved` is only ever said of everything that was typed. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'typing' }
  | { kind: 'saving' }
  | Exclude<SaveAnswer, { kind: 'saved' }>;

export interface SaverOptions {
  baseRevisionId: number;
  savedAt: Date;
  /** The text as it stands now. */
  read: () => SavePayload;
  send: (text: SavePayload, baseRevisionId: number, leaving: boolean) => Promise<SaveAnswer>;
  /** Whether a text that came back in a conflict is one we sent ourselves. */
  isSame: (theirs: Theirs, sent: SavePayload) => boolean;
  onState: (state: SaveState) => void;
  /** Heard after each save; `whole` when nothing was typed since it was sent. */
  onSaved: (answer: { revisionId: number; slug: string }, whole: boolean) => void;
}

/** A pause in typing after which it is saved, and how long unbroken typing goes unsaved at most. The journal is faster. */
export const pauseMs = 1500;
export const atMostMs = 10_000;
const retryMs = [2000, 4000, 8000, 15_000, 30_000];

/**
 * Saves one text after another: never two requests at a time, each on the revision that the one before gave, always the
 * newest text there is. Nothing that comes back ever changes what was typed. A request whose answer was lost may have
 * been kept; when its text comes back as "somebody else's", it is recognised.
 */
export class Saver {
  private base: number;
  private typed = 0;
  private kept = 0;
  /** As far as the newest request goes. */
  private carried = 0;
  private current: SaveState;
  private underWay: Promise<void> | null = null;
  private unanswered: SavePayload[] = [];
  private dirtySince = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ended = false;

  constructor(private readonly options: SaverOptions) {
    this.base = options.baseRevisionId;
    this.current = { kind: 'saved', at: options.savedAt };
  }

  get state(): SaveState {
    return this.current;
  }
  get revisionId(): number {
    return this.base;
  }
  /** Everything typed is on the server. */
  get isClean(): boolean {
    return this.typed === this.kept;
  }

  /** One more request as the page goes, or the one under way, would carry all that was typed. */
  get canFollow(): boolean {
    if (this.underWay) return this.typed === this.carried;
    return this.current.kind === 'typing';
  }

  /** Of the text as it would be sent, in characters. */
  size(): number {
    return JSON.stringify(this.options.read()).length;
  }

  /** Call at every change of the text. */
  edited(): void {
    this.typed++;
    if (this.isBlocked) return;
    if (this.current.kind === 'saved' || this.current.kind === 'refused') {
      this.dirtySince = Date.now();
      this.tell({ kind: 'typing' });
    }
    if (!this.underWay && this.current.kind === 'typing') this.wait();
  }

  /** Saves now what there is to save; resolves to whether all of it is kept. Also the way to try again. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (!this.isClean && this.current.kind !== 'conflict' && !this.ended) {
      const before = this.kept;
      await this.saveOnce();
      if (this.kept === before) break;
    }
    return this.isClean;
  }

  /** The page is going away: one last request that outlives it. What it does not carry stays in the journal. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.isClean || this.isBlocked || this.underWay) return;
    const text = this.options.read();
    this.unanswered.push(text);
    void this.options.send(text, this.base, true).catch(() => undefined);
  }

  /** Ends a conflict: what is typed here goes on top of the revision that was seen. */
  async keepMine(over: number): Promise<boolean> {
    this.base = over;
    this.typed++;
    this.tell({ kind: 'typing' });
    return this.flush();
  }

  /** The text was replaced by one that is on the server already. */
  replaced(revisionId: number, savedAt: Date): void {
    this.base = revisionId;
    this.kept = this.typed;
    this.unanswered = [];
    clearTimeout(this.timer);
    this.tell({ kind: 'saved', at: savedAt });
  }

  /** The page stands, and may ask by itself. */
  begin(): void {
    this.ended = false;
  }

  /** No more requests by itself. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  /** Only a person, a sign-in or the network can end these. */
  private get isBlocked(): boolean {
    return ['conflict', 'signed-out', 'away', 'taken'].includes(this.current.kind);
  }

  private saveOnce(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isClean) return Promise.resolve();
    this.underWay ??= this.save().finally(() => {
      this.underWay = null;
    });
    return this.underWay;
  }

  private wait(): void {
    clearTimeout(this.timer);
    const left = Math.max(0, this.dirtySince + atMostMs - Date.now());
    this.timer = setTimeout(() => void this.saveOnce(), Math.min(pauseMs, left));
  }

  private async save(): Promise<void> {
    const carries = this.typed;
    this.carried = carries;
    const text = this.options.read();
    this.dirtySince = Date.now();
    this.tell({ kind: 'saving' });
    const answer = await this.options.send(text, this.base, false);
    if (answer.kind === 'saved') return this.saved(answer, carries);
    if (answer.kind === 'conflict') {
      const own = this.unanswered.some((sent) => this.options.isSame(answer.theirs, sent));
      if (!own) return this.tell(answer);
      this.unanswered = [];
      this.base = answer.theirs.revisionId;
      return this.save();
    }
    if (answer.kind === 'away') {
      this.unanswered = [...this.unanswered.slice(-4), text];
      this.retryLater();
    }
    this.tell(answer);
  }

  private saved(answer: SaveAnswer & { kind: 'saved' }, carries: number): void {
    this.base = answer.revisionId;
    this.kept = carries;
    this.failures = 0;
    this.unanswered = [];
    this.options.onSaved(answer, this.isClean);
    if (this.isClean) this.tell({ kind: 'saved', at: answer.savedAt });
    else {
      this.tell({ kind: 'typing' });
      this.wait();
    }
  }

  private retryLater(): void {
    const pause = retryMs[Math.min(this.failures++, retryMs.length - 1)] ?? 30_000;
    clearTimeout(this.timer);
    if (!this.ended) this.timer = setTimeout(() => void this.saveOnce(), pause);
  }

  private tell(state: SaveState): void {
    this.current = state;
    this.options.onState(state);
  }
}
