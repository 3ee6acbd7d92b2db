'use server';

import { action } from '@/features/action';
import { addRedirect, deleteRedirect, editRedirect, pasteRedirects } from './commands';
import { deleteRedirectInput, pasteRedirectsInput, setRedirectInput } from './redirect-input';

export const addRedirectAction = action(setRedirectInput, addRedirect);
export const editRedirectAction = action(setRedirectInput, editRedirect);
export const deleteRedirectAction = action(deleteRedirectInput, deleteRedirect);
export const pasteRedirectsAction = action(pasteRedirectsInput, pasteRedirects);
