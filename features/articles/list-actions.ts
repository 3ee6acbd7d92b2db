'use server';

import { action } from '@/features/action';
import { changeArticlesInput } from './bulk-input';
import { bringBackList, changeArticles, changeList, deleteList, saveList } from './commands';
import { changeListInput, savedListInput, saveListInput } from './saved-lists-input';

export const saveListAction = action(saveListInput, saveList);
export const changeListAction = action(changeListInput, changeList);
export const deleteListAction = action(savedListInput, deleteList);
export const bringBackListAction = action(savedListInput, bringBackList);
export const changeArticlesAction = action(changeArticlesInput, changeArticles);
