import { desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns, lists } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import type { Campaign, SubscriptionState, Tally } from '../rules';
import { listLists, type NewsletterList } from './lists';
import { talliesOf } from './progress';

const pageSize = 30;

const summaryColumns = {
  id: campaigns.id,
  subject: campaigns.subject,
  listName: lists.name,
  state: campaigns.state,
  createdAt: campaigns.createdAt,
  savedAt: campaigns.savedAt,
  dueAt: campaigns.dueAt,
  startedAt: campaigns.startedAt,
  finishedAt: campaigns.finishedAt,
  audience: campaigns.audience,
  tally: campaigns.tally,
  trouble: campaigns.trouble,
};

export interface CampaignSummary {
  id: number;
  subject: string;
  listName: string;
  state: Campaign['state'];
  createdAt: Date;
  savedAt: Date;
  dueAt: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  audience: number | null;
  /** Counted now while the issue is on its way, as it ended otherwise. */
  tally: Tally;
  trouble: string | null;
}

/** Issues, the newest first, `before` the id of the last one shown. By index `campaigns_newest`. */
export async function listCampaigns(
  ctx: Ctx,
  { before }: { before?: number } = {},
): Promise<{ campaigns: CampaignSummary[]; nextBefore: number | null }> {
  authorise(ctx.actor, 'compose-newsletter');
  const last = before
    ? sql`(${campaigns.createdAt}, ${campaigns.id}) < (select created_at, id from campaigns where id = ${before})`
    : undefined;
  const rows = await ctx.db
    .select(summaryColumns)
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(last)
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(pageSize + 1);
  const shown = rows.slice(0, pageSize);
  const moving = shown
    .filter(({ audience, tally }) => audience !== null && tally === null)
    .map(({ id }) => id);
  const tallies = await talliesOf(ctx, moving);
  return {
    campaigns: shown.map((row) => ({ ...row, tally: row.tally ?? tallies.get(row.id) ?? {} })),
    nextBefore: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}

export interface CampaignForDesk {
  campaign: Campaign;
  listName: string;
  tally: Tally;
}

/** One issue whole, with its deliveries counted; null when there is none. */
export async function findCampaign(ctx: Ctx, campaignId: number): Promise<CampaignForDesk | null> {
  authorise(ctx.actor, 'compose-newsletter');
  const [row] = await ctx.db
    .select({ campaign: campaigns, listName: lists.name })
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(eq(campaigns.id, campaignId));
  if (!row) return null;
  const { audience, tally } = row.campaign;
  const counted = tally ?? (audience === null ? {} : (await talliesOf(ctx, [campaignId])).get(campaignId));
  return { ...row, tally: counted ?? {} };
}

export interface ListForDesk extends NewsletterList {
  readers: number;
  unconfirmed: number;
  unsubscribed: number;
}

/** Every list with how many read it. Counts by index `subscriptions_audience`. */
export async function listListsForDesk(ctx: Ctx): Promise<ListForDesk[]> {
  authorise(ctx.actor, 'compose-newsletter');
  const [all, counts] = await Promise.all([
    listLists(ctx),
    ctx.db.execute<{ list_id: string; state: SubscriptionState; n: string }>(
      sql`select list_id, state, count(*) as n from subscriptions group by list_id, state`,
    ),
  ]);
  const count = (listId: number, state: SubscriptionState) =>
    Number(counts.find((row) => Number(row.list_id) === listId && row.state === state)?.n ?? 0);
  return all.map((list) => ({
    ...list,
    readers: count(list.id, 'confirmed'),
    unconfirmed: count(list.id, 'unconfirmed'),
    unsubscribed: count(list.id, 'unsubscribed'),
  }));
}

export interface SubscriberRow {
  id: number;
  email: string;
  createdAt: Date;
  /** Names of lists by what the reader is to them. */
  lists: { name: string; state: SubscriptionState }[];
  suppressed: string | null;
}

const subscribersPerPage = 50;

/**
 * Readers, the newest first, `before` the id of the last one shown; with `matching` those whose address, or its domain,
 * begins with it. By primary key, or `subscribers_email_prefix` and `subscribers_domain_prefix`.
 */
export async function listSubscribers(
  ctx: Ctx,
  { matching = '', before }: { matching?: string; before?: number },
): Promise<{ subscribers: SubscriberRow[]; nextBefore: number | null }> {
  authorise(ctx.actor, 'read-subscribers');
  const begins = `${matching
    .trim()
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await ctx.db.execute<
    Omit<SubscriberRow, 'id' | 'createdAt'> & { id: string; created_at: string }
  >(sql`
    with page as materialized (
      select id, email, email_hash, created_at from subscribers
      where email not like '%@erased.invalid'
        and ${before ? sql`id < ${before}` : sql`true`}
        and ${matching ? sql`(lower(email) like ${begins} or split_part(lower(email), '@', 2) like ${begins})` : sql`true`}
      order by id desc limit ${subscribersPerPage + 1})
    select p.id, p.email, p.created_at, x.reason as suppressed,
      coalesce((select jsonb_agg(jsonb_build_object('name', l.name, 'state', s.state) order by l.position, l.id)
        from subscriptions s join lists l on l.id = s.list_id where s.subscriber_id = p.id), '[]') as lists
    from page p left join suppressions x on x.email_hash = p.email_hash
    order by p.id desc`);
  const shown = rows.slice(0, subscribersPerPage).map(({ id, created_at, ...row }) => ({
    ...row,
    id: Number(id),
    createdAt: new Date(created_at),
  }));
  return {
    subscribers: shown,
    nextBefore: rows.length > subscribersPerPage ? (shown.at(-1)?.id ?? null) : null,
  };
}
