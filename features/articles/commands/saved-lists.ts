import { and, eq, isNull } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { savedLists } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Conflict, Forbidden, NotFound } from '@/lib/errors';
import { mayChangeList, mayShareList } from '../saved-list-rules';
import type { ChangeList, OnSavedList, SaveList } from '../saved-lists-input';

/** Keeps the filters of a list under a name, for oneself or for everybody at the desk (D13). */
export async function saveList(ctx: Ctx, { name, query, shared }: SaveList): Promise<{ listId: number }> {
  authorise(ctx.actor, 'read-desk');
  if (ctx.actor.kind !== 'staff') throw Forbidden('Only somebody who is signed in keeps lists.');
  const ownerId = ctx.actor.id;
  checkSharing(ctx, shared);
  return transact(ctx, async (tx) => {
    const [made] = await tx.db
      .insert(savedLists)
      .values({ ownerId, name, query, shared, createdAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: savedLists.id });
    if (!made) throw nameTaken(name);
    tx.record('save-list', 'saved-list', made.id, { after: { name, query, shared } });
    return { listId: made.id };
  });
}

/** Another name, other filters, shared or not; what is not named stays. */
export async function changeList(ctx: Ctx, { listId, ...change }: ChangeList): Promise<{ listId: number }> {
  authorise(ctx.actor, 'read-desk');
  return transact(ctx, async (tx) => {
    const before = await takeList(tx, listId);
    const after = { ...before, ...change };
    if (after.shared && !before.shared) checkSharing(ctx, true);
    if (after.name.toLowerCase() !== before.name.toLowerCase())
      await checkName(tx, before.ownerId, after.name);
    await tx.db.update(savedLists).set(change).where(eq(savedLists.id, listId));
    tx.record('change-list', 'saved-list', listId, { before: kept(before), after: kept(after) });
    return { listId };
  });
}

/** Takes a list away, for everybody who saw it; `bringBackList` undoes it. */
export async function deleteList(ctx: Ctx, { listId }: OnSavedList): Promise<{ listId: number }> {
  authorise(ctx.actor, 'read-desk');
  return transact(ctx, async (tx) => {
    const list = await takeList(tx, listId);
    await tx.db.update(savedLists).set({ deletedAt: tx.now }).where(eq(savedLists.id, listId));
    tx.record('delete-list', 'saved-list', listId, { before: kept(list) });
    return { listId };
  });
}

/** Undoes `deleteList`. Throws Conflict when its name has been given to another meanwhile. */
export async function bringBackList(ctx: Ctx, { listId }: OnSavedList): Promise<{ listId: number }> {
  authorise(ctx.actor, 'read-desk');
  return transact(ctx, async (tx) => {
    const list = await takeList(tx, listId, { deleted: true });
    if (list.deletedAt === null) return { listId };
    await checkName(tx, list.ownerId, list.name);
    await tx.db.update(savedLists).set({ deletedAt: null }).where(eq(savedLists.id, listId));
    tx.record('bring-back-list', 'saved-list', listId, { after: kept(list) });
    return { listId };
  });
}

type Row = typeof savedLists.$inferSelect;

const kept = ({ name, query, shared }: Row) => ({ name, query, shared });

async function takeList(tx: Work, listId: number, { deleted = false } = {}): Promise<Row> {
  const [list] = await tx.db.select().from(savedLists).where(eq(savedLists.id, listId)).for('update');
  const own = tx.actor.kind === 'staff' && list?.ownerId === tx.actor.id;
  // Whoever may not see it is not told that it is there.
  if (!list || (list.deletedAt && !deleted) || !(own || list.shared || tx.actor.kind === 'system'))
    throw NotFound('That list is not there any more.');
  if (!mayChangeList(tx.actor, list))
    throw Forbidden('This list belongs to somebody else. Save it under a name of your own.');
  return list;
}

async function checkName(tx: Work, ownerId: number, name: string): Promise<void> {
  const others = await tx.db
    .select({ name: savedLists.name })
    .from(savedLists)
    .where(and(eq(savedLists.ownerId, ownerId), isNull(savedLists.deletedAt)))
    .limit(1_000);
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase())) throw nameTaken(name);
}

function checkSharing({ actor }: Ctx, shared: boolean): void {
  if (shared && !mayShareList(actor))
    throw Forbidden('Lists for everybody are made by those who see everybody’s stories.');
}

function nameTaken(name: string) {
  const sentence = `There is a list “${name}” already. Give this one another name.`;
  return Conflict(sentence, { fields: { name: sentence } });
}
