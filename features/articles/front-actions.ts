'use server';

import { action } from '@/features/action';
import {
  applyArrangement,
  bringBackArrangement,
  cancelArrangement,
  changeArrangement,
  changeBar,
  curatePage,
  findChoosable,
  lowerBar,
  moveArrangement,
  planArrangement,
  raiseBar,
} from './commands';
import {
  applyArrangementInput,
  barInput,
  bringBackArrangementInput,
  cancelArrangementInput,
  changeArrangementInput,
  changeBarInput,
  choosableInput,
  curatePageInput,
  moveArrangementInput,
  planArrangementInput,
  raiseBarInput,
} from './front-input';

export const curatePageAction = action(curatePageInput, curatePage);
export const planArrangementAction = action(planArrangementInput, planArrangement);
export const changeArrangementAction = action(changeArrangementInput, changeArrangement);
export const moveArrangementAction = action(moveArrangementInput, moveArrangement);
export const cancelArrangementAction = action(cancelArrangementInput, cancelArrangement);
export const bringBackArrangementAction = action(bringBackArrangementInput, bringBackArrangement);
export const applyArrangementAction = action(applyArrangementInput, applyArrangement);
export const findChoosableAction = action(choosableInput, findChoosable);
export const raiseBarAction = action(raiseBarInput, raiseBar);
export const changeBarAction = action(changeBarInput, changeBar);
export const lowerBarAction = action(barInput, lowerBar);
