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
 * Every month with its live stories, newest first: those of the months of UTC, which are kept (`live_months`), and what
 * lies between a month's beginning there and its beginning in the zone, which is looked up.
 * EXPLAIN (100,000 stories of ten years): HashAggregate › Seq Scan on live_months, then 121 Index Only Scans using
 * search_documents_newest of at most 14 hours each. It grows with the years, not with the stories.
 */
export async function listMonths(ctx: Ctx, timeZone: string): Promise<Month[]> {
  const rows = await ctx.db.execute<{ year: number; month: number; stories: number }>(sql`
    with kept as (
      select month::timestamp as month, sum(stories) as stories from live_months group by month
    ), moved as materialized (
      select month, case
          when here < there then (select count(*) from search_documents where live_at >= here and live_at < there)
          else -(select count(*) from search_documents where live_at >= there and live_at < here)
        end as stories
      from (
        select month, month at time zone ${timeZone} as here, month at time zone 'UTC' as there
        from (select month from kept union select month + interval '1 month' from kept) beginnings
      ) x
    )
    select extract(year from month)::int as year, extract(month from month)::int as month, sum(stories)::int as stories
    from (
      select month, stories from kept
      union all select month, stories from moved
      union all select month - interval '1 month', -stories from moved
    ) months
    group by months.month having sum(stories) > 0 order by months.month desc`);
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
