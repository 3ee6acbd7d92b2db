import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { readSite } from '@/features/settings/read';
import { may } from '@/features/users/rules';
import { currentActor, deskContext } from '@/features/users/session';
import { cacheTags } from '@/lib/cache-tags';
import { answer, goodUntil, keepPrivate, touch } from '@/lib/press-notes';
import { previewNonce } from './nonce';
import {
  type CommentState,
  countQueues,
  findDiscussedArticle,
  findSubmission,
  findThreadPage,
  findVisibleComment,
  findWordLists,
  listQueue,
  parseQueueCursor,
  type ThreadPage,
} from './queries';
import { closesAt, type Discussion, isOpen } from './rules';

const readerContext = () => readContext(database(), { kind: 'reader' });

/**
 * One page of a live story's discussion and whether it is open; `after` is the address's own word, read leniently. The
 * page turns by itself when the discussion closes.
 */
export async function readThread(
  articleId: number,
  discussion: Discussion,
  after?: string,
): Promise<ThreadPage & { open: boolean }> {
  touch(cacheTags.comments(articleId), cacheTags.settings);
  const ctx = readerContext();
  const [{ commentsCloseAfterDays }, page] = await Promise.all([
    readSite(),
    findThreadPage(ctx, articleId, parseThreadCursor(after)),
  ]);
  const open = isOpen(discussion, commentsCloseAfterDays, ctx.now);
  if (open) goodUntil(closesAt(discussion, commentsCloseAfterDays));
  return { ...page, open };
}

const parseThreadCursor = (after: string | undefined) => (/^\d{1,15}$/.test(after ?? '') ? Number(after) : 0);

/** What a visitor typed, by its unguessable id: never cached, never for anybody else. Null (and 404) when its hour is over. */
export async function readSubmission(id: string) {
  keepPrivate();
  const submission = uuid.test(id) ? await findSubmission(readerContext(), id) : null;
  const article = submission && (await findDiscussedArticle(readerContext(), submission.articleId));
  if (!submission || !article) {
    answer(404);
    return null;
  }
  const parent =
    submission.parentId === null ? null : await findVisibleComment(readerContext(), submission.parentId);
  const staff = (await currentActor()).kind === 'staff';
  return { submission, article, parent, staff, nonce: previewNonce(submission) };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The comment a reader wants to answer, with its story; null (and 404) when it is not visible or the story is closed. */
export async function readReplyTarget(id: string) {
  const ctx = readerContext();
  const parent = /^\d{1,15}$/.test(id) ? await findVisibleComment(ctx, Number(id)) : null;
  const article = parent && (await findDiscussedArticle(ctx, parent.articleId));
  if (!parent || !article) {
    keepPrivate();
    answer(404);
    return null;
  }
  touch(cacheTags.comments(article.id), cacheTags.article(article.id), cacheTags.settings);
  const { commentsCloseAfterDays } = await readSite();
  return { parent, article, open: isOpen(article, commentsCloseAfterDays, ctx.now) };
}

/** The moderators' list: one state's comments and how many wait; null for who is none. */
export async function readQueue(state: CommentState, before?: string) {
  const ctx = await deskContext();
  if (!may(ctx.actor, 'moderate-comments')) return null;
  const [page, counts] = await Promise.all([
    listQueue(ctx, state, parseQueueCursor(before)),
    countQueues(ctx),
  ]);
  return { ...page, counts };
}

/** How many comments wait for a moderator; null for who is none. */
export async function readHeldCount(): Promise<number | null> {
  const ctx = await deskContext();
  return may(ctx.actor, 'moderate-comments') ? (await countQueues(ctx)).held : null;
}

/** Both lists of words for a moderator; null for everybody else. */
export async function readWordLists() {
  const ctx = await deskContext();
  return may(ctx.actor, 'moderate-comments') ? findWordLists(ctx) : null;
}
