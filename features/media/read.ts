import { database } from '@/db/client';
import { readContext } from '@/db/context';
import { may } from '@/features/users/rules';
import { deskContext } from '@/features/users/session';
import { keepPrivate } from '@/lib/press-notes';
import { findRendition } from './commands';
import { listMediaInput } from './input';
import { listMedia } from './queries';
import { parseRendition } from './rules';

/**
 * A public picture by the two parts of its address, or null. It is not the press's to keep: the file itself is the cache,
 * and immutable; only the words in it may change, and with them its length, which is why that stands in the tag.
 */
export async function readRendition(hash: string, file: string) {
  keepPrivate();
  const rendition = parseRendition(file);
  if (!rendition) return null;
  const bytes = await findRendition(readContext(database(), { kind: 'reader' }), hash, rendition);
  return bytes && { bytes, type: `image/${rendition.format}`, etag: `"${hash}-${file}-${bytes.byteLength}"` };
}

/** The newest pages of the library for the desk, and what this person may do there. */
export async function readLibrary() {
  const ctx = await deskContext();
  const page = await listMedia(ctx, listMediaInput.parse({}));
  return {
    page,
    userId: ctx.actor.id,
    may: {
      upload: may(ctx.actor, 'upload-media'),
      editAll: may(ctx.actor, 'edit-media'),
      editOwn: may(ctx.actor, 'edit-media', { ownerIds: [ctx.actor.id] }),
      delete: may(ctx.actor, 'delete-media'),
    },
  };
}
