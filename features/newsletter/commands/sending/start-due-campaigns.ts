import { sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { missedAfterHours } from '../../rules';
import { finishCampaign } from './finish-campaign';
import { recoverLeases } from './ledger';
import { strikeOffCancelled } from './strike-off-cancelled';

/**
 * Starts the issues that are due, in every process that has a timer; one that was missed by too long asks first. From
 * here on it is the same for the button and the clock. Returns how many started.
 */
export async function startDueCampaigns(ctx: Ctx): Promise<number> {
  authorise(ctx.actor, 'send-newsletter');
  return startDue(ctx);
}

/**
 * What every timer sees to each second, for a crash leaves nobody to tell of it: leases that ran out are made good, a
 * job waits for every issue that has somebody to send to (so an idle worker joins in), what was cancelled is struck
 * off, what is done is ended. One cheap statement when no issue is under way.
 */
export async function keepCampaignsGoing(ctx: Ctx): Promise<void> {
  authorise(ctx.actor, 'send-newsletter');
  const [found] = await ctx.db.execute<{ leases: boolean; open: boolean }>(sql`
    select
      exists (select from deliveries where state in ('claimed', 'submitting') and lease_until < clock()) as leases,
      exists (select from campaigns where state in ('sending', 'cancelled') and finished_at is null) as open`);
  if (found?.leases) await recoverLeases(ctx);
  if (found?.leases || found?.open) {
    await wakeSenders(ctx);
    await strikeOffCancelled(ctx);
  }
}

/** `for update skip locked`: two timers never start one issue twice, nor wait for each other. */
async function startDue(ctx: Ctx): Promise<number> {
  return transact(ctx, async (tx) => {
    const rows = await tx.db.execute<{ id: string; state: string }>(sql`
      with due as (
        select id, coalesce(not_after_at, due_at + ${missedAfterHours} * interval '1 hour') < clock() as missed
        from campaigns where state = 'scheduled' and due_at <= clock() order by due_at, id for update skip locked)
      update campaigns c set
        state = case when due.missed then 'paused' else 'sending' end::campaign_state,
        started_at = case when due.missed then null else clock() end,
        trouble = case when due.missed then 'It was due while nothing was running. Resume it to send it now, or cancel it.' end,
        hold_until = null, relay_failures = 0
      from due where c.id = due.id
      returning c.id, c.state`);
    for (const { id, state } of rows) {
      if (state === 'sending')
        tx.enqueue('newsletter.send', { campaignId: Number(id) }, { singletonKey: id });
      tx.record(state === 'sending' ? 'start' : 'miss', 'campaign', Number(id));
      tx.stale(cacheTags.campaign(Number(id)), cacheTags.lists);
    }
    return rows.filter(({ state }) => state === 'sending').length;
  });
}

/** Ends what is done; a job for each issue with somebody due, of which the queue holds one at most. */
async function wakeSenders(ctx: Ctx): Promise<void> {
  const issues = await ctx.db.execute<{ id: string; work: boolean; open: boolean }>(sql`
    select c.id,
      coalesce(c.hold_until <= clock(), true) and (c.audience is null or exists (
        select from deliveries d where d.campaign_id = c.id and d.state = 'pending' and d.next_try_at <= clock())) as work,
      c.audience is null or exists (
        select from deliveries d where d.campaign_id = c.id and d.state in ('pending', 'claimed', 'submitting')) as open
    from campaigns c where c.state = 'sending' order by c.id limit 100`);
  const work = issues.filter((issue) => issue.work).map(({ id }) => Number(id));
  if (work.length > 0)
    await transact(ctx, async (tx) => {
      for (const campaignId of work)
        tx.enqueue('newsletter.send', { campaignId }, { singletonKey: String(campaignId) });
    });
  for (const { id } of issues.filter(({ open }) => !open))
    await finishCampaign(ctx, { campaignId: Number(id) });
}
