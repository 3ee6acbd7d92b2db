import type { JournalRecord } from '@/lib/draft-journal';
import type { EditorContent } from './content';

/** Longest time that a keystroke is in memory only. The promise is a second; this leaves room for a slow disk. */
export const journalWithinMs = 400;

export interface JournalKeeperOptions {
  /** What to keep: the text as it stands, the revision it was written on. */
  read: () => JournalRecord<EditorContent>;
  put: (record: JournalRecord<EditorContent>) => Promise<unknown>;
  remove: (key: string) => Promise<unknown>;
  /** Told once the device refuses (a private window, a full disk), and again when it takes text again. */
  onTrouble: (broken: boolean) => void;
}

/** Keeps a copy of unsaved text on the device: within 400 ms of each keystroke, gone when the server has it all. */
export class JournalKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Writes and removals one after another: a late write must not outlive the removal that followed it. */
  private queue: Promise<unknown> = Promise.resolve();
  private broken = false;
  private keptKey: string | null = null;

  constructor(private readonly options: JournalKeeperOptions) {}

  edited(): void {
    this.timer ??= setTimeout(() => void this.write(), journalWithinMs);
  }

  /** Writes at once, because the page may be about to go. */
  write(): Promise<unknown> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const record = this.options.read();
    this.keptKey = record.key;
    return this.enqueue(() => this.options.put(record));
  }

  /** Everything typed is on the server. */
  settled(): Promise<unknown> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const key = this.keptKey;
    this.keptKey = null;
    return key === null ? this.queue : this.enqueue(() => this.options.remove(key));
  }

  private enqueue(act: () => Promise<unknown>): Promise<unknown> {
    this.queue = this.queue.then(act).then(
      () => this.trouble(false),
      () => this.trouble(true),
    );
    return this.queue;
  }

  private trouble(broken: boolean): void {
    if (broken === this.broken) return;
    this.broken = broken;
    this.options.onTrouble(broken);
  }
}
