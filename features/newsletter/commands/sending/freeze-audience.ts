import { eq, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { campaigns } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import type { Campaign } from '../../rules';
import { gatherIssue, renderIssue } from './issue-content';

/**
 * Settles once and for all what a started issue says and who gets it: the text of this moment, and one row in
 * `deliveries` for each confirmed subscriber of the list, in one statement however many there are. Suppressed addresses
 * are in the ledger as such, so that the numbers add up. Repeating it changes nothing. Returns whether there is
 * something to send; an issue without anything to say is held with its reason.
 */
export async function freezeAudience(ctx: Ctx, campaignId: number): Promise<boolean> {
  authorise(ctx.actor, 'send-newsletter');
  return transact(ctx, async (tx) => {
    const [campaign] = await tx.db.select().from(campaigns).where(eq(campaigns.id, campaignId)).for('update');
    if (campaign?.state !== 'sending') return false;
    if (campaign.audience !== null) return true;
    const content = await gatherIssue(tx, campaign);
    if (content.stories.length === 0 && content.introHtml === '') return hold(tx, campaign);
    const { html, text } = await renderIssue(content, campaignId);
    const audience = await insertDeliveries(tx, campaign);
    await tx.db
      .update(campaigns)
      .set({ audience, content, html, text, trouble: null })
      .where(eq(campaigns.id, campaignId));
    tx.stale(cacheTags.campaign(campaignId), cacheTags.lists);
    return true;
  });
}

async function hold(tx: Work, campaign: Campaign): Promise<false> {
  await tx.db
    .update(campaigns)
    .set({
      state: 'paused',
      trouble:
        'None of its stories is live any more and it has no introduction, so there is nothing to send. Cancel it and compose a new issue.',
    })
    .where(eq(campaigns.id, campaign.id));
  return false;
}

/** About 20 s for a million: longer than a page may ask for, so this transaction has a limit of its own. */
async function insertDeliveries(tx: Work, { id, listId }: Campaign): Promise<number> {
  await tx.db.execute(sql`set local statement_timeout = '180s'`);
  const inserted = await tx.db.execute(sql`
    insert into deliveries (campaign_id, subscriber_id, email, domain, state, next_try_at, answer, updated_at)
    select ${id}::bigint, s.id, s.email, split_part(lower(s.email), '@', 2),
      case when x.email_hash is null then 'pending' else 'suppressed' end::delivery_state, clock(), x.reason, clock()
    from subscriptions sub
    join subscribers s on s.id = sub.subscriber_id
    left join suppressions x on x.email_hash = s.email_hash
    where sub.list_id = ${listId} and sub.state = 'confirmed'
    on conflict do nothing`);
  return inserted.count;
}
