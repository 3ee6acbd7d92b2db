import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';

/** A month in which something was published, by the site's zone. */
export interface Month {
  year: number;
  /** 1 to 12. */
  month: number;
  stories: number;
}

const live = sql`live_revision_id is not null and kind <> 'page'`;

/**
 * Every month with its live stories, newest first.
 * EXPLAIN (100,000 stories): Sort › HashAggregate › Seq Scan on articles: it grows with the paper, and is asked when the
 * index of the archive is made anew, not for each reader.
 */
export async function listMonths(ctx: Ctx, timeZone: string): Promise<Month[]> {
  const rows = await ctx.db.execute<{ year: number; month: number; stories: number }>(sql`
    select extract(year from m)::int as year, extract(month from m)::int as month, count(*)::int as stories
    from (select date_trunc('month', first_live_at at time zone ${timeZone}) as m from articles where ${live}) x
    group by m order by m desc`);
  return [...rows];
}

/**
 * When the newest story before a span and the oldest after it went live, to lead from month to month.
 * EXPLAIN: two Index Scans using articles_live, one row each.
 */
export async function monthsAround(
  ctx: Ctx,
  { from, to }: { from: Date; to: Date },
): Promise<{ older: Date | null; newer: Date | null }> {
  const [row] = await ctx.db.execute<{ older: string | null; newer: string | null }>(sql`
    select
      (select first_live_at from articles where ${live} and first_live_at < ${from.toISOString()}::timestamptz
        order by first_live_at desc, id desc limit 1) as older,
      (select first_live_at from articles where ${live} and first_live_at >= ${to.toISOString()}::timestamptz
        order by first_live_at, id limit 1) as newer`);
  const instant = (text: string | null | undefined) => (text ? new Date(text) : null);
  return { older: instant(row?.older), newer: instant(row?.newer) };
}
