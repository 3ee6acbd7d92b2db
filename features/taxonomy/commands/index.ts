export { createAuthor, deleteAuthor, editAuthor, findOrCreateOwnAuthor } from './authors';
export { createSection } from './create-section';
export { deleteSection, editSection, moveSection } from './edit-section';
export { mergeTags } from './merge-tags';
export { purgeDeleted, purgeDueShelves } from './purge-deleted';
export { restoreDeleted } from './restore-deleted';
export { createSeries, deleteSeries, editSeries, moveInSeries } from './series';
export { createTag, deleteTag, findOrCreateTags, renameTag } from './tags';
