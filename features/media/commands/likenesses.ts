import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { media, mediaLikenesses } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { log } from '@/lib/log';
import { isStored, storagePath } from '@/lib/storage';
import type { Likeness } from '../input';
import { alikeBits, lookOf, plainLook } from '../look-of-picture';
import { getMedia } from '../queries';
import { originalKey } from '../stored';

/** Of a picture that looks like a great many others, so many are noted. */
const likesAtMost = 20;

/**
 * Notes which pictures of the library look like one. Plan: one pass over media, or over media_looks alone: 128 bits
 * compared 100,000 times took 27 ms, once for each picture that comes; lists read what was noted.
 */
export async function noteLikes(tx: Work, mediaId: number): Promise<void> {
  await tx.db.execute(sql`
    with one as materialized (
      select id, look from media where id = ${mediaId} and look is not null and look <> ${plainLook}::bit(128))
    insert into media_likenesses (a, b, distance)
    select least(m.id, one.id), greatest(m.id, one.id), bit_count(m.look # one.look)
    from one, media m
    where m.look is not null and m.deleted_at is null and m.id <> one.id and m.look <> ${plainLook}::bit(128)
      and bit_count(m.look # one.look) <= ${alikeBits}
    order by bit_count(m.look # one.look), m.id
    limit ${likesAtMost}
    on conflict do nothing`);
}

/** Somebody looked at two pictures and says that they are two: they are not shown as duplicates again. */
export async function dismissLikeness(ctx: Ctx, { mediaId, otherId }: Likeness): Promise<Likeness> {
  const [one, other] = [await getMedia(ctx, mediaId), await getMedia(ctx, otherId)];
  authorise(ctx.actor, 'edit-media', { ownerIds: [one.uploadedBy, other.uploadedBy] });
  await transact(ctx, async (tx) => {
    await tx.db
      .update(mediaLikenesses)
      .set({ dismissedAt: tx.now })
      .where(
        and(
          eq(mediaLikenesses.a, Math.min(mediaId, otherId)),
          eq(mediaLikenesses.b, Math.max(mediaId, otherId)),
        ),
      );
    tx.record('dismiss-likeness', 'media', mediaId, { after: { otherId } });
  });
  return { mediaId, otherId };
}

const batch = 50;

/** Reckons the looks of pictures that came before looks were kept, some at a time. May run twice. */
export async function reckonLooks(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ id: media.id, hash: media.hash })
    .from(media)
    .where(and(eq(media.kind, 'picture'), isNull(media.look), isNull(media.deletedAt)))
    .orderBy(asc(media.id))
    .limit(batch);
  for (const { id, hash } of rows) {
    const look = await lookOfStored(hash);
    await transact(ctx, async (tx) => {
      await tx.db.update(media).set({ look }).where(eq(media.id, id));
      await noteLikes(tx, id);
    });
  }
}

async function lookOfStored(hash: string): Promise<string> {
  if (!(await isStored(originalKey(hash)))) return plainLook;
  return lookOf(storagePath(originalKey(hash))).catch((error: unknown) => {
    log().warn({ err: error, hash }, 'a picture of the library cannot be looked at');
    return plainLook;
  });
}
