'use server';

import { action } from '@/features/action';
import { addRedirect, deleteRedirect, editRedirect, pasteRedirects } from './commands';
import {
  addRedirectInput,
  deleteRedirectInput,
  editRedirectInput,
  pasteRedirectsInput,
} from './redirect-input';

export const addRedirectAction = action(addRedirectInput, addRedirect);
export const editRedirectAction = action(editRedirectInput, editRedirect);
export const deleteRedirectAction = action(deleteRedirectInput, deleteRedirect);
export const pasteRedirectsAction = action(pasteRedirectsInput, pasteRedirects);
