import { type Attendance, beatMs } from '../../../presence';
import type { Attend } from '../../../presence-input';

/** Nobody is kept from writing by a page at which nobody does anything: one that was never typed in, and one that was. */
export const readingMs = 60_000;
export const restingMs = 5 * 60_000;
/** … and such a page is not there at all any more. */
export const awayMs = 10 * 60_000;

export interface AttenderOptions {
  loadId: string;
  mayWrite: () => boolean;
  /** The server's answer; null when it cannot be had just now. */
  attend: (asked: Pick<Attend, 'said' | 'wants' | 'replaces'>) => Promise<Attendance | null>;
  leave: (asked: Pick<Attend, 'said'>) => void;
  /** Words are here that the server has not got. */
  isDirty: () => boolean;
  /** Another page writes; `held`: in the place of this one. Waited for. */
  onBarred: (attendance: Attendance, held: boolean) => Promise<void>;
  /** The server has a version that may be newer; waited for. */
  onRevision: (revisionId: number) => Promise<void>;
  onChange: (attendance: Attendance) => void;
}

/**
 * Says every few seconds that the page is there, one request after another, and what it wants. What the server answers is
 * the truth; what the event stream says only makes it ask at once. A page that was refused never takes by itself: it may
 * write again when nobody else does and somebody types.
 */
export class Attender {
  private known: Attendance | null = null;
  private wants: 'read' | 'write' = 'read';
  private asking: Promise<void> = Promise.resolve();
  private waiting = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private actedAt = Date.now();
  private typed = false;
  private stands = false;
  private replaces: string | undefined;
  /** Every word has its number, the goodbye too: it may overtake the one before. */
  private said = 0;

  constructor(private readonly options: AttenderOptions) {}

  /** Another page writes. */
  get barred(): boolean {
    return this.known?.writer != null && this.known.writer.loadId !== this.options.loadId;
  }

  /** This page writes. */
  private get holds(): boolean {
    return this.known?.writer?.loadId === this.options.loadId;
  }

  /** The page stands, for the first time or again. `replaces` is an earlier page that is known to be gone. */
  begin(replaces?: string): void {
    this.stands = true;
    this.replaces = replaces;
    this.actedAt = Date.now();
    this.wants = this.options.mayWrite() ? 'write' : 'read';
    void this.ask();
  }

  /** The page goes. */
  end(): void {
    if (this.stands) this.options.leave({ said: ++this.said });
    this.stands = false;
    clearTimeout(this.timer);
  }

  /** Somebody is at the page. */
  acted(): void {
    const wasAway = this.isAway;
    this.actedAt = Date.now();
    if (wasAway && this.stands) void this.ask();
  }

  /** The text has been changed here: nobody else writes, as far as is known, so this page does. */
  edited(): void {
    this.typed = true;
    this.acted();
    if (this.barred || !this.options.mayWrite() || this.wants === 'write') return;
    this.wants = 'write';
    void this.ask();
  }

  /** In the place of whoever writes. Gives whether it went so. */
  async take(): Promise<boolean> {
    this.actedAt = Date.now();
    await this.ask('take');
    return this.holds;
  }

  /** Something has changed, somebody says; or the network is back. */
  look(): Promise<void> {
    return this.ask();
  }

  private get isAway(): boolean {
    return Date.now() - this.actedAt > awayMs && !this.options.isDirty();
  }

  private ask(take?: 'take'): Promise<void> {
    if (this.waiting && !take) return this.asking;
    this.waiting = true;
    this.asking = this.asking.then(async () => {
      this.waiting = false;
      await this.askNow(take).catch(() => undefined);
    });
    return this.asking;
  }

  private async askNow(take?: 'take'): Promise<void> {
    clearTimeout(this.timer);
    if (!this.stands) return;
    this.rest();
    if (this.isAway && !take) return this.options.leave({ said: ++this.said });
    const answer = await this.options.attend({
      said: ++this.said,
      wants: take ?? this.wants,
      replaces: this.replaces,
    });
    if (!this.stands) return;
    if (answer) await this.hear(answer);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), beatMs);
  }

  /** Gives the lease back when nobody has done anything for a while. */
  private rest(): void {
    const idleMs = Date.now() - this.actedAt;
    if (idleMs > (this.typed ? restingMs : readingMs) && !this.options.isDirty()) this.wants = 'read';
  }

  private async hear(answer: Attendance): Promise<void> {
    this.replaces = undefined;
    const held = this.holds;
    this.known = answer;
    if (this.barred) {
      this.wants = 'read';
      // First the hands are tied, then what they had typed is put away.
      this.options.onChange(answer);
      await this.options.onBarred(answer, held);
    } else if (answer.writer) this.wants = 'write';
    await this.options.onRevision(answer.revisionId);
    this.options.onChange(answer);
  }
}
