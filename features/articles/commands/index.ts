export { applyDuePublications } from './apply-due-publications';
export { createArticle } from './create-article';
export { publishArticle } from './publish-article';
export { saveDraft } from './save-draft';
