export { type ArchivedIssue, findIssue, listArchive } from './archive';
export { countAudience } from './audience';
export {
  type CampaignForDesk,
  type CampaignSummary,
  findCampaign,
  type ListForDesk,
  listCampaigns,
  listListsForDesk,
  listSubscribers,
  type SubscriberRow,
} from './desk';
export { findPreferences, listLists, listListsByIds, type NewsletterList, type Preferences } from './lists';
export { listAnswers, talliesOf, tallyOf } from './progress';
export { type ChoosableStory, listStoriesByIds, searchStories } from './stories';
