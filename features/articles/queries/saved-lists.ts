import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { savedLists, users } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { mayChangeList } from '../saved-list-rules';

export interface SavedList {
  id: number;
  name: string;
  /** The search part of its address, in the one spelling of `listQuery`. */
  query: string;
  shared: boolean;
  /** Whose it is, where it is somebody else's. */
  owner: string | null;
  mayChange: boolean;
}

/** One's own lists, then what others share, each in name order; at most 100. Plan: saved_lists_name, saved_lists_shared. */
export async function listSavedLists(ctx: Ctx): Promise<SavedList[]> {
  authorise(ctx.actor, 'read-desk');
  const self = ctx.actor.kind === 'staff' ? ctx.actor.id : 0;
  const rows = await ctx.db
    .select({
      id: savedLists.id,
      name: savedLists.name,
      query: savedLists.query,
      shared: savedLists.shared,
      ownerId: savedLists.ownerId,
      ownerName: users.name,
    })
    .from(savedLists)
    .innerJoin(users, eq(users.id, savedLists.ownerId))
    .where(and(isNull(savedLists.deletedAt), or(eq(savedLists.ownerId, self), savedLists.shared)))
    .orderBy(sql`${savedLists.ownerId} <> ${self}`, asc(sql`lower(${savedLists.name})`), asc(savedLists.id))
    .limit(100);
  return rows.map(({ ownerId, ownerName, ...row }) => ({
    ...row,
    owner: ownerId === self ? null : ownerName,
    mayChange: mayChangeList(ctx.actor, { ownerId, shared: row.shared }),
  }));
}
