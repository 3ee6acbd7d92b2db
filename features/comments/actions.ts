'use server';

import { action } from '@/features/action';
import { decideComments, saveWordLists, tryComment } from './commands';
import { decideCommentsInput, saveWordListsInput, tryCommentInput } from './input';

export const decideCommentsAction = action(decideCommentsInput, decideComments);
export const saveWordListsAction = action(saveWordListsInput, saveWordLists);
export const tryCommentAction = action(tryCommentInput, tryComment);
