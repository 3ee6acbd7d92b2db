'use server';

import { action } from '@/features/action';
import { deleteMedia, dismissLikeness, preferOther, restoreVersion, updateMedia } from './commands';
import { likenessInput, mediaIdInput, restoreVersionInput, updateMediaInput } from './input';

export const updateMediaAction = action(updateMediaInput, updateMedia);
export const deleteMediaAction = action(mediaIdInput, deleteMedia);
export const dismissLikenessAction = action(likenessInput, dismissLikeness);
export const preferOtherAction = action(likenessInput, preferOther);
export const restoreVersionAction = action(restoreVersionInput, restoreVersion);
