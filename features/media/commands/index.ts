export { deleteMedia } from './delete-media';
export { findRendition, makeRenditions } from './make-rendition';
export { sweepMedia } from './sweep-media';
export { updateMedia } from './update-media';
export { type UploadedPicture, type UploadPicture, uploadPicture } from './upload-picture';
