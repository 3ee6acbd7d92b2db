import type { Ctx } from '@/db/context';
import type { OnArticle } from '../input';
import { moveStage } from './move-stage';

/** Gives an article back to its author. */
export const returnToDraft = (ctx: Ctx, { articleId }: OnArticle) => moveStage(ctx, articleId, 'return');
