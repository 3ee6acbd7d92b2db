import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { uploads } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Invalid } from '@/lib/errors';
import type { BeginUpload } from '../input';
import { findUpload, ownerOf, type UploadProgress } from '../queries';
import { requireBytes, uploadLimits } from '../rules';
import { requireReplaceable } from './replace-file';
import { requireHandsFree, requireRoom, requireUploadsLeft } from './uploads-left';

/**
 * Opens an upload, or goes on with one: the same file (by name, size and time of its last change) that this person began
 * and did not finish is taken up where it stands, also after the tab was closed. Everything that can be refused before a
 * byte is sent is refused here.
 */
export async function beginUpload(ctx: Ctx, file: BeginUpload): Promise<UploadProgress> {
  authorise(ctx.actor, 'upload-media');
  if (file.size === 0) throw Invalid('The file is empty. Choose another.');
  requireBytes(file.size, uploadLimits.mostBytes);
  if (file.replacesId !== undefined) await requireReplaceable(ctx, file.replacesId);
  const begun = await findBegun(ctx, file);
  if (begun) return findUpload(ctx, { uploadId: begun });
  const userId = ownerOf(ctx);
  await requireUploadsLeft(ctx);
  await requireHandsFree(ctx, userId);
  await requireRoom(file.size);
  const id = randomBytes(16).toString('hex');
  await transact(ctx, async (tx) => {
    await tx.db.insert(uploads).values({ ...file, id, userId, createdAt: tx.now, touchedAt: tx.now });
  });
  return { id, offset: 0, size: file.size, file: null };
}

/** Plan: uploads_user. A file that tells no time of its last change is never taken for another. */
async function findBegun(
  ctx: Ctx,
  { filename, size, modifiedAtMs, replacesId }: BeginUpload,
): Promise<string | null> {
  const userId = ownerOf(ctx);
  if (userId === null || modifiedAtMs === 0) return null;
  const [row] = await ctx.db
    .select({ id: uploads.id })
    .from(uploads)
    .where(
      and(
        eq(uploads.userId, userId),
        eq(uploads.filename, filename),
        eq(uploads.size, size),
        eq(uploads.modifiedAtMs, modifiedAtMs),
        isNull(uploads.mediaId),
        replacesId === undefined ? isNull(uploads.replacesId) : eq(uploads.replacesId, replacesId),
      ),
    )
    .orderBy(desc(uploads.createdAt))
    .limit(1);
  return row?.id ?? null;
}
