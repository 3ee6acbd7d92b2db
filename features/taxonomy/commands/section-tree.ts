import { asc, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { sections } from '@/db/schema';
import { Invalid, NotFound } from '@/lib/errors';

/** Top, middle, bottom, and one for the ambitious. */
const deepest = 4;

export interface Place {
  id: number;
  parentId: number | null;
  position: number;
}

/**
 * Where every section stands, in order, locked until the transaction ends: two moves at once would else put a section
 * under itself. The lock also waits for sections that are just being made.
 */
export async function lockSections(tx: Work): Promise<Place[]> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('broadsheet sections'))`);
  return tx.db
    .select({ id: sections.id, parentId: sections.parentId, position: sections.position })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
    .limit(1000);
}

/** Throws unless `moving` (with what is under it; nothing for a new one) may stand under `parentId`. */
export function refuseDeep(
  tree: Place[],
  { moving, parentId }: { moving?: number; parentId: number | null },
): void {
  const above = ancestors(tree, parentId);
  if (moving !== undefined && above.includes(moving)) throw wrong('A section cannot stand under itself.');
  if (above.length + (moving === undefined ? 1 : heightOf(tree, moving)) > deepest)
    throw wrong(`Sections nest ${deepest} deep at most.`);
}

/** The section and all above it, nearest first. */
function ancestors(tree: Place[], from: number | null): number[] {
  const chain: number[] = [];
  for (let at = from; at !== null; ) {
    const row = tree.find(({ id }) => id === at);
    if (!row) throw wrong('The section above was deleted meanwhile. Choose again.');
    chain.push(row.id);
    at = row.parentId;
  }
  return chain;
}

const heightOf = (tree: Place[], id: number): number =>
  1 + Math.max(0, ...tree.filter((row) => row.parentId === id).map((row) => heightOf(tree, row.id)));

/** The order of the siblings under `parentId` once `moving` stands before `beforeId`, or last. */
export function orderWith(
  tree: Place[],
  { moving, parentId, beforeId }: { moving: number; parentId: number | null; beforeId: number | null },
): number[] {
  const siblings = tree.filter((row) => row.parentId === parentId && row.id !== moving).map(({ id }) => id);
  const at = beforeId === null ? siblings.length : siblings.indexOf(beforeId);
  if (at < 0) throw NotFound('The order was changed meanwhile. Look at it again and repeat the move.');
  return siblings.toSpliced(at, 0, moving);
}

const wrong = (sentence: string) => Invalid(sentence, { fields: { parentId: sentence } });
