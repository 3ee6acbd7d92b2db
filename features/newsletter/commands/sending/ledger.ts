import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { type DeliveryState, failuresUntilSuppressed, leaseSeconds, longestHoldSeconds } from '../../rules';

/** A reader that this sender holds the lease of. */
export interface Claim {
  subscriberId: number;
  email: string;
  attempts: number;
}

/** How one try ended. */
export interface Outcome {
  subscriberId: number;
  state: Extract<DeliveryState, 'sent' | 'failed' | 'pending' | 'unknown'>;
  /** What the server said, for the desk. */
  answer: string;
  /** For `pending`: seconds until the next try. */
  waitSeconds?: number;
  /** For `pending`: the try does not count, for it said nothing about this reader. */
  uncounted?: boolean;
  /** For `failed`: the address is never written to again. */
  suppress?: string | null;
}

/** One sender's hold on one issue. */
export interface Hold {
  ctx: Ctx;
  campaignId: number;
  lease: string;
}

const leaseEnd = sql`clock() + ${leaseSeconds} * interval '1 second'`;
const asRows = (rows: unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

/**
 * Takes up to `limit` readers who are due, for this lease only; other senders pass them by (SKIP LOCKED). None while the
 * issue is paused, cancelled or held. Index `deliveries_work`.
 */
export async function claim({ ctx, campaignId, lease }: Hold, limit: number): Promise<Claim[]> {
  const rows = await ctx.db.execute<{ id: string; email: string; attempts: number }>(sql`
    with due as (
      select d.subscriber_id from deliveries d
      where d.campaign_id = ${campaignId} and d.state = 'pending' and d.next_try_at <= clock()
      order by d.next_try_at, d.subscriber_id limit ${limit} for update skip locked)
    update deliveries d set state = 'claimed', lease = ${lease}, lease_until = ${leaseEnd}, updated_at = clock()
    from due, campaigns c
    where d.campaign_id = ${campaignId} and d.subscriber_id = due.subscriber_id
      and c.id = d.campaign_id and c.state = 'sending' and coalesce(c.hold_until <= clock(), true)
    returning d.subscriber_id as id, d.email, d.attempts`);
  return rows.map(({ id, email, attempts }) => ({ subscriberId: Number(id), email, attempts }));
}

/**
 * One turn of the ledger, one commit: settles what was just tried and moves `next` from claimed to submitting. Returns
 * those of `next` that may be sent now: the lease still holds, the issue is still being sent, the reader still wants it.
 * Safe to repeat with `again` when the answer to the first call was lost.
 */
export async function turn(
  { ctx, campaignId, lease }: Hold,
  settled: Outcome[],
  next: number[],
  again: boolean,
): Promise<Set<number>> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    with outcome as (
      select * from jsonb_to_recordset(${asRows(settled)}) as o("subscriberId" bigint, state delivery_state, answer text)),
    settled as (
      update deliveries d set state = o.state, answer = o.answer, lease_until = null, updated_at = clock()
      from outcome o
      where d.campaign_id = ${campaignId} and d.subscriber_id = o."subscriberId" and d.lease = ${lease}
        and (d.state = 'submitting' or (d.state = 'unknown' and o.state in ('sent', 'failed')))),
    begun as (
      update deliveries d set state = 'submitting', lease_until = ${leaseEnd}, updated_at = clock(),
        attempts = d.attempts + case when d.state = 'claimed' then 1 else 0 end
      from campaigns c
      where d.campaign_id = ${campaignId} and d.lease = ${lease} and d.lease_until > clock()
        and d.subscriber_id in (select value::bigint from jsonb_array_elements_text(${asRows(next)}))
        and (d.state = 'claimed' or (${again} and d.state = 'submitting'))
        and c.id = d.campaign_id and c.state = 'sending'
        and exists (select from subscriptions s
          where s.subscriber_id = d.subscriber_id and s.list_id = c.list_id and s.state = 'confirmed')
      returning d.subscriber_id)
    select subscriber_id as id from begun`);
  return new Set(rows.map(({ id }) => Number(id)));
}

/**
 * Puts tries that did not come off back into the queue, or into `cancelled` when the issue was cancelled meanwhile: the
 * share lock on the row makes the two orders of events come out the same.
 */
export async function putBack({ ctx, campaignId, lease }: Hold, outcomes: Outcome[]): Promise<void> {
  await ctx.db.execute(sql`
    with issue as (select id, state from campaigns where id = ${campaignId} for share)
    update deliveries d set
      state = case when issue.state = 'cancelled' then 'cancelled' else 'pending' end::delivery_state,
      attempts = d.attempts - case when o.uncounted then 1 else 0 end,
      next_try_at = clock() + coalesce(o."waitSeconds", 0) * interval '1 second',
      answer = o.answer, lease = null, lease_until = null, updated_at = clock()
    from issue, jsonb_to_recordset(${asRows(outcomes)})
      as o("subscriberId" bigint, answer text, "waitSeconds" int, uncounted boolean)
    where d.campaign_id = issue.id and d.subscriber_id = o."subscriberId" and d.lease = ${lease} and d.state = 'submitting'`);
}

/** Gives back claims that were not begun; a reader who unsubscribed meanwhile is left out for good. */
export async function release({ ctx, campaignId, lease }: Hold, subscriberIds: number[]): Promise<void> {
  await ctx.db.execute(sql`
    update deliveries d set
      state = case when s.state = 'confirmed' then 'pending' else 'suppressed' end::delivery_state,
      answer = case when s.state = 'confirmed' then d.answer else 'unsubscribed before it was sent' end,
      lease = null, lease_until = null, updated_at = clock()
    from campaigns c, subscriptions s
    where d.campaign_id = ${campaignId} and d.lease = ${lease} and d.state = 'claimed'
      and d.subscriber_id in (select value::bigint from jsonb_array_elements_text(${asRows(subscriberIds)}))
      and c.id = d.campaign_id and s.subscriber_id = d.subscriber_id and s.list_id = c.list_id`);
}

/** A sign of life for what this sender holds. Returns what it holds still. */
export async function renew({ ctx, campaignId, lease }: Hold, subscriberIds: number[]): Promise<number[]> {
  const rows = await ctx.db.execute<{ id: string }>(sql`
    update deliveries set lease_until = ${leaseEnd}
    where campaign_id = ${campaignId} and lease = ${lease} and state in ('claimed', 'submitting')
      and subscriber_id in (select value::bigint from jsonb_array_elements_text(${asRows(subscriberIds)}))
    returning subscriber_id as id`);
  return rows.map(({ id }) => Number(id));
}

/**
 * What no sender gave a sign of life for: a claim goes back into the queue, a submission becomes `unknown`, for its mail
 * may have been taken. Its lease stays written there, so that a sender that was only paused can still say how it went.
 * Index `deliveries_lease`. Returns how many rows moved.
 */
export async function recoverLeases(ctx: Ctx): Promise<number> {
  const moved = await ctx.db.execute(sql`
    update deliveries set
      state = case when state = 'claimed' then 'pending' else 'unknown' end::delivery_state,
      answer = case when state = 'claimed' then answer else 'the sender stopped before the server''s answer came' end,
      lease = case when state = 'claimed' then null else lease end,
      lease_until = null, updated_at = clock()
    where state in ('claimed', 'submitting') and lease_until < clock()`);
  return moved.count;
}

/** Remembers addresses that must never be written to again, and those that refused several issues in a row. */
export async function suppress({ ctx }: Hold, failed: Outcome[]): Promise<void> {
  await ctx.db.execute(sql`
    insert into suppressions (email_hash, reason, at)
    select s.email_hash, coalesce(o.suppress, 'refused several times in a row'), clock()
    from jsonb_to_recordset(${asRows(failed)}) as o("subscriberId" bigint, suppress text)
    join subscribers s on s.id = o."subscriberId"
    where o.suppress is not null or ${failuresUntilSuppressed} = (
      select count(*) filter (where last.state = 'failed') from (
        select d.state from deliveries d where d.subscriber_id = s.id
        order by d.campaign_id desc limit ${failuresUntilSuppressed}) last)
    on conflict do nothing`);
}

/** Leaves the relay alone for a while, longer each time, and says so at the desk. */
export async function holdForRelay({ ctx, campaignId }: Hold, answer: string): Promise<void> {
  await ctx.db.execute(sql`
    update campaigns set relay_failures = least(relay_failures + 1, 100), trouble = ${answer},
      hold_until = clock() + least(${longestHoldSeconds}::int, power(2, least(relay_failures + 1, 10))) * interval '1 second'
    where id = ${campaignId} and state in ('sending', 'paused')`);
}

/** The relay takes mail again. */
export async function clearTrouble({ ctx, campaignId }: Hold): Promise<void> {
  await ctx.db.execute(sql`
    update campaigns set relay_failures = 0, trouble = null, hold_until = null
    where id = ${campaignId} and relay_failures > 0`);
}
