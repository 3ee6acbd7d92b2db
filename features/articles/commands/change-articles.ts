import type { Ctx } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { isRefusal } from '@/lib/errors';
import { wayBack } from '../board-rules';
import type { BulkAct, ChangeArticles } from '../bulk-input';
import { mostAtOnce } from '../bulk-limits';
import { findForBulk, listArticleIds } from '../queries/bulk';
import { assignArticle } from './assign-article';
import { fileArticle } from './file-article';
import { moveStage } from './move-stage';
import { restoreArticle } from './restore-article';
import { trashArticle } from './trash-article';

export interface Changed {
  /** What was done, with the acts that take it back. */
  done: { articleId: number; undo: BulkAct[] }[];
  refused: { articleId: number; title: string; sentence: string }[];
}

/**
 * One act on many stories (D17): each by the very command its own page would call, in a transaction of its own, so that one
 * refusal keeps no other back. What was refused is told with its sentence.
 */
export async function changeArticles(ctx: Ctx, asked: ChangeArticles): Promise<Changed> {
  authorise(ctx.actor, 'read-desk');
  const items =
    'items' in asked
      ? asked.items
      : (await listArticleIds(ctx, asked.query, mostAtOnce)).map((articleId) => ({
          articleId,
          acts: [asked.act],
        }));
  const changed: Changed = { done: [], refused: [] };
  for (const { articleId, acts } of items) {
    const facts = await findForBulk(ctx, articleId);
    try {
      const undo: BulkAct[] = [];
      for (const act of acts) undo.unshift(...(await changeOne(ctx, articleId, act, facts)));
      changed.done.push({ articleId, undo });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      changed.refused.push({ articleId, title: facts?.title ?? '', sentence: error.message });
    }
  }
  return changed;
}

type Facts = Awaited<ReturnType<typeof findForBulk>>;

/** Does one act and gives those that take it back; `quietly` tells nobody that she was given the story. */
export async function changeOne(
  ctx: Ctx,
  articleId: number,
  act: BulkAct,
  facts: Facts,
  { quietly = false } = {},
): Promise<BulkAct[]> {
  switch (act.kind) {
    case 'assign':
      await assignArticle(ctx, { articleId, assigneeId: act.assigneeId }, { quietly });
      return [{ kind: 'assign', assigneeId: facts?.assigneeId ?? null }];
    case 'submit':
    case 'approve':
    case 'return':
      await moveStage(ctx, articleId, act.kind);
      if (act.kind === 'return' && facts?.stage === 'in_review') return [{ kind: 'submit' }];
      return wayBack[facts?.stage ?? 'draft'].map((kind) => ({ kind }));
    case 'trash':
      await trashArticle(ctx, { articleId });
      return [{ kind: 'restore', replan: true }];
    case 'restore':
      await restoreArticle(ctx, { articleId, replan: act.replan });
      return [{ kind: 'trash' }];
    case 'tag':
      return filed(
        await fileArticle(ctx, { articleId }, ({ tagIds }) => ({
          tagIds: [...new Set([...tagIds, act.tagId])],
        })),
      );
    case 'section':
      return filed(
        await fileArticle(ctx, { articleId }, ({ sectionIds }) => ({
          sectionIds: [...new Set([act.sectionId, ...sectionIds.slice(1)])],
        })),
      );
    case 'file':
      return filed(await fileArticle(ctx, { articleId, tagIds: act.tagIds, sectionIds: act.sectionIds }));
  }
}

const filed = ({ before }: Awaited<ReturnType<typeof fileArticle>>): BulkAct[] => [
  { kind: 'file', ...before },
];
