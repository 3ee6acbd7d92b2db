'use server';

import { action } from '@/features/action';
import { bulkChangeInput, changeArticlesInput, countListInput, startBulkInput } from './bulk-input';
import {
  bringBackList,
  cancelBulkChange,
  changeArticles,
  changeList,
  deleteList,
  readBulkChange,
  saveList,
  startBulkChange,
  undoBulkChange,
} from './commands';
import { countList } from './queries/bulk';
import { changeListInput, savedListInput, saveListInput } from './saved-lists-input';

export const saveListAction = action(saveListInput, saveList);
export const changeListAction = action(changeListInput, changeList);
export const deleteListAction = action(savedListInput, deleteList);
export const bringBackListAction = action(savedListInput, bringBackList);
export const changeArticlesAction = action(changeArticlesInput, changeArticles);
export const countListAction = action(countListInput, countList);
export const startBulkChangeAction = action(startBulkInput, startBulkChange);
export const cancelBulkChangeAction = action(bulkChangeInput, cancelBulkChange);
export const undoBulkChangeAction = action(bulkChangeInput, undoBulkChange);
export const readBulkChangeAction = action(bulkChangeInput, readBulkChange);
