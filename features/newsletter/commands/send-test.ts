import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { campaigns, lists } from '@/db/schema';
import { mailInForce, readSettings } from '@/features/settings/queries';
import { authorise } from '@/features/users/rules';
import { Forbidden, Invalid, NotFound, Unavailable } from '@/lib/errors';
import { senderOf, submitMail } from '@/lib/mailer';
import { isSubmitError } from '@/lib/mailer/submit-error';
import type { OnCampaign } from '../input';
import { gatherIssue, renderIssue } from './sending/issue-content';
import { mailWriter } from './sending/personalise';

/** Sends an issue as it stands to the person who asks, and to nobody else. Its unsubscribe links lead to nobody. */
export async function sendTest(ctx: Ctx, { campaignId }: OnCampaign): Promise<{ to: string }> {
  authorise(ctx.actor, 'compose-newsletter');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw Forbidden();
  const [row] = await ctx.db
    .select({ campaign: campaigns, list: lists })
    .from(campaigns)
    .innerJoin(lists, eq(lists.id, campaigns.listId))
    .where(eq(campaigns.id, campaignId));
  if (!row) throw NotFound('This issue does not exist, or no longer does.');
  const { campaign, list } = row;
  const content = await gatherIssue(ctx, campaign);
  if (content.stories.length === 0 && content.introHtml === '')
    throw Invalid('Choose a story or write an introduction first.');
  const [{ siteName, newsletterFromName, newsletterReplyTo }, via] = await Promise.all([
    readSettings(ctx),
    mailInForce(ctx),
  ]);
  const write = mailWriter({
    campaignId,
    list,
    subject: `[Test] ${campaign.subject || 'No subject yet'}`,
    from: senderOf(via, siteName, newsletterFromName),
    replyTo: newsletterReplyTo,
    ...(await renderIssue(content, campaignId)),
  });
  try {
    await submitMail(via, await write({ subscriberId: 0, email: actor.email }));
  } catch (error) {
    if (isSubmitError(error))
      throw Unavailable(`The mail server did not take it: ${error.answer}`, { cause: error });
    throw error;
  }
  return { to: actor.email };
}
