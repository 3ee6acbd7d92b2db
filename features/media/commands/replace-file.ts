import { eq, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { media, mediaLikenesses, mediaUses, mediaVersions } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, Invalid, NotFound } from '@/lib/errors';
import { isStored, removeStored } from '@/lib/storage';
import type { RestoreVersion } from '../input';
import { findMediaByHash, getMedia, type MediaRow } from '../queries';
import { originalKey, renditionsKey } from '../stored';
import { noteLikes } from './likenesses';

/** What a picture's file is, whichever stands there. */
export type FileOfPicture = Pick<
  MediaRow,
  'hash' | 'mimeType' | 'bytes' | 'width' | 'height' | 'seconds' | 'filename' | 'look'
>;

/** Who may put another file under a picture's name. Throws Forbidden, and Invalid for what is no picture. */
export async function requireReplaceable(ctx: Ctx, mediaId: number): Promise<MediaRow> {
  const row = await getMedia(ctx, mediaId);
  authorise(ctx.actor, 'edit-media', { ownerIds: [row.uploadedBy] });
  if (row.kind !== 'picture') throw Invalid('Only a picture’s file can be exchanged.');
  return row;
}

/**
 * Puts another file under a picture's name: every live page turns at once, the old addresses lead to the new ones, and what
 * stood there before is kept and can be put back. Its words and its most important point stay. The file must be stored.
 * Throws Conflict for one that stands in the library under another name.
 */
export async function putFile(tx: Work, mediaId: number, file: FileOfPicture): Promise<MediaRow> {
  await tx.db.select({ id: media.id }).from(media).where(eq(media.id, mediaId)).for('update');
  const before = await requireReplaceable(tx, mediaId);
  if (before.hash === file.hash) return before;
  const other = await findMediaByHash(tx, file.hash);
  if (other)
    throw Conflict(`This file is in the library already, as “${other.alt || other.filename}”. Use that one.`);
  await tx.db.insert(mediaVersions).values({
    ...fileOf(before),
    mediaId,
    replacedAt: tx.now,
    replacedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  });
  const [after] = await tx.db.update(media).set(fileOf(file)).where(eq(media.id, mediaId)).returning();
  if (!after) throw new Error('the library gave no row back');
  await tx.db
    .delete(mediaLikenesses)
    .where(sql`${mediaLikenesses.a} = ${mediaId} or ${mediaLikenesses.b} = ${mediaId}`);
  await noteLikes(tx, mediaId);
  tx.record('replace-media', 'media', mediaId, {
    before: { filename: before.filename, hash: before.hash },
    after: { filename: after.filename, hash: after.hash },
  });
  const stories = await tx.db
    .select({ id: mediaUses.articleId })
    .from(mediaUses)
    .where(eq(mediaUses.mediaId, mediaId));
  tx.stale(cacheTags.media(mediaId), ...stories.map(({ id }) => cacheTags.article(id)));
  tx.enqueue('media.renditions', { mediaId });
  return after;
}

/** Puts back a file that stood under this picture's name before. */
export async function restoreVersion(ctx: Ctx, { mediaId, versionId }: RestoreVersion): Promise<MediaRow> {
  const before = await requireReplaceable(ctx, mediaId);
  const [version] = await ctx.db.select().from(mediaVersions).where(eq(mediaVersions.id, versionId)).limit(1);
  if (version?.mediaId !== mediaId) throw NotFound('This picture never had that file.');
  if (!(await isStored(originalKey(version.hash)))) throw NotFound('That file is no longer kept.');
  const after = await transact(ctx, (tx) => putFile(tx, mediaId, version));
  await removeStored(renditionsKey(before.hash));
  return after;
}

const fileOf = ({ hash, mimeType, bytes, width, height, seconds, filename, look }: FileOfPicture) => ({
  hash,
  mimeType,
  bytes,
  width,
  height,
  seconds,
  filename,
  look,
});
