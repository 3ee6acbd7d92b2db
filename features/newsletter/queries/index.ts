export { type ArchivedIssue, findIssue, listArchive } from './archive';
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
export { findPreferences, listLists, listListsByIds, type NewsletterList } from './lists';
export { listPlannedIssues } from './planned';
export { listAnswers } from './progress';
export { type ChoosableStory, listStoriesByIds, searchStories } from './stories';
