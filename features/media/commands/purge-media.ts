import { type SQL, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { hasLainLong, trashed } from '@/db/trash';
import { authorise, authoriseSystem } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';

const atOnce = 200;

/** Lets go of the files that have lain in the trash longer than the settings keep them. Gives how many. */
export async function purgeDueMedia(ctx: Ctx): Promise<number> {
  authoriseSystem(ctx.actor);
  let gone = 0;
  for (;;) {
    const some = await purge(ctx, hasLainLong('media'));
    gone += some;
    if (some < atOnce) return gone;
  }
}

/**
 * Lets go of a file of the trash for good, now (D17). Its row stays, because versions of stories name it: who uploads the
 * same file again has it back with its words. The bytes go with the next sweep (`sweepMedia`). Throws Conflict when it is
 * not in the trash any more, or a story uses it again.
 */
export async function purgeMedia(ctx: Ctx, { mediaId }: { mediaId: number }): Promise<{ mediaId: number }> {
  authorise(ctx.actor, 'purge-trash');
  if ((await purge(ctx, sql`id = ${mediaId} and ${trashed.media.mayGo}`)) === 0)
    throw Conflict('This file is not in the trash any more, or a story uses it again. Load the page again.');
  return { mediaId };
}

const purge = (ctx: Ctx, where: SQL): Promise<number> =>
  transact(ctx, async (tx) => {
    const rows = await tx.db.execute<{ id: string; filename: string; hash: string }>(sql`
      update media set purged_at = clock() where id in (
        select id from media where ${where} order by deleted_at, id limit ${atOnce} for update skip locked)
      returning id, filename, hash`);
    for (const { id, filename, hash } of rows)
      tx.record('purge-media', 'media', Number(id), { before: { filename, hash } });
    return rows.length;
  });
