'use server';

import { action } from '@/features/action';
import { embargoAtWallClock } from './commands';
import { embargoInput } from './schedule-input';

export const setEmbargoAction = action(embargoInput, embargoAtWallClock);
