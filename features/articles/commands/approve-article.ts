import type { Ctx } from '@/db/context';
import type { OnArticle } from '../input';
import { moveStage } from './move-stage';

/** Approves the newest text; a later edit by somebody who may not approve sends it back to review. */
export const approveArticle = (ctx: Ctx, { articleId }: OnArticle) => moveStage(ctx, articleId, 'approve');
