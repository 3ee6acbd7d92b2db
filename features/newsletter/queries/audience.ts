import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';

/** Confirmed readers of a list: those an issue would go to now, and those left out because mail to them is suppressed. */
export async function countAudience(
  ctx: Ctx,
  listId: number,
): Promise<{ recipients: number; suppressed: number }> {
  const [row] = await ctx.db.execute<{ total: string; suppressed: string }>(sql`
    select count(*) as total, count(x.email_hash) as suppressed
    from subscriptions sub
    join subscribers s on s.id = sub.subscriber_id
    left join suppressions x on x.email_hash = s.email_hash
    where sub.list_id = ${listId} and sub.state = 'confirmed'`);
  const suppressed = Number(row?.suppressed ?? 0);
  return { recipients: Number(row?.total ?? 0) - suppressed, suppressed };
}
