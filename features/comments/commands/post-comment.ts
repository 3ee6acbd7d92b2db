import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles, comments, submissions } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { cacheTags } from '@/lib/cache-tags';
import { NotFound } from '@/lib/errors';
import type { PostComment } from '../input';
import { nonceFits } from '../nonce';
import { findDiscussedArticle, findVisibleComment, type Submission } from '../queries';
import { isOpen, judge, replyDepth, type Verdict } from '../rules';
import { gatherFacts } from './gather-facts';

/** The submission is there but cannot be posted as it stands: its own page says why. */
const showAgain = (id: string) => ({ id, posted: false });

/**
 * Decides a previewed submission (C2, C3): stores the comment once, whatever is clicked twice, as approved, held or spam.
 * Open to everybody who holds the preview's nonce. `posted` is false when the preview has to be looked at again.
 */
export async function postComment(
  ctx: Ctx,
  { id, nonce }: PostComment,
): Promise<{ id: string; posted: boolean }> {
  return transact(ctx, async (tx) => {
    const submission = await lockSubmission(tx, id);
    if (submission.state === 'posted') return { id, posted: true };
    if (!nonceFits(nonce, submission)) return showAgain(id);
    const article = await findDiscussedArticle(tx, submission.articleId);
    if (!article) throw NotFound('This story is no longer here, so the comment cannot be posted.');
    const settings = await readSettings(tx);
    if (Object.keys(submission.errors).length > 0) return showAgain(id);
    if (!isOpen(article, settings.commentsCloseAfterDays, tx.now)) return markFault(tx, id, 'closed');
    const facts = await gatherFacts(tx, submission, settings);
    const place = await findPlace(tx, submission);
    if (place === null) return markFault(tx, id, 'parentGone');
    await storeComment(tx, submission, judge(facts), place);
    await tx.db.update(submissions).set({ state: 'posted' }).where(eq(submissions.id, id));
    return { id, posted: true };
  });
}

async function lockSubmission(tx: Work, id: string): Promise<Submission> {
  const [row] = await tx.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.id, id), sql`${submissions.expiresAt} > clock()`))
    .for('update');
  if (!row)
    throw NotFound('This comment has waited for over an hour and is gone. Start again under the story.');
  return row;
}

async function markFault(tx: Work, id: string, fault: 'closed' | 'parentGone') {
  await tx.db
    .update(submissions)
    .set({ errors: { form: fault } })
    .where(eq(submissions.id, id));
  return showAgain(id);
}

interface Place {
  parentId: number | null;
  threadId: number | null;
  depth: number;
}

async function findPlace(tx: Work, { parentId, articleId }: Submission): Promise<Place | null> {
  if (parentId === null) return { parentId: null, threadId: null, depth: 0 };
  const parent = await findVisibleComment(tx, parentId);
  if (parent?.articleId !== articleId) return null;
  return { parentId, threadId: parent.threadId, depth: replyDepth(parent.depth) };
}

async function storeComment(
  tx: Work,
  submission: Submission,
  { state, reasons }: Verdict,
  place: Place,
): Promise<void> {
  const staff = tx.actor.kind === 'staff' ? tx.actor : null;
  const [comment] = await tx.db
    .insert(comments)
    .values({
      articleId: submission.articleId,
      ...place,
      commenterId: staff ? null : await findOrAddCommenter(tx, submission),
      userId: staff?.id ?? null,
      submissionId: submission.id,
      name: submission.name,
      body: submission.body,
      state,
      reasons,
      networkHash: submission.networkHash,
      createdAt: tx.now,
    })
    .returning({ id: comments.id });
  if (!comment) throw new Error('insert into comments returned nothing');
  if (place.threadId === null)
    await tx.db.update(comments).set({ threadId: comment.id }).where(eq(comments.id, comment.id));
  if (state !== 'approved') return;
  await tx.db
    .update(articles)
    .set({ commentCount: sql`${articles.commentCount} + 1` })
    .where(eq(articles.id, submission.articleId));
  tx.stale(cacheTags.comments(submission.articleId), cacheTags.article(submission.articleId));
}

/** The name stays as first given: a typed address must not rename somebody else. */
async function findOrAddCommenter(tx: Work, { email, name }: Submission): Promise<number> {
  const [row] = await tx.db.execute<{ id: string }>(sql`
    insert into commenters (email, name) values (${email}, ${name})
    on conflict (lower(email)) do update set email = commenters.email returning id`);
  if (!row) throw new Error('upsert of a commenter returned nothing');
  return Number(row.id);
}
