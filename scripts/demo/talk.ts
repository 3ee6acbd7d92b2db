import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { comments } from '@/db/schema';
import { decideComments, postComment, submitComment } from '@/features/comments/commands';
import { submitCommentInput } from '@/features/comments/input';
import { previewNonce } from '@/features/comments/nonce';
import { findSubmission } from '@/features/comments/queries';
import { slugify } from '@/lib/slug';
import type { DemoComment } from './comments';

/** Posts threads the way readers do (type, preview, post), approves them, and spreads them over the days since. */
export async function makeThreads(ctx: Ctx, articleId: number, threads: DemoComment[]): Promise<number> {
  const posted = await postAll(ctx, articleId, null, threads);
  await ctx.db.execute(sql`
    update comments c set created_at = a.first_live_at + (clock() - a.first_live_at) * (0.1 + 0.8 * n.at / ${posted})
    from articles a, (select id, row_number() over (order by id) as at from comments where article_id = ${articleId}) n
    where a.id = ${articleId} and n.id = c.id`);
  return posted;
}

async function postAll(
  ctx: Ctx,
  articleId: number,
  parentId: number | null,
  list: DemoComment[],
): Promise<number> {
  let posted = 0;
  for (const { name, body, held, replies = [] } of list) {
    const id = await post(ctx, { articleId, parentId, name, body });
    if (!held) await decideComments(ctx, { ids: [id], state: 'approved' });
    posted += 1 + (await postAll(ctx, articleId, id, replies));
  }
  return posted;
}

async function post(
  ctx: Ctx,
  typed: { articleId: number; parentId: number | null; name: string; body: string },
): Promise<number> {
  const reader: Ctx = { ...ctx, actor: { kind: 'reader' } };
  const email = `${slugify(typed.name)}@readers.example`;
  const { id } = await submitComment(
    reader,
    submitCommentInput.parse({ ...typed, email, networkHash: null }),
  );
  const submission = await findSubmission(reader, id);
  if (!submission) throw new Error('a submission that was made cannot be found');
  await postComment(reader, { id, nonce: previewNonce(submission), networkHash: null });
  const [row] = await ctx.db.select({ id: comments.id }).from(comments).where(eq(comments.submissionId, id));
  if (!row) throw new Error('a comment that was posted cannot be found');
  return row.id;
}
