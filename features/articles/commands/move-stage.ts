import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles } from '@/db/schema';
import type { Verb } from '@/features/users/rules';
import { Conflict, Invalid } from '@/lib/errors';
import { type Stage, type StageMove, stageMoves } from '../rules';
import { takeInHand } from './in-hand';

const verbs = {
  submit: 'submit-article',
  approve: 'approve-article',
  return: 'approve-article',
} as const satisfies Record<StageMove, Verb>;

/** Moves the working copy to another desk, as the table of stages allows. Readers see nothing of it. */
export async function moveStage(ctx: Ctx, articleId: number, move: StageMove): Promise<{ stage: Stage }> {
  return transact(ctx, async (tx) => {
    const { article, head } = await takeInHand(tx, articleId, verbs[move], move);
    const { from, to, refused } = stageMoves[move];
    if (!(from as readonly Stage[]).includes(article.stage)) throw Conflict(refused);
    if (move === 'submit' && head.title === '') {
      const sentence = 'Write a headline before you submit it.';
      throw Invalid(sentence, { fields: { title: sentence } });
    }
    await tx.db.update(articles).set({ stage: to }).where(eq(articles.id, articleId));
    tx.record(verbs[move], 'article', articleId, {
      before: { stage: article.stage },
      after: { stage: to, revisionId: head.id },
    });
    return { stage: to };
  });
}
