export { decideComments } from './decide-comments';
export { forgetRareSigns } from './forget-rare-signs';
export { learnFromDecisions } from './learn-from-decisions';
export { postComment } from './post-comment';
export { purgeSubmissions } from './purge-submissions';
export { saveWordLists } from './save-word-lists';
export { submitComment } from './submit-comment';
export { tryComment } from './try-comment';
