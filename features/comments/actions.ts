'use server';

import { action } from '@/features/action';
import { decideComments } from './commands';
import { decideCommentsInput } from './input';

export const decideCommentsAction = action(decideCommentsInput, decideComments);
