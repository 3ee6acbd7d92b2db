import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { campaigns, deliveries } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, Invalid, NotFound } from '@/lib/errors';
import { zonedTime } from '@/lib/zoned-time';
import type { OnCampaign, OnCampaignVersion, ScheduleCampaign } from '../input';
import { type Campaign, type CampaignAct, campaignActs } from '../rules';
import { changeVersion } from './compose';
import { inspectIssue } from './sending/inspect-issue';
import { gatherIssue } from './sending/issue-content';
import { strikeOffCancelled } from './sending/strike-off-cancelled';

/**
 * Sends an issue now or at a time in the paper's zone: a row that falls due, like a publication, so that button and
 * clock go the same way. Throws Invalid with what stands in the way (`inspectIssue`), Conflict for a second click.
 */
export async function scheduleCampaign(
  ctx: Ctx,
  { campaignId, version, local }: ScheduleCampaign,
): Promise<{ version: number; dueAt: Date }> {
  authorise(ctx.actor, 'send-newsletter');
  return transact(ctx, async (tx) => {
    const dueAt = local === '' ? tx.now : await instantOf(tx, local);
    if (local !== '' && dueAt <= tx.now)
      throw Invalid('That time has passed. Choose a later one, or send it now.', {
        fields: { local: 'That time has passed.' },
      });
    const campaign = await changeVersion(
      tx,
      'schedule',
      { campaignId, version },
      { state: 'scheduled', dueAt, trouble: null },
    );
    const { findings } = await inspectIssue(tx, campaign, await gatherIssue(tx, campaign));
    const faults = findings.filter(({ level }) => level === 'fault');
    if (faults.length > 0) throw Invalid(faults.map(({ sentence }) => sentence).join(' '));
    tx.record(local === '' ? 'send' : 'schedule', 'campaign', campaignId, {
      after: { dueAt, subject: campaign.subject },
    });
    tx.stale(cacheTags.campaign(campaignId));
    return { version: campaign.version, dueAt };
  });
}

/** Takes an issue off the schedule; it is a draft again. */
export async function unscheduleCampaign(
  ctx: Ctx,
  { campaignId, version }: OnCampaignVersion,
): Promise<{ version: number }> {
  authorise(ctx.actor, 'send-newsletter');
  return transact(ctx, async (tx) => {
    const changed = await changeVersion(
      tx,
      'unschedule',
      { campaignId, version },
      { state: 'draft', dueAt: null },
    );
    tx.record('unschedule', 'campaign', campaignId);
    return { version: changed.version };
  });
}

/** Stops a send at once: mails already handed over finish, nobody else is begun until it is resumed. */
export async function pauseCampaign(ctx: Ctx, { campaignId }: OnCampaign): Promise<void> {
  authorise(ctx.actor, 'send-newsletter');
  await transact(ctx, async (tx) => {
    await changeState(tx, 'pause', campaignId, { state: 'paused' });
    await tx.db
      .update(deliveries)
      .set({ state: 'pending', lease: null, leaseUntil: null })
      .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.state, 'claimed')));
  });
}

/** Goes on with a paused send, or starts one that was missed. */
export async function resumeCampaign(ctx: Ctx, { campaignId }: OnCampaign): Promise<void> {
  authorise(ctx.actor, 'send-newsletter');
  await transact(ctx, async (tx) => {
    await changeState(tx, 'resume', campaignId, {
      state: 'sending',
      startedAt: sql`coalesce(${campaigns.startedAt}, clock())`,
      trouble: null,
      holdUntil: null,
      relayFailures: 0,
    });
    tx.enqueue('newsletter.send', { campaignId }, { singletonKey: String(campaignId) });
  });
}

/**
 * Ends a send for good, at once: no sender begins anybody after this commit. The readers who are left are struck off
 * in steps (`strikeOffCancelled`), for there may be a million.
 */
export async function cancelCampaign(ctx: Ctx, { campaignId }: OnCampaign): Promise<void> {
  authorise(ctx.actor, 'send-newsletter');
  await transact(ctx, async (tx) => {
    await changeState(tx, 'cancel', campaignId, {
      state: 'cancelled',
      finishedAt: sql`case when ${campaigns.audience} is null then clock() end`,
      trouble: null,
      holdUntil: null,
    });
  });
  await strikeOffCancelled(ctx);
}

/**
 * Puts readers whose mail is `unknown` back into the queue, by a person's decision: some may get a second copy, with the
 * same Message-ID. Returns how many.
 */
export async function resendUnknown(ctx: Ctx, { campaignId }: OnCampaign): Promise<{ readers: number }> {
  authorise(ctx.actor, 'send-newsletter');
  return transact(ctx, async (tx) => {
    const before = await changeState(tx, 'resend', campaignId, {
      state: sql`case when ${campaigns.state} = 'finished' then 'sending' else ${campaigns.state} end`,
      finishedAt: null,
      tally: null,
    });
    const again = await tx.db.execute(sql`
      update deliveries set state = 'pending', lease = null, attempts = 0, next_try_at = clock(), updated_at = clock()
      where campaign_id = ${campaignId} and state = 'unknown'`);
    if (again.count === 0) throw Conflict('No mail of this issue is in doubt any more.');
    if (before.state !== 'paused')
      tx.enqueue('newsletter.send', { campaignId }, { singletonKey: String(campaignId) });
    return { readers: again.count };
  });
}

/** Changes an issue that is on its way, from whatever version: there is only one order of stop and go. */
async function changeState(
  tx: Work,
  act: CampaignAct,
  campaignId: number,
  change: { [K in keyof Campaign]?: Campaign[K] | ReturnType<typeof sql> },
): Promise<Pick<Campaign, 'state'>> {
  const [before] = await tx.db
    .select({ state: campaigns.state })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for('update');
  if (!before) throw NotFound('This issue does not exist, or no longer does.');
  const [changed] = await tx.db
    .update(campaigns)
    .set({ ...change, version: sql`${campaigns.version} + 1` })
    .where(and(eq(campaigns.id, campaignId), inArray(campaigns.state, [...campaignActs[act]])))
    .returning({ state: campaigns.state });
  if (!changed) throw Conflict(`This issue is ${before.state}, so that cannot be done to it now.`);
  tx.record(act, 'campaign', campaignId, { before, after: { state: changed.state } });
  tx.stale(cacheTags.campaign(campaignId), cacheTags.lists);
  return before;
}

async function instantOf(tx: Work, local: string): Promise<Date> {
  const { timeZone } = await readSettings(tx);
  const meant = zonedTime(local, timeZone);
  const fields = { local: 'There is no such time.' };
  if (!meant) throw Invalid('There is no such day or time. Check the date.', { fields });
  if (meant.happens === 'never')
    throw Invalid('Clocks go forward in that hour, so this time does not exist. Choose one an hour later.', {
      fields,
    });
  return meant.happens === 'twice' ? meant.first : meant.at;
}
