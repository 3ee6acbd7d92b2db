import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from './client';
import { nextToGo } from './trash';

/**
 * What turns by itself at an instant, and the earliest such instant: index-only minima (`publications_due`,
 * `campaigns_due`, `breaking_bars_due`, `arrangements_due`).
 */
const earliest = {
  publications: sql`(select min(effective_at) from publications where applied_at is null and cancelled_at is null and failure is null)`,
  campaigns: sql`(select min(due_at) from campaigns where state = 'scheduled')`,
  bars: sql`(select min(lower_at) from breaking_bars where lowered_at is null)`,
  arrangements: sql`(select min(effective_at) from arrangements where applied_at is null and cancelled_at is null and failure is null)`,
} as const satisfies Record<string, SQL>;
/** The trash empties itself, too, but no reader sees anything of that. */
export type DueKind = keyof typeof earliest | 'trash';

const instantOf = (kind: DueKind): SQL => (kind === 'trash' ? nextToGo : earliest[kind]);

/** The bar is on no page that is kept: the press sets it in, and knows its end (decision 088). */
const { bars: _, ...onPages } = earliest;

/** `nextDueAt` as an expression, for a statement that asks for other things besides. */
export const nextDue: SQL = sql`least(${sql.join(Object.values(onPages), sql`, `)})`;

/**
 * The next instant at which any page turns by itself (a publication, the start of a campaign, a new arrangement), or null.
 * Feeds each page's "good until".
 */
export async function nextDueAt(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ due: string | null }>(sql`select ${nextDue} as due`);
  return row?.due ? new Date(row.due) : null;
}

/** How long until one kind falls due by the database's clock, in milliseconds; negative when it has, null when nothing will. */
export async function millisecondsUntilDue(db: Executor, kind: DueKind): Promise<number | null> {
  const [row] = await db.execute<{ ms: number | null }>(
    sql`select (extract(epoch from ${instantOf(kind)} - clock()) * 1000)::float8 as ms`,
  );
  return row?.ms ?? null;
}
