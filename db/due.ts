import { sql } from 'drizzle-orm';
import type { Executor } from './client';

/** Two index-only minima (`publications_due`, `campaigns_due`). */
const earliestDue = sql`
    least(
      (select min(effective_at) from publications where applied_at is null and cancelled_at is null and failure is null),
      (select min(due_at) from campaigns where state = 'scheduled')
    )`;

/**
 * The next instant at which anything turns by itself (a publication, the start of a campaign), or null. Feeds each
 * page's "good until".
 */
export async function nextDueAt(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ due: string | null }>(sql`select ${earliestDue} as due`);
  return row?.due ? new Date(row.due) : null;
}

/** How long until then by the database's clock, in milliseconds; negative when it has passed, null when nothing is due. */
export async function millisecondsUntilDue(db: Executor): Promise<number | null> {
  const [row] = await db.execute<{ ms: number | null }>(
    sql`select (extract(epoch from ${earliestDue} - clock()) * 1000)::float8 as ms`,
  );
  return row?.ms ?? null;
}
