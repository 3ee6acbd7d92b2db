import { keepPrivate } from '@/lib/press-notes';
import { findSharePicture } from '../commands';
import { readerContext } from './elsewhere';

/** A share picture by its name. Not the press's to keep: the file itself is the cache, and the article may be killed. */
export async function readSharePicture(name: string) {
  keepPrivate();
  const found = await findSharePicture(readerContext(), name);
  return typeof found === 'string' ? found : { bytes: found, etag: `"${name}"` };
}
