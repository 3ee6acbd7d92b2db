'use server';

import { action } from '@/features/action';
import { deleteMedia, dismissLikeness, preferOther, updateMedia } from './commands';
import { likenessInput, mediaIdInput, updateMediaInput } from './input';

export const updateMediaAction = action(updateMediaInput, updateMedia);
export const deleteMediaAction = action(mediaIdInput, deleteMedia);
export const dismissLikenessAction = action(likenessInput, dismissLikeness);
export const preferOtherAction = action(likenessInput, preferOther);
