import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { media, mediaVersions, uploads } from '@/db/schema';
import { log } from '@/lib/log';
import { listStored, removeStored, type StoredFile } from '@/lib/storage';

/** What was left lying longer than this belongs to nobody. */
const abandonedAfterMs = 60 * 60 * 1000;
const batch = 500;

/**
 * Clears what a crash or a full disk left behind: half-written files, uploads whose row never came, what left the
 * trash for good, renditions of pictures that are gone, dead locks, and uploads that nobody has gone on with for a day. Only what is an hour old, so it may run beside uploads, and twice. Gives the number
 * of files and folders removed.
 */
export async function sweepMedia(ctx: Ctx): Promise<number> {
  let removed = await sweep('tmp', async () => new Set());
  removed += await sweep('locks', async () => new Set());
  await forgetOldUploads(ctx);
  removed += await sweep('uploads', (ids) => uploadsUnderWay(ctx, ids));
  removed += await sweep('originals', (hashes) => hashesInLibrary(ctx, hashes, true));
  removed += await sweep('renditions', (hashes) => hashesInLibrary(ctx, hashes, false));
  if (removed > 0) log().info({ removed }, 'swept what was left in the picture store');
  return removed;
}

async function sweep(folder: string, wanted: (names: string[]) => Promise<Set<string>>): Promise<number> {
  let removed = 0;
  let held: StoredFile[] = [];
  const flush = async () => {
    const keep = await wanted(held.map(nameOf));
    for (const file of held.filter((file) => !keep.has(nameOf(file)))) {
      await removeStored(file.key);
      removed++;
    }
    held = [];
  };
  for await (const file of listStored(folder)) {
    if (Date.now() - file.modifiedAt.getTime() > abandonedAfterMs) held.push(file);
    if (held.length === batch) await flush();
  }
  if (held.length > 0) await flush();
  return removed;
}

const nameOf = ({ key }: StoredFile): string => key.slice(key.indexOf('/') + 1);

async function hashesInLibrary(ctx: Ctx, hashes: string[], alsoDeleted: boolean): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ hash: media.hash, deletedAt: media.deletedAt, purgedAt: media.purgedAt })
    .from(media)
    .where(inArray(media.hash, hashes))
    .limit(hashes.length);
  const wanted = rows.filter((row) => (alsoDeleted ? !row.purgedAt : !row.deletedAt)).map((row) => row.hash);
  return new Set(alsoDeleted ? [...wanted, ...(await hashesOfVersions(ctx, hashes))] : wanted);
}

/** What stood under a picture's name before is kept, but served no more. Plan: media_versions_hash. */
async function hashesOfVersions(ctx: Ctx, hashes: string[]): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ hash: mediaVersions.hash })
    .from(mediaVersions)
    .innerJoin(media, and(eq(media.id, mediaVersions.mediaId), isNull(media.purgedAt)))
    .where(inArray(mediaVersions.hash, hashes));
  return rows.map(({ hash }) => hash);
}

/** Their files are those of no row then. Plan: uploads_touched. */
const forgetOldUploads = (ctx: Ctx) =>
  ctx.db.delete(uploads).where(lt(uploads.touchedAt, sql`clock() - interval '1 day'`));

async function uploadsUnderWay(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ id: uploads.id })
    .from(uploads)
    .where(inArray(uploads.id, ids))
    .limit(ids.length);
  return new Set(rows.map(({ id }) => id));
}
