import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { comments, submissions } from '@/db/schema';
import type { CommentState } from './types';

export type Submission = typeof submissions.$inferSelect;

/** A pending or posted submission that has not run out (one hour), with what became of it. */
export async function findSubmission(
  ctx: Ctx,
  id: string,
): Promise<(Submission & { commentId: number | null; commentState: CommentState | null }) | null> {
  const [row] = await ctx.db
    .select({ submission: submissions, commentId: comments.id, commentState: comments.state })
    .from(submissions)
    .leftJoin(comments, eq(comments.submissionId, submissions.id))
    .where(and(eq(submissions.id, id), sql`${submissions.expiresAt} > clock()`));
  return row ? { ...row.submission, commentId: row.commentId, commentState: row.commentState } : null;
}
