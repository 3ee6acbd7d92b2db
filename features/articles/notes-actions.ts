'use server';

import { action } from '@/features/action';
import {
  addNote,
  assignArticle,
  editNote,
  markAllNotices,
  markNotices,
  removeNote,
  reopenNote,
  resolveNote,
  restoreNote,
  setDue,
} from './commands';
import { assignArticleInput } from './input';
import {
  addNoteInput,
  editNoteInput,
  markNoticesInput,
  noteInput,
  nothingInput,
  setDueInput,
} from './notes-input';

export const assignArticleAction = action(assignArticleInput, assignArticle);
export const setDueAction = action(setDueInput, setDue);
export const addNoteAction = action(addNoteInput, addNote);
export const editNoteAction = action(editNoteInput, editNote);
export const removeNoteAction = action(noteInput, removeNote);
export const restoreNoteAction = action(noteInput, restoreNote);
export const resolveNoteAction = action(noteInput, resolveNote);
export const reopenNoteAction = action(noteInput, reopenNote);
export const markNoticesAction = action(markNoticesInput, markNotices);
export const markAllNoticesAction = action(nothingInput, markAllNotices);
