import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import type { DeliveryState, Tally } from '../rules';

/** Deliveries of one issue by state, counted now: by index `deliveries_work` alone, about 0.15 s for a million. */
export const tallyOf = async (ctx: Ctx, campaignId: number): Promise<Tally> =>
  (await talliesOf(ctx, [campaignId])).get(campaignId) ?? {};

/** The same for several issues in one statement. */
export async function talliesOf(ctx: Ctx, campaignIds: number[]): Promise<Map<number, Tally>> {
  const tallies = new Map<number, Tally>(campaignIds.map((id) => [id, {}]));
  if (campaignIds.length === 0) return tallies;
  const rows = await ctx.db.execute<{ id: string; state: DeliveryState; n: string }>(sql`
    select campaign_id as id, state, count(*) as n from deliveries
    where campaign_id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(campaignIds)}::jsonb))
    group by campaign_id, state`);
  for (const { id, state, n } of rows) {
    const tally = tallies.get(Number(id));
    if (tally) tally[state] = Number(n);
  }
  return tallies;
}

/** Why deliveries of an issue ended without being sent, in the servers' own words, the commonest first. */
export async function listAnswers(
  ctx: Ctx,
  campaignId: number,
): Promise<{ state: DeliveryState; answer: string; readers: number }[]> {
  const rows = await ctx.db.execute<{ state: DeliveryState; answer: string; n: string }>(sql`
    select state, coalesce(answer, '') as answer, count(*) as n from deliveries
    where campaign_id = ${campaignId} and state in ('failed', 'suppressed', 'unknown')
    group by state, answer order by n desc, state, answer limit 12`);
  return rows.map(({ state, answer, n }) => ({ state, answer, readers: Number(n) }));
}
