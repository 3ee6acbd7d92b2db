import { and, eq } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { addresses, deletedShelves, type KeptShelf, tagMerges } from '@/db/schema';
import type { ShelfKind } from '../queries';

interface Shelf extends Omit<KeptShelf, 'createdAt'> {
  id: number;
  name: string;
  createdAt: Date;
}

/** Keeps what is about to be deleted, in the same transaction; gives the number by which it is put back. */
export async function keepDeleted(
  tx: Work,
  kind: ShelfKind,
  { id, name, createdAt, ...rest }: Shelf,
): Promise<{ deletedId: number }> {
  const [made] = await tx.db
    .insert(deletedShelves)
    .values({
      kind,
      shelfId: id,
      name,
      kept: { ...rest, createdAt: createdAt.toISOString() },
      deletedAt: tx.now,
    })
    .returning({ deletedId: deletedShelves.id });
  if (!made) throw new Error('insert returned no row');
  return made;
}

/** What goes with a tag when it is deleted: the tags that had become it. */
export const mergesInto = async (tx: Work, tagId: number) =>
  (
    await tx.db
      .select({ fromId: tagMerges.fromId, mergedAt: tagMerges.mergedAt })
      .from(tagMerges)
      .where(eq(tagMerges.tagId, tagId))
  ).map(({ fromId, mergedAt }) => ({ fromId, mergedAt: mergedAt.toISOString() }));

/** What goes with a tag that becomes another: the addresses that led to it. By addresses_target. */
export const pathsLeadingTo = async (tx: Work, path: string): Promise<string[]> =>
  (
    await tx.db
      .select({ path: addresses.path })
      .from(addresses)
      .where(and(eq(addresses.target, `/${path}`), eq(addresses.kind, 'redirect')))
  ).map((row) => row.path);

/** What goes with a section: the addresses it had before. */
export const oldPathsOf = async (tx: Work, sectionId: number): Promise<string[]> =>
  (
    await tx.db
      .select({ path: addresses.path })
      .from(addresses)
      .where(and(eq(addresses.sectionId, sectionId), eq(addresses.kind, 'redirect')))
  ).map(({ path }) => path);
