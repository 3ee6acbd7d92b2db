import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { millisecondsUntilDue } from '@/db/due';
import { isDatabaseAway } from '@/lib/errors';
import { log } from '@/lib/log';
import { type DueWork, dueWork } from './due-work';

export interface Schedule {
  /** Ends after the pass under way, if there is one. */
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  db: Database;
  work?: readonly DueWork[];
  /** Hears how much was applied, whenever something was. */
  onApplied?: (count: number) => void;
}

/** How long a process sleeps at most before it looks again: a lost notification costs no more than this. */
const lookEveryMs = 1_000;
/** The pause when something due is still due after a pass, because another process has it in hand. */
const inOtherHandsMs = 50;
const worthTellingMs = 60_000;

/**
 * Applies what falls due, from now until `stop`: sleeps until the next due instant by the database's clock, looks each
 * second besides, and wakes when a due row is written anywhere (`LISTEN due`). Resolves after its first pass, so that a
 * process that awaits it serves nothing that should have turned while everything was down. Survives a database that is
 * away: it looks again each second. Run it in every process; the work itself sees to it that each row is applied once.
 * Each kind has a timer of its own, one pass at a time: a story never waits for a newsletter.
 */
export async function startSchedule({
  db,
  work = dueWork,
  onApplied = () => {},
}: ScheduleOptions): Promise<Schedule> {
  const ctx = readContext(db, { kind: 'system', name: 'schedule' });
  const timers = work.map((kind) => new Timer(ctx, kind, onApplied));
  await Promise.all(timers.map((timer) => timer.pass()));
  for (const timer of timers) timer.start();
  const listening = keepListening(db, () => {
    for (const timer of timers) timer.alarm.ring();
  });
  return {
    async stop() {
      await Promise.all(timers.map((timer) => timer.stop()));
      await listening.stop();
    },
  };
}

/** One kind of due work: looks, applies, sleeps. */
class Timer {
  readonly alarm = new Alarm();
  private readonly outage = new Outage();
  private pauseMs = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly ctx: Ctx,
    private readonly work: DueWork,
    private readonly onApplied: (count: number) => void,
  ) {}

  start(): void {
    this.running = (async () => {
      while (await this.alarm.sleep(this.pauseMs)) await this.pass();
    })();
  }

  async stop(): Promise<void> {
    this.alarm.silence();
    await this.running;
  }

  /** One look, and what is due; settles how long to sleep after it. Never throws. */
  async pass(): Promise<void> {
    try {
      this.pauseMs = await this.applyDue();
      await this.work.look?.(this.ctx);
    } catch (error) {
      this.outage.because(error, this.work.kind);
      this.pauseMs = lookEveryMs;
    }
  }

  private async applyDue(): Promise<number> {
    const untilMs = await this.untilDue();
    this.outage.over();
    if (untilMs > 0) return Math.min(untilMs, lookEveryMs);
    if (-untilMs > worthTellingMs)
      log().warn({ work: this.work.kind, lateSeconds: Math.round(-untilMs / 1000) }, 'due long ago');
    const applied = await this.work.run(this.ctx);
    if (applied > 0) this.onApplied(applied);
    return Math.min(Math.max(await this.untilDue(), applied > 0 ? 0 : inOtherHandsMs), lookEveryMs);
  }

  private async untilDue(): Promise<number> {
    return (await millisecondsUntilDue(this.ctx.db, this.work.kind)) ?? Number.POSITIVE_INFINITY;
  }
}

/** Tells of an outage when it begins and when it ends, not each second between. */
class Outage {
  private told = false;

  because(error: unknown, work: string): void {
    if (!isDatabaseAway(error)) log().error({ err: error, work }, 'schedule: a pass failed, trying again');
    else if (!this.told) log().warn({ work }, 'schedule: the database is away; looking each second');
    this.told = isDatabaseAway(error);
  }

  over(): void {
    if (this.told) log().info('schedule: the database is back');
    this.told = false;
  }
}

/** Sleeps that a notification cuts short. A ring while nobody sleeps is kept for the next sleep. */
class Alarm {
  private rung = false;
  private silenced = false;
  private wake: () => void = () => {};

  ring(): void {
    this.rung = true;
    this.wake();
  }

  silence(): void {
    this.silenced = true;
    this.wake();
  }

  /** False once silenced. */
  async sleep(ms: number): Promise<boolean> {
    if (!this.rung && !this.silenced) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
    return !this.silenced;
  }
}

/** LISTEN on a connection of its own, kept up by the driver; until the database is first reached, tried each second. */
function keepListening(db: Database, hear: () => void): { stop(): Promise<void> } {
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let unlisten = async () => {};
  const begin = async () => {
    try {
      const listening = await db.$client.listen('due', hear, hear);
      unlisten = listening.unlisten;
      if (stopped) await unlisten();
    } catch {
      if (!stopped) retry = setTimeout(begin, lookEveryMs);
    }
  };
  void begin();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      // With the database away there is nobody to tell; a stop does not wait for that.
      await Promise.race([unlisten().catch(() => {}), wait(1_000)]);
    },
  };
}
