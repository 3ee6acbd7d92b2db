import { allowFrames, answer, keepPrivate } from '@/lib/press-notes';
import { frameOrigins } from '@/lib/rich-text/embeds';
import { findShared, type Shared } from '../queries/share-links';
import { readerContext } from './elsewhere';

/** What a share link shows. For whoever holds it and nobody else: never kept, whatever it is. */
export async function readShared(token: string): Promise<Shared> {
  keepPrivate();
  const shared = await findShared(readerContext(), token);
  if (shared.state === 'open') allowFrames(frameOrigins(shared.article.html));
  else answer(shared.state === 'over' ? 410 : 404);
  return shared;
}
