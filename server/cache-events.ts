import postgres, { type Sql } from 'postgres';
import { log } from '@/lib/log';
import type { Hearing } from './press/hearing';

export interface CacheEventsOptions {
  url: string;
  /** These tags were committed as stale, here or elsewhere. Told at least once each, in no promised order. */
  onStale(tags: string[]): void;
  /** Events may have been missed: everything counts as changed. */
  onEverything(): void;
  /** How often the table is looked at without being told to, in milliseconds. */
  pollMs?: number;
  /** Only for tests: never hear notifications, as behind a pooler that drops them. */
  listen?: boolean;
}

/** After so long without a look that succeeded nothing kept may be called fresh. */
const currentForMs = 2_000;
/** A look that takes longer counts as failed, and its connection as dead. */
const lookLimitMs = 2_500;
const retryMs = 250;
const keepEventsMinutes = 60;
/** Away for longer, and events may be gone that were never heard. */
const longestGapMs = (keepEventsMinutes / 2) * 60_000;
const tidyEveryMs = 10 * 60_000;

interface Look {
  /** Transactions below it had ended when this look was taken: all they wrote was seen. */
  horizon: string;
  clock: number;
  server: string;
  events: { id: number; tags: string[] }[];
}

/**
 * Follows `cache_events`, the one truth about what went stale. A notification (or half a second) leads to a look at the
 * table; only the look counts. Sequence order is not commit order, so each look begins again at the oldest transaction
 * that was still under way at the one before (`pg_snapshot_xmin`), and what was heard already is passed over by id.
 * Its own connections: a busy pool delays nothing here.
 *
 * What it guarantees: while `isCurrent`, every event committed more than two seconds ago has been told, however
 * notifications are lost, connections die or this process is paused; after a gap too long to fill, or on another server
 * (fail-over, restore), everything is told as stale.
 */
export class CacheEvents implements Hearing {
  private sql: Sql | null = null;
  private horizon: bigint | null = null;
  private server = '';
  private heard = new Set<number>();
  private currentAt = Number.NEGATIVE_INFINITY;
  private clock = { database: Date.now(), here: performance.now() };
  private lost = false;
  private stopped = false;
  private wake: (() => void) | null = null;
  private woken = false;
  private tidyAt = performance.now() + tidyEveryMs * Math.random();
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: CacheEventsOptions) {}

  /** Resolves after the first look, so that nothing that is rendered from then on can miss an event. Throws when it fails. */
  async start(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      await this.disconnect();
      throw error;
    }
    this.ended = this.follow();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp();
    await this.ended;
    await this.disconnect();
  }

  isCurrent(): boolean {
    return performance.now() - this.currentAt < currentForMs;
  }

  databaseNow(): number {
    return this.clock.database + performance.now() - this.clock.here;
  }

  private async follow(): Promise<void> {
    while (!this.stopped) {
      await this.pause(this.lost ? retryMs : (this.options.pollMs ?? 500));
      if (this.stopped) return;
      try {
        await this.look();
        if (this.lost) log().info('cache events are heard again');
        this.lost = false;
      } catch (error) {
        if (!this.lost) log().warn({ err: error }, 'cache events are not heard: pages go out as last known');
        this.lost = true;
        await this.disconnect();
      }
    }
  }

  private async look(): Promise<void> {
    const askedAt = performance.now();
    const sql = this.connect();
    const seen = await inTime(readEvents(sql, this.horizon));
    this.take(seen, askedAt);
    if (performance.now() > this.tidyAt) {
      this.tidyAt = performance.now() + tidyEveryMs;
      await inTime(
        sql`delete from cache_events where at < now() - make_interval(mins => ${keepEventsMinutes})`,
      );
    }
  }

  private take({ horizon, clock, server, events }: Look, askedAt: number): void {
    const reached = BigInt(horizon);
    const clockMoved = Math.abs(clock - this.databaseNow()) > 1_000 + (performance.now() - askedAt);
    const continues =
      this.horizon !== null &&
      server === this.server &&
      reached >= this.horizon &&
      askedAt - this.currentAt < longestGapMs &&
      !clockMoved;
    const fresh = events.filter((event) => !this.heard.has(event.id));
    this.heard = new Set(events.map((event) => event.id));
    this.horizon = reached;
    this.server = server;
    this.clock = { database: clock, here: performance.now() };
    // What this look saw was written before it, and everything is told as stale after it: nothing is left to name.
    if (!continues) this.options.onEverything();
    else if (fresh.length > 0) this.options.onStale([...new Set(fresh.flatMap((event) => event.tags))]);
    this.currentAt = askedAt;
  }

  private connect(): Sql {
    if (this.sql) return this.sql;
    const sql = postgres(this.options.url, {
      max: 1,
      prepare: false,
      fetch_types: false,
      connect_timeout: 2,
      backoff: () => retryMs / 1000,
      onnotice() {},
      connection: { application_name: 'broadsheet cache events', statement_timeout: lookLimitMs },
    });
    this.sql = sql;
    if (this.options.listen ?? true) {
      // A notification says only that there is something to look at. Failing to listen costs speed, not truth.
      sql
        .listen(
          'cache_events',
          () => this.wakeUp(),
          () => this.wakeUp(),
        )
        .catch(() => {});
    }
    return sql;
  }

  private async disconnect(): Promise<void> {
    const sql = this.sql;
    this.sql = null;
    await sql?.end({ timeout: 0 }).catch(() => {});
  }

  private wakeUp(): void {
    this.woken = true;
    this.wake?.();
  }

  /** Waits, unless woken meanwhile or since the last look began. */
  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        this.wake = null;
        this.woken = false;
        resolve();
      };
      const timer = setTimeout(go, ms);
      this.wake = go;
      if (this.woken && !this.lost) go();
    });
  }
}

/** One statement, so that the snapshot that finds the events is the one that tells the next horizon. Index cache_events_xid. */
async function readEvents(sql: Sql, horizon: bigint | null): Promise<Look> {
  const [row] = await sql<Look[]>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      (extract(epoch from clock()) * 1000)::float8 as clock,
      concat(pg_postmaster_start_time(), ' ', current_database()) as server,
      coalesce(
        (select json_agg(json_build_object('id', id, 'tags', tags) order by id)
           from cache_events
           where xid >= coalesce(${horizon === null ? null : String(horizon)}::xid8, pg_snapshot_xmin(pg_current_snapshot()))),
        '[]') as events`;
  if (!row) throw new Error('the database gave no answer');
  return row;
}

async function inTime<T>(work: Promise<T> | PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const away = Object.assign(new Error(`no answer within ${lookLimitMs} ms`), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(away), lookLimitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
