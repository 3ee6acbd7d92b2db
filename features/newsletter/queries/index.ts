export { type ArchivedIssue, findIssue, listArchive } from './archive';
export { countAudience } from './audience';
export { findPreferences, listLists, listListsByIds, type NewsletterList, type Preferences } from './lists';
export { listAnswers, talliesOf, tallyOf } from './progress';
export { type ChoosableStory, listStoriesByIds, searchStories } from './stories';
