export { type DiscussedArticle, findDiscussedArticle } from './discussion';
export { countQueues, listQueue, parseQueueCursor, type QueuedComment, type QueuePage } from './queue';
export { findSubmission, type Submission } from './submission';
export {
  findThreadPage,
  findVisibleComment,
  type ShownComment,
  type ThreadPage,
} from './thread';
export type { CommentState } from './types';
export { findWordLists } from './word-lists';
