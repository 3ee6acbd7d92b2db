'use server';

import { action } from '@/features/action';
import {
  deleteMedia,
  dismissLikeness,
  preferOther,
  purgeMedia,
  restoreMedia,
  restoreVersion,
  updateMedia,
} from './commands';
import { likenessInput, mediaIdInput, restoreVersionInput, updateMediaInput } from './input';

export const updateMediaAction = action(updateMediaInput, updateMedia);
export const deleteMediaAction = action(mediaIdInput, deleteMedia);
export const restoreMediaAction = action(mediaIdInput, restoreMedia);
export const purgeMediaAction = action(mediaIdInput, purgeMedia);
export const dismissLikenessAction = action(likenessInput, dismissLikeness);
export const preferOtherAction = action(likenessInput, preferOther);
export const restoreVersionAction = action(restoreVersionInput, restoreVersion);
