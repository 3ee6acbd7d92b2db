import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { finishCampaign } from './finish-campaign';

/** Rows at a time: about half a second, so that a timer is never held up. */
const atOnce = 20_000;

/**
 * Moves readers of cancelled issues who had not been begun to `cancelled`, a step at a time, and closes an issue whose
 * numbers then add up. What a sender had under way settles by itself.
 */
export async function strikeOffCancelled(ctx: Ctx): Promise<void> {
  authorise(ctx.actor, 'send-newsletter');
  await ctx.db.execute(sql`
    with left_over as (
      select d.campaign_id, d.subscriber_id
      from campaigns c join deliveries d on d.campaign_id = c.id and d.state in ('pending', 'claimed')
      where c.state = 'cancelled' and c.finished_at is null
      limit ${atOnce} for update of d skip locked)
    update deliveries d set state = 'cancelled', lease = null, lease_until = null, updated_at = clock()
    from left_over l where d.campaign_id = l.campaign_id and d.subscriber_id = l.subscriber_id`);
  const done = await ctx.db.execute<{ id: string }>(sql`
    select c.id from campaigns c
    where c.state = 'cancelled' and c.finished_at is null and not exists (
      select from deliveries d where d.campaign_id = c.id and d.state in ('pending', 'claimed', 'submitting'))
    order by c.id limit 100`);
  for (const { id } of done) await finishCampaign(ctx, { campaignId: Number(id) });
}
