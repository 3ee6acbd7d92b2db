export { addCorrection } from './add-correction';
export { amendCorrection } from './amend-correction';
export { applyDuePublications } from './apply-due-publications';
export { approveArticle } from './approve-article';
export { applyArrangement } from './arrange/apply-arrangement';
export { applyDueArrangements } from './arrange/apply-due-arrangements';
export { cancelArrangement, changeArrangement, moveArrangement } from './arrange/change-arrangement';
export { bringBackArrangement, planArrangement } from './arrange/plan-arrangement';
export { assignArticle } from './assign-article';
export { changeBar, lowerBar, lowerDueBars, raiseBar } from './breaking-bar';
export { runBulkChange } from './bulk/run-bulk-change';
export {
  cancelBulkChange,
  purgeBulkChanges,
  readBulkChange,
  startBulkChange,
  undoBulkChange,
} from './bulk/start-bulk-change';
export { cancelPublication } from './cancel-publication';
export { changeArticles } from './change-articles';
export { checkArticle } from './check/check-article';
export { purgeLinkChecks } from './check/dead-links';
export { createArticle } from './create-article';
export { curatePage } from './curate-page';
export { mailDueAlarm, watchDue } from './due-alarm';
export { embargoAtWallClock } from './embargo-at-wall-clock';
export { fileArticle } from './file-article';
export { findChoosable } from './find-choosable';
export { findColumn } from './find-column';
export { findPinnable } from './find-pinnable';
export { findSharePicture } from './find-share-picture';
export { killArticle } from './kill-article';
export { moveDue } from './move-due';
export { movePlan } from './move-plan';
export { nameRevision } from './name-revision';
export { addNote } from './notes/add-note';
export { editNote } from './notes/edit-note';
export { mailNotice } from './notes/mail-notice';
export { markAllNotices, markNotices, seeNotices } from './notes/mark-notices';
export { removeNote, restoreNote } from './notes/remove-note';
export { reopenNote, resolveNote } from './notes/resolve-note';
export { pinRelated } from './pin-related';
export { planAtWallClock } from './plan-at-wall-clock';
export { attendArticle, leaveArticle, purgePresence } from './presence/attend-article';
export { publishArticle } from './publish-article';
export { purgeDueStories, purgeStory } from './purge-stories';
export { addRedirect, deleteRedirect, editRedirect, pasteRedirects } from './redirects/set-redirects';
export { removeCorrection } from './remove-correction';
export { restoreArticle } from './restore-article';
export { restorePublication } from './restore-publication';
export { restoreRevision } from './restore-revision';
export { returnToDraft } from './return-to-draft';
export { saveDraft } from './save-draft';
export { saveTypedDraft } from './save-typed-draft';
export { bringBackList, changeList, deleteList, saveList } from './saved-lists';
export { scheduleArticle } from './schedule-article';
export { setCommentPolicy } from './set-comment-policy';
export { setDue } from './set-due';
export { setEmbargo } from './set-embargo';
export { createShareLink, revokeShareLink } from './share-links';
export { submitForReview } from './submit-for-review';
export { trashArticle } from './trash-article';
export { withdrawArticle } from './withdraw-article';
