import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { campaigns, lists } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Conflict, Invalid, NotFound } from '@/lib/errors';
import type { CreateCampaign, OnCampaignVersion, SaveCampaign } from '../input';
import { type CampaignAct, campaignActs } from '../rules';

/** Begins an issue for a list (the first one unless said). Throws Invalid when there is no list yet. */
export async function createCampaign(ctx: Ctx, { listId }: CreateCampaign): Promise<{ id: number }> {
  authorise(ctx.actor, 'compose-newsletter');
  return transact(ctx, async (tx) => {
    const [list] = await tx.db
      .select({ id: lists.id })
      .from(lists)
      .where(listId ? eq(lists.id, listId) : undefined)
      .orderBy(asc(lists.position), asc(lists.id))
      .limit(1);
    if (!list) throw Invalid('Make a list first: an issue goes to the readers of one.');
    const createdBy = tx.actor.kind === 'staff' ? tx.actor.id : null;
    const [campaign] = await tx.db
      .insert(campaigns)
      .values({ listId: list.id, createdBy, createdAt: tx.now, savedAt: tx.now })
      .returning({ id: campaigns.id });
    if (!campaign) throw new Error('an insert returned no row');
    tx.record('create', 'campaign', campaign.id);
    return campaign;
  });
}

/**
 * Saves a draft. `version` is that of the state it was edited from: when somebody else saved in between, nothing is
 * written and Conflict carries theirs.
 */
export async function saveCampaign(
  ctx: Ctx,
  { campaignId, version, ...content }: SaveCampaign,
): Promise<{ version: number; savedAt: Date }> {
  authorise(ctx.actor, 'compose-newsletter');
  return transact(ctx, async (tx) => {
    await requireList(tx, content.listId);
    const saved = await changeVersion(tx, 'save', { campaignId, version }, { ...content, savedAt: tx.now });
    return { version: saved.version, savedAt: saved.savedAt };
  });
}

/** Throws a draft away for good. What was sent stays. */
export async function removeCampaign(ctx: Ctx, { campaignId, version }: OnCampaignVersion): Promise<void> {
  authorise(ctx.actor, 'compose-newsletter');
  await transact(ctx, async (tx) => {
    const before = await changeVersion(tx, 'remove', { campaignId, version }, {});
    await tx.db.delete(campaigns).where(eq(campaigns.id, campaignId));
    tx.record('remove', 'campaign', campaignId, { before: { subject: before.subject } });
  });
}

/**
 * The one way an issue's own columns are changed by a person: only from a state in which `act` may be done and only from
 * the version that person saw, so that two tabs or two clicks never do it twice. Throws NotFound or Conflict.
 */
export async function changeVersion(
  tx: Work,
  act: CampaignAct,
  { campaignId, version }: OnCampaignVersion,
  change: Partial<typeof campaigns.$inferInsert>,
): Promise<typeof campaigns.$inferSelect> {
  const [changed] = await tx.db
    .update(campaigns)
    .set({ ...change, version: sql`${campaigns.version} + 1` })
    .where(
      and(
        eq(campaigns.id, campaignId),
        eq(campaigns.version, version),
        inArray(campaigns.state, [...campaignActs[act]]),
      ),
    )
    .returning();
  if (changed) return changed;
  const [theirs] = await tx.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!theirs) throw NotFound('This issue does not exist, or no longer does.');
  if (theirs.version === version)
    throw Conflict(`This issue is ${theirs.state}, so that cannot be done to it now.`);
  const { subject, previewText, intro, articleIds, state } = theirs;
  throw Conflict(
    state === 'draft'
      ? 'Somebody saved this issue after you opened it. Reload the page to see their version; copy what you changed first.'
      : `This issue is ${state} by now. Reload the page to see how it stands.`,
    { detail: { theirs: { subject, previewText, intro, articleIds, state, version: theirs.version } } },
  );
}

async function requireList(tx: Work, listId: number): Promise<void> {
  const [list] = await tx.db.select({ id: lists.id }).from(lists).where(eq(lists.id, listId));
  if (!list)
    throw Invalid('That list does not exist any more. Choose another.', {
      fields: { listId: 'Choose a list.' },
    });
}
