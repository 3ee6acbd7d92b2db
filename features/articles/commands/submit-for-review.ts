import type { Ctx } from '@/db/context';
import type { OnArticle } from '../input';
import { moveStage } from './move-stage';

/** Hands a draft to the desk for review. Throws Invalid without a headline, Conflict when it is there already. */
export const submitForReview = (ctx: Ctx, { articleId }: OnArticle) => moveStage(ctx, articleId, 'submit');
