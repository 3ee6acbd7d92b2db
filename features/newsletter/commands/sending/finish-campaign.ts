import { sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';

/**
 * Ends an issue when nobody is left to send to and the numbers add up: as many deliveries as the audience that was
 * frozen, none pending, claimed or submitting. Otherwise does nothing. The tally of an issue that has ended already is
 * counted anew, for a paused sender may have said late how one of its `unknown` went. Returns whether it has ended.
 */
export async function finishCampaign(ctx: Ctx, { campaignId }: { campaignId: number }): Promise<boolean> {
  authorise(ctx.actor, 'send-newsletter');
  return transact(ctx, async (tx) => {
    const [row] = await tx.db.execute<{ ended: boolean }>(sql`
      with counted as (
        select coalesce(jsonb_object_agg(state, n), '{}') as tally, coalesce(sum(n), 0) as total,
          coalesce(sum(n) filter (where state in ('pending', 'claimed', 'submitting')), 0) as open
        from (select state, count(*) as n from deliveries where campaign_id = ${campaignId} group by state) by_state)
      update campaigns c set
        state = case when c.state = 'sending' then 'finished' else c.state end,
        finished_at = coalesce(c.finished_at, clock()), tally = counted.tally,
        trouble = null, hold_until = null, relay_failures = 0
      from counted
      where c.id = ${campaignId} and c.state in ('sending', 'finished', 'cancelled')
        and counted.open = 0 and counted.total = c.audience
      returning true as ended`);
    if (row) tx.stale(cacheTags.campaign(campaignId));
    return row !== undefined;
  });
}
