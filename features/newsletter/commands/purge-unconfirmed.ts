import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { confirmationDays } from '../rules';

/**
 * Forgets addresses that were typed into a form and never confirmed: anybody may have typed them. Also the count of
 * confirmation mails after a year. In steps of 10,000; returns how many addresses went.
 */
export async function purgeUnconfirmed(ctx: Ctx): Promise<number> {
  authorise(ctx.actor, 'edit-subscribers');
  await ctx.db.execute(sql`delete from confirmation_mails where at < clock() - interval '1 year'`);
  const gone = await ctx.db.execute(sql`
    delete from subscribers where id in (
      select s.id from subscribers s
      where s.created_at < clock() - (${confirmationDays}::int + 1) * interval '1 day'
        and exists (select from subscriptions sub where sub.subscriber_id = s.id)
        and not exists (select from subscriptions sub where sub.subscriber_id = s.id and sub.state <> 'unconfirmed')
        and not exists (select from deliveries d where d.subscriber_id = s.id)
        and not exists (select from consents c where c.subscriber_id = s.id and c.at > clock() - (${confirmationDays}::int + 1) * interval '1 day')
      limit 10000)`);
  return gone.count;
}
