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
 */
export async function startSchedule({
  db,
  work = dueWork,
  onApplied = () => {},
}: ScheduleOptions): Promise<Schedule> {
  const ctx = readContext(db, { kind: 'system', name: 'schedule' });
  const alarm = new Alarm();
  const outage = new Outage();
  const pass = () => applyDue(ctx, work, { onApplied, outage });
  let pauseMs = await pass();
  const listening = keepListening(db, () => alarm.ring());
  const running = (async () => {
    while (await alarm.sleep(pauseMs)) pauseMs = await pass();
  })();
  return {
    async stop() {
      alarm.silence();
      await running;
      await listening.stop();
    },
  };
}

/** One pass; returns how long to sleep after it, in milliseconds. */
async function applyDue(
  ctx: Ctx,
  work: readonly DueWork[],
  { onApplied, outage }: { onApplied: (count: number) => void; outage: Outage },
): Promise<number> {
  try {
    const untilMs = await millisecondsUntilDue(ctx.db);
    outage.over();
    if (untilMs === null || untilMs > 0) {
      await eachInTurn(work, async ({ look }) => look?.(ctx));
      return Math.min(untilMs ?? lookEveryMs, lookEveryMs);
    }
    if (-untilMs > worthTellingMs)
      log().warn({ lateSeconds: Math.round(-untilMs / 1000) }, 'scheduled work was due long ago');
    let applied = 0;
    await eachInTurn(work, async ({ run }) => {
      applied += await run(ctx);
    });
    await eachInTurn(work, async ({ look }) => look?.(ctx));
    if (applied > 0) onApplied(applied);
    const nextMs = await millisecondsUntilDue(ctx.db);
    return Math.min(Math.max(nextMs ?? lookEveryMs, applied > 0 ? 0 : inOtherHandsMs), lookEveryMs);
  } catch (error) {
    outage.because(error);
    return lookEveryMs;
  }
}

/** Each kind of work has its own try: newsletters do not wait for a story that cannot be published. */
async function eachInTurn(
  work: readonly DueWork[],
  what: (work: DueWork) => Promise<unknown>,
): Promise<void> {
  for (const kind of work) {
    try {
      await what(kind);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      log().error({ err: error, work: kind.name }, 'schedule: due work failed, trying again');
    }
  }
}

/** Tells of an outage when it begins and when it ends, not each second between. */
class Outage {
  private told = false;

  because(error: unknown): void {
    if (!isDatabaseAway(error)) log().error({ err: error }, 'schedule: a look failed, looking again');
    else if (!this.told) log().warn('schedule: the database is away; looking each second');
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
      await unlisten().catch(() => {});
    },
  };
}
