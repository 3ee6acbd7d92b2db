'use server';

import { action } from '@/features/action';
import { nameRevision } from './commands';
import { nameRevisionInput } from './input';

export const nameRevisionAction = action(nameRevisionInput, nameRevision);
