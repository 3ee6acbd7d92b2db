'use server';

import { action } from '@/features/action';
import { deleteMedia, updateMedia } from './commands';
import { mediaIdInput, updateMediaInput } from './input';

export const updateMediaAction = action(updateMediaInput, updateMedia);
export const deleteMediaAction = action(mediaIdInput, deleteMedia);
