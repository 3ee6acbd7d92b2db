'use server';

import { redirect } from 'next/navigation';
import { action } from '@/features/action';
import { createTag } from '@/features/taxonomy/commands';
import {
  addCorrection,
  amendCorrection,
  approveArticle,
  cancelPublication,
  createArticle,
  findPinnable,
  killArticle,
  pinRelated,
  planAtWallClock,
  publishArticle,
  purgeStory,
  removeCorrection,
  restoreArticle,
  restoreRevision,
  returnToDraft,
  scheduleArticle,
  setCommentPolicy,
  submitForReview,
  trashArticle,
  withdrawArticle,
} from './commands';
import { planInput, tagNameInput } from './desk-input';
import {
  addCorrectionInput,
  amendCorrectionInput,
  articleInput,
  cancelPublicationInput,
  correctionInput,
  createArticleInput,
  killArticleInput,
  pinnableInput,
  pinRelatedInput,
  publishArticleInput,
  restoreArticleInput,
  restoreRevisionInput,
  scheduleArticleInput,
  setCommentPolicyInput,
} from './input';

export const createArticleAction = action(createArticleInput, async (ctx, input) => {
  const { id } = await createArticle(ctx, input);
  redirect(`/admin/articles/${id}`);
});
export const submitForReviewAction = action(articleInput, submitForReview);
export const approveArticleAction = action(articleInput, approveArticle);
export const returnToDraftAction = action(articleInput, returnToDraft);
export const publishArticleAction = action(publishArticleInput, publishArticle);
export const planArticleAction = action(planInput, planAtWallClock);
export const scheduleArticleAction = action(scheduleArticleInput, scheduleArticle);
export const cancelPublicationAction = action(cancelPublicationInput, cancelPublication);
export const withdrawArticleAction = action(articleInput, withdrawArticle);
export const killArticleAction = action(killArticleInput, killArticle);
export const trashArticleAction = action(articleInput, trashArticle);
export const purgeStoryAction = action(articleInput, purgeStory);
export const restoreArticleAction = action(restoreArticleInput, restoreArticle);
export const restoreRevisionAction = action(restoreRevisionInput, restoreRevision);
export const addCorrectionAction = action(addCorrectionInput, addCorrection);
export const amendCorrectionAction = action(amendCorrectionInput, amendCorrection);
export const removeCorrectionAction = action(correctionInput, removeCorrection);
export const setCommentPolicyAction = action(setCommentPolicyInput, setCommentPolicy);
export const pinRelatedAction = action(pinRelatedInput, pinRelated);
export const findPinnableAction = action(pinnableInput, findPinnable);
export const createTagAction = action(tagNameInput, createTag);
