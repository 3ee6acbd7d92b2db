'use server';

import { action } from '@/features/action';
import {
  createAuthor,
  createSection,
  createSeries,
  createTag,
  deleteAuthor,
  deleteSection,
  deleteSeries,
  deleteTag,
  editAuthor,
  editSection,
  editSeries,
  mergeTags,
  moveInSeries,
  moveSection,
  purgeDeleted,
  renameTag,
  restoreDeleted,
} from './commands';
import {
  authorInput,
  createAuthorInput,
  createSectionInput,
  createSeriesInput,
  createTagInput,
  editAuthorInput,
  editSectionInput,
  editSeriesInput,
  mergeTagsInput,
  moveInSeriesInput,
  moveSectionInput,
  renameTagInput,
  restoreDeletedInput,
  sectionInput,
  seriesInput,
  tagInput,
} from './input';

export const createSectionAction = action(createSectionInput, createSection);
export const editSectionAction = action(editSectionInput, editSection);
export const moveSectionAction = action(moveSectionInput, moveSection);
export const deleteSectionAction = action(sectionInput, deleteSection);

export const purgeDeletedAction = action(restoreDeletedInput, purgeDeleted);
export const restoreDeletedAction = action(restoreDeletedInput, restoreDeleted);

export const createTagAction = action(createTagInput, createTag);
export const renameTagAction = action(renameTagInput, renameTag);
export const mergeTagsAction = action(mergeTagsInput, mergeTags);
export const deleteTagAction = action(tagInput, deleteTag);

export const createSeriesAction = action(createSeriesInput, createSeries);
export const editSeriesAction = action(editSeriesInput, editSeries);
export const moveInSeriesAction = action(moveInSeriesInput, moveInSeries);
export const deleteSeriesAction = action(seriesInput, deleteSeries);

export const createAuthorAction = action(createAuthorInput, createAuthor);
export const editAuthorAction = action(editAuthorInput, editAuthor);
export const deleteAuthorAction = action(authorInput, deleteAuthor);
