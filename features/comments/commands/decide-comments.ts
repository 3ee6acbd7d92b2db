import { inArray, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { type commentLesson, comments } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { NotFound } from '@/lib/errors';
import type { DecideComments } from '../input';
import type { CommentState } from '../queries';

export interface Decided {
  id: number;
  /** What it was, so that the desk can undo. */
  before: CommentState;
}

/**
 * Approves, holds, marks as spam or deletes comments; deciding again is how a decision is undone. Counts of the stories
 * and of the commenters move with it in the same transaction. Throws NotFound when none of the ids exists.
 */
export async function decideComments(
  ctx: Ctx,
  { ids, state }: DecideComments,
): Promise<{ decided: Decided[] }> {
  authorise(ctx.actor, 'moderate-comments');
  return transact(ctx, async (tx) => {
    const before = await tx.db
      .select({
        id: comments.id,
        state: comments.state,
        articleId: comments.articleId,
        commenterId: comments.commenterId,
      })
      .from(comments)
      .where(inArray(comments.id, ids))
      .orderBy(comments.id)
      .for('update');
    if (before.length === 0) throw NotFound('None of these comments exists any more.');
    const changed = before.filter((comment) => comment.state !== state);
    if (changed.length === 0) return { decided: [] };
    const decidedBy = tx.actor.kind === 'staff' ? tx.actor.id : null;
    await tx.db
      .update(comments)
      .set({ state, decidedAt: tx.now, decidedBy, lesson: lessonOf[state] })
      .where(
        inArray(
          comments.id,
          changed.map(({ id }) => id),
        ),
      );
    tx.enqueue('comments.learn', {}, { singletonKey: 'filter' });
    await moveCounts(tx, changed, state);
    for (const { id, articleId, state: was } of changed) {
      tx.stale(cacheTags.comments(articleId), cacheTags.article(articleId));
      // Taken down: no page that showed it goes out again, not even as the last good one.
      if (was === 'approved') tx.stale(cacheTags.gone(cacheTags.comments(articleId)));
      tx.record(verbOf[state], 'comment', id, { before: { state: was }, after: { state } });
    }
    return { decided: changed.map(({ id, state: was }) => ({ id, before: was })) };
  });
}

/** What was deleted may be spam or a quarrel, so nothing is learned from it. */
const lessonOf = { approved: 'good', spam: 'spam', held: null, deleted: null } as const satisfies Record<
  CommentState,
  (typeof commentLesson.enumValues)[number] | null
>;

const verbOf = {
  approved: 'approve-comment',
  held: 'hold-comment',
  spam: 'mark-spam',
  deleted: 'delete-comment',
} as const satisfies Record<CommentState, string>;

interface Changed {
  state: CommentState;
  articleId: number;
  commenterId: number | null;
}

/** Adds to, or takes from, the counts of approved comments: one statement each, however many changed. */
async function moveCounts(tx: Work, changed: Changed[], state: CommentState): Promise<void> {
  const moves = changed
    .map((comment) => ({
      ...comment,
      by: Number(state === 'approved') - Number(comment.state === 'approved'),
    }))
    .filter(({ by }) => by !== 0);
  if (moves.length === 0) return;
  const list = JSON.stringify(moves);
  await tx.db.execute(sql`
    update articles a set comment_count = a.comment_count + m.by from (
      select ("articleId")::bigint as id, sum(by)::int as by from jsonb_to_recordset(${list}::jsonb) as x("articleId" bigint, by int) group by 1
    ) m where a.id = m.id`);
  await tx.db.execute(sql`
    update commenters c set approved_count = greatest(0, c.approved_count + m.by) from (
      select ("commenterId")::bigint as id, sum(by)::int as by from jsonb_to_recordset(${list}::jsonb) as x("commenterId" bigint, by int) group by 1
    ) m where c.id = m.id`);
}
