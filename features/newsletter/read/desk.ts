import { may, type Verb } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import {
  findCampaign,
  listAnswers,
  listCampaigns,
  listListsForDesk,
  listPlannedIssues,
  listStoriesByIds,
  listSubscribers,
  searchStories,
} from '../queries';

/** The signed-in person's context; null when she may not do `verb`. */
async function contextFor(verb: Verb) {
  const ctx = await deskContext();
  return may(ctx.actor, verb) ? ctx : null;
}

/** The list of issues; null for somebody who may not see it. */
export async function readCampaigns(before?: number) {
  const ctx = await contextFor('compose-newsletter');
  if (!ctx) return null;
  const [page, lists] = await Promise.all([listCampaigns(ctx, { before }), listListsForDesk(ctx)]);
  return { ...page, lists };
}

/** Issues that go out at a time, for the schedule; none for who composes none. */
export async function readPlannedIssues() {
  const ctx = await contextFor('compose-newsletter');
  return ctx ? listPlannedIssues(ctx) : [];
}

/**
 * One issue with what its page needs: for a draft the lists, its stories and the newest to choose from; for one on its
 * way the servers' answers. `missing` when there is none of that number, null for somebody who may not see it.
 */
export async function readCampaign(campaignId: number) {
  const ctx = await contextFor('compose-newsletter');
  if (!ctx) return null;
  const found = await findCampaign(ctx, campaignId);
  if (!found) return 'missing' as const;
  const maySend = may(ctx.actor, 'send-newsletter');
  const [lists, stories, newest, answers] = await Promise.all([
    listListsForDesk(ctx),
    listStoriesByIds(ctx, found.campaign.articleIds),
    searchStories(ctx, { words: '' }),
    listAnswers(ctx, campaignId),
  ]);
  return { ...found, lists, stories, newest, answers, maySend, ownEmail: ctx.actor.email };
}

export async function readListsForDesk() {
  const ctx = await contextFor('compose-newsletter');
  return ctx && { lists: await listListsForDesk(ctx), mayEdit: may(ctx.actor, 'edit-lists') };
}

export async function readSubscribers(page: { matching?: string; before?: number }) {
  const ctx = await contextFor('read-subscribers');
  if (!ctx) return null;
  const [found, lists] = await Promise.all([listSubscribers(ctx, page), listListsForDesk(ctx)]);
  return { ...found, lists, mayEdit: may(ctx.actor, 'edit-subscribers') };
}
