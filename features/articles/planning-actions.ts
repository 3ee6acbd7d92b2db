'use server';

import { action } from '@/features/action';
import { findColumn, moveDue, movePlan } from './commands';
import { columnInput, moveDueInput, movePlanInput } from './planning-input';

export const movePlanAction = action(movePlanInput, movePlan);
export const moveDueAction = action(moveDueInput, moveDue);
export const findColumnAction = action(columnInput, findColumn);
