import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles, users } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import type { AssignArticle } from '../input';
import { matterOf, staffId, takeInHand } from './in-hand';
import { tellAssigned } from './notes/tell';

/**
 * Gives an article to somebody, who may then edit it as if it were her own, or to nobody. Whoever may approve it assigns
 * anybody, who is told so unless `quietly`; others only take what is theirs to edit, or hand it back.
 */
export async function assignArticle(
  ctx: Ctx,
  { articleId, assigneeId }: AssignArticle,
  { quietly = false } = {},
): Promise<{ assigneeId: number | null }> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'edit-article', 'assign');
    const others = assigneeId !== null && assigneeId !== staffId(tx.actor);
    if (others) authorise(tx.actor, 'approve-article', matterOf(inHand));
    if (assigneeId !== null) {
      const [user] = await tx.db
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(and(eq(users.id, assigneeId), isNull(users.disabledAt)));
      const sentence = 'This person does not work here any more. Choose another.';
      if (!user) throw Invalid(sentence, { fields: { assigneeId: sentence } });
      if (!quietly && assigneeId !== inHand.article.assigneeId) await tellAssigned(tx, articleId, user);
    }
    await tx.db.update(articles).set({ assigneeId }).where(eq(articles.id, articleId));
    tx.record('assign-article', 'article', articleId, {
      before: { assigneeId: inHand.article.assigneeId },
      after: { assigneeId },
    });
    return { assigneeId };
  });
}
