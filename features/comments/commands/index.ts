export { decideComments } from './decide-comments';
export { postComment } from './post-comment';
export { purgeSubmissions } from './purge-submissions';
export { submitComment } from './submit-comment';
