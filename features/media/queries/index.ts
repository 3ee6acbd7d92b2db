export {
  countEnding,
  type DeletedFile,
  findMedia,
  findMediaByHash,
  findMediaWithUses,
  findTurned,
  getMedia,
  type LibraryItem,
  listAlike,
  listDeletedFiles,
  listMedia,
  listMediaUses,
  type MediaPage,
  type MediaRow,
  type MediaUse,
  type MediaVersion,
} from './media';
export { findUpload, getUpload, ownerOf, type UploadProgress, type UploadRow } from './uploads';
