import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { campaigns } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import type { OnCampaign, SaveCampaign, StorySearch } from '../input';
import { type ChoosableStory, searchStories } from '../queries/stories';
import { saveCampaign } from './compose';
import { type Inspection, inspectIssue } from './sending/inspect-issue';
import { gatherIssue } from './sending/issue-content';

/** What the page that composes an issue shows beside it. */
export type Preview = Inspection;

/** Saves a draft and shows at once what it has become: one trip for somebody who types. */
export async function composeCampaign(
  ctx: Ctx,
  draft: SaveCampaign,
): Promise<{ version: number; savedAt: Date; preview: Preview }> {
  return transact(ctx, async (tx) => {
    const saved = await saveCampaign(tx, draft);
    return { ...saved, preview: await previewCampaign(tx, draft) };
  });
}

/** An issue as it would go out now, and what stands in its way. Changes nothing. */
export async function previewCampaign(ctx: Ctx, { campaignId }: OnCampaign): Promise<Preview> {
  authorise(ctx.actor, 'compose-newsletter');
  const [campaign] = await ctx.db.select().from(campaigns).where(eq(campaigns.id, campaignId));
  if (!campaign) throw NotFound('This issue does not exist, or no longer does.');
  return inspectIssue(ctx, campaign, await gatherIssue(ctx, campaign));
}

/** Live stories to choose from. */
export async function findStories(ctx: Ctx, { words }: StorySearch): Promise<ChoosableStory[]> {
  authorise(ctx.actor, 'compose-newsletter');
  return searchStories(ctx, { words });
}
