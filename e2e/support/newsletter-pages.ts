import {
  addSubscriber,
  createCampaign,
  saveCampaign,
  saveList,
  scheduleCampaign,
} from '@/features/newsletter/commands';
import {
  addSubscriberInput,
  listInput,
  saveCampaignInput,
  scheduleCampaignInput,
} from '@/features/newsletter/input';
import { confirmToken, preferencesToken, unsubscribeToken } from '@/features/newsletter/links';
import { type Newsroom, unique } from './newsroom';

/** The pages that letters lead a reader to, and the issue of one story that she was sent. */
export async function newsletterPages({ ctx }: Newsroom, articleId: number): Promise<string[]> {
  const { id: listId } = await saveList(ctx, listInput.parse({ name: `Letter ${unique()}` }));
  const reader = { email: `page-${unique()}@reader.example`, listId, consent: 'On paper.' };
  const { id: subscriberId } = await addSubscriber(ctx, addSubscriberInput.parse(reader));
  const { id: campaignId } = await createCampaign(ctx, { listId });
  const issue = { campaignId, listId, version: 1, subject: `Issue ${unique()}`, articleIds: [articleId] };
  const { version } = await saveCampaign(ctx, saveCampaignInput.parse(issue));
  await scheduleCampaign(ctx, scheduleCampaignInput.parse({ campaignId, version }));

  const askedAt = Math.floor(Date.now() / 1000);
  const preferences = `/newsletter/preferences/${preferencesToken(subscriberId)}`;
  const unsubscribe = `/newsletter/unsubscribe/${unsubscribeToken(subscriberId, listId)}`;
  return [
    `/newsletter/issues/${campaignId}`,
    `/newsletter/confirm/${confirmToken({ subscriberId, askedAt, listIds: [listId] })}`,
    preferences,
    `${preferences}/saved`,
    unsubscribe,
    `${unsubscribe}/done`,
  ];
}
