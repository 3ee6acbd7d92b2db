'use server';

import { action } from '@/features/action';
import { changeBar, curatePage, findChoosable, lowerBar, raiseBar } from './commands';
import { barInput, changeBarInput, choosableInput, curatePageInput, raiseBarInput } from './front-input';

export const curatePageAction = action(curatePageInput, curatePage);
export const findChoosableAction = action(choosableInput, findChoosable);
export const raiseBarAction = action(raiseBarInput, raiseBar);
export const changeBarAction = action(changeBarInput, changeBar);
export const lowerBarAction = action(barInput, lowerBar);
