import { eq } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles } from '@/db/schema';
import { isRefusal } from '@/lib/errors';
import type { RestoreArticle } from '../input';
import { listPlansOfTrash, type PlanOfTrash } from '../queries/trash';
import { takeInHand } from './in-hand';
import { scheduleArticle } from './schedule-article';

export interface Restored {
  articleId: number;
  /** What was planned anew. */
  planned: PlanOfTrash[];
  /** What stays cancelled, with the reason where it was to be planned anew. */
  cancelled: (PlanOfTrash & { sentence: string | null })[];
}

/**
 * Takes an article out of the trash as it went in. The plans that were cancelled then stay so; with `replan` those whose
 * time has not gone by are made anew, each as it was and by the rules of today. One that cannot be is named with the
 * reason, and keeps the story in the trash no longer.
 */
export async function restoreArticle(
  ctx: Ctx,
  { articleId, replan = false }: RestoreArticle,
): Promise<Restored> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'trash-article', 'restore');
    const plans = await listPlansOfTrash(tx, articleId);
    await tx.db.update(articles).set({ trashedAt: null, savedAt: tx.now }).where(eq(articles.id, articleId));
    const restored: Restored = { articleId, planned: [], cancelled: [] };
    for (const plan of plans) {
      const sentence = replan ? await planAnew(tx, articleId, plan) : null;
      if (replan && sentence === null) restored.planned.push(plan);
      else restored.cancelled.push({ ...plan, sentence });
    }
    tx.record('restore-article', 'article', articleId, {
      after: { planned: restored.planned.map(({ id }) => id) },
    });
    return restored;
  });
}

/** Why it could not be planned, or null. A refusal comes before anything is written, so the transaction goes on. */
async function planAnew(
  tx: Work,
  articleId: number,
  { kind, effectiveAt, revisionId, material }: PlanOfTrash,
): Promise<string | null> {
  if (kind === 'kill') return 'A kill is not planned.';
  try {
    await scheduleArticle(tx, {
      articleId,
      kind,
      effectiveAt,
      material,
      revisionId: revisionId ?? undefined,
    });
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.message;
  }
}
