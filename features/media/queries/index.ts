export {
  countEnding,
  findMedia,
  findMediaByHash,
  findMediaWithUses,
  getMedia,
  type LibraryItem,
  listAlike,
  listMedia,
  listMediaUses,
  type MediaPage,
  type MediaRow,
  type MediaUse,
} from './media';
export { findUpload, getUpload, ownerOf, type UploadProgress, type UploadRow } from './uploads';
