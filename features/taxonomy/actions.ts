'use server';

import { action } from '@/features/action';
import {
  createAuthor,
  createSection,
  createTag,
  deleteAuthor,
  deleteSection,
  deleteTag,
  editAuthor,
  editSection,
  moveSection,
  renameTag,
} from './commands';
import {
  authorInput,
  createAuthorInput,
  createSectionInput,
  createTagInput,
  editAuthorInput,
  editSectionInput,
  moveSectionInput,
  renameTagInput,
  sectionInput,
  tagInput,
} from './input';

export const createSectionAction = action(createSectionInput, createSection);
export const editSectionAction = action(editSectionInput, editSection);
export const moveSectionAction = action(moveSectionInput, moveSection);
export const deleteSectionAction = action(sectionInput, deleteSection);

export const createTagAction = action(createTagInput, createTag);
export const renameTagAction = action(renameTagInput, renameTag);
export const deleteTagAction = action(tagInput, deleteTag);

export const createAuthorAction = action(createAuthorInput, createAuthor);
export const editAuthorAction = action(editAuthorInput, editAuthor);
export const deleteAuthorAction = action(authorInput, deleteAuthor);
