export { beginUpload } from './begin-upload';
export { deleteMedia } from './delete-media';
export { dropUpload } from './drop-upload';
export { findRendition, makeRenditions } from './make-rendition';
export { receiveUpload } from './receive-upload';
export { sweepMedia } from './sweep-media';
export { takeFromAddress } from './take-from-address';
export { updateMedia } from './update-media';
export { type UploadedPicture, type UploadPicture, uploadPicture } from './upload-picture';
