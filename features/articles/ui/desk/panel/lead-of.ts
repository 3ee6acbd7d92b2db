import type { LibraryFile } from '../editor/editor-props';
import type { Fields } from '../saving/use-saving.client';
import { figureAttrs } from '../text/upload-places';

/** What a picture of the library becomes at the top of a story, with its own words to begin with. */
export function leadOf(file: LibraryFile): Partial<Fields> {
  const { mediaId, hash, width, height, alt, caption, credit } = figureAttrs(file);
  return { lead: { mediaId, hash, width, height }, leadAlt: alt, leadCaption: caption, leadCredit: credit };
}
