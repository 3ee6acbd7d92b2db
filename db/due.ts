import { sql } from 'drizzle-orm';
import type { Executor } from './client';

/**
 * The next instant at which anything turns by itself (a publication, the start of a campaign), or null. Feeds the timer
 * of every process and each page's "good until". Two index-only minima (`publications_due`, `campaigns_due`).
 */
export async function nextDueAt(db: Executor): Promise<Date | null> {
  const [row] = await db.execute<{ due: string | null }>(sql`
    select least(
      (select min(effective_at) from publications where applied_at is null and cancelled_at is null and failure is null),
      (select min(due_at) from campaigns where state = 'scheduled')
    ) as due`);
  return row?.due ? new Date(row.due) : null;
}
