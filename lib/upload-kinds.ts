/** What a file chooser offers; what a file really is, the server tells by its bytes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif,image/heic';

/** The same where any file of the library will do. */
export const libraryTypes = `${pictureTypes},application/pdf,audio/mpeg,audio/mp4,audio/x-m4a,video/mp4`;

/** By what the machine calls it, so that nobody sends a gigabyte only to be told no. */
export const isLibraryFile = (file: File): boolean =>
  /^(?:image|audio|video)\/|^application\/pdf$/.test(file.type);

export const isPictureFile = (file: File): boolean => file.type.startsWith('image/');
