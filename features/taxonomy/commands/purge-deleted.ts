import { eq, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { deletedShelves } from '@/db/schema';
import { hasLainLong } from '@/db/trash';
import { authorise, authoriseSystem } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import type { restoreDeletedInput } from '../input';

/** Forgets the shelves that have lain in the trash longer than the settings keep them. Gives how many. */
export async function purgeDueShelves(ctx: Ctx): Promise<number> {
  authoriseSystem(ctx.actor);
  return purge(ctx, hasLainLong('deleted_shelves'));
}

/**
 * Forgets a deleted section, tag, series or byline for good, now, or how a merge of tags is undone (D17). Addresses that
 * lead elsewhere since then go on doing so. Throws NotFound when it is not in the trash any more.
 */
export async function purgeDeleted(
  ctx: Ctx,
  { deletedId }: z.output<typeof restoreDeletedInput>,
): Promise<{ deletedId: number }> {
  authorise(ctx.actor, 'purge-trash');
  if ((await purge(ctx, eq(deletedShelves.id, deletedId))) === 0)
    throw NotFound('It is not in the trash any more. Load the page again.');
  return { deletedId };
}

const purge = (ctx: Ctx, where: SQL): Promise<number> =>
  transact(ctx, async (tx) => {
    const rows = await tx.db.delete(deletedShelves).where(where).returning();
    for (const { kind, shelfId, name, kept } of rows)
      tx.record(kept.into ? 'settle-merge-tags' : `purge-${kind}`, kind, shelfId, {
        before: { name, slug: kept.slug },
      });
    return rows.length;
  });
