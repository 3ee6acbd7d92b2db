import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { users } from '@/db/schema';
import { Conflict, Forbidden } from '@/lib/errors';
import type { changeAccessInput, userInput } from '../input';
import { voidLinks } from '../links';
import { getUser, listSectionScope } from '../queries';
import { authorise } from '../rules';
import { saveSectionScope } from './invite-user';
import { endSessions } from './open-session';

/**
 * Changes a person's role and the sections an editor is kept to. Their sessions end, so that no open tab goes on with
 * the old rights. Nobody changes their own; the last administrator stays one, also when two change each other at once.
 */
export async function changeAccess(
  ctx: Ctx,
  { userId, role, sectionIds }: z.output<typeof changeAccessInput>,
): Promise<void> {
  authorise(ctx.actor, 'manage-users');
  refuseOneself(ctx, userId, 'Nobody changes their own role. Ask another administrator.');
  await transact(ctx, async (tx) => {
    const others = await lockOtherAdministrators(tx, userId);
    const user = await getUser(tx, userId, { lock: true });
    if (user.role === 'administrator' && role !== 'administrator') refuseLast(user, others);
    const before = { role: user.role, sectionIds: await listSectionScope(tx, userId) };
    const after = { role, sectionIds: role === 'editor' ? sectionIds : [] };
    await tx.db.update(users).set({ role }).where(eq(users.id, userId));
    await saveSectionScope(tx, userId, after.sectionIds);
    await endSessions(tx, userId);
    tx.record('change-access', 'user', userId, { before, after });
  });
}

/** Closes the door to a person: sessions and open links end at once. What they wrote stays, signed by them. */
export async function disableUser(ctx: Ctx, { userId }: z.output<typeof userInput>): Promise<void> {
  authorise(ctx.actor, 'manage-users');
  refuseOneself(ctx, userId, 'Nobody disables their own account. Ask another administrator.');
  await transact(ctx, async (tx) => {
    const others = await lockOtherAdministrators(tx, userId);
    const user = await getUser(tx, userId, { lock: true });
    if (user.role === 'administrator') refuseLast(user, others);
    await tx.db
      .update(users)
      .set({ disabledAt: sql`clock()` })
      .where(and(eq(users.id, userId), isNull(users.disabledAt)));
    await endSessions(tx, userId);
    await voidLinks(tx, userId);
    tx.record('disable-user', 'user', userId);
  });
}

/** Opens the door again; the person signs in with the password they had. */
export async function enableUser(ctx: Ctx, { userId }: z.output<typeof userInput>): Promise<void> {
  authorise(ctx.actor, 'manage-users');
  await transact(ctx, async (tx) => {
    await getUser(tx, userId, { lock: true });
    await tx.db.update(users).set({ disabledAt: null }).where(eq(users.id, userId));
    tx.record('enable-user', 'user', userId);
  });
}

function refuseOneself({ actor }: Ctx, userId: number, sentence: string): void {
  if (actor.kind === 'staff' && actor.id === userId) throw Forbidden(sentence);
}

/**
 * How many administrators can sign in besides this person. All their rows are locked in one order, so that of two
 * changes at once the second counts what the first left.
 */
async function lockOtherAdministrators(tx: Work, userId: number): Promise<number> {
  const rows = await tx.db
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        eq(users.role, 'administrator'),
        isNull(users.disabledAt),
        sql`exists (select from credentials c where c.user_id = ${users.id})`,
      ),
    )
    .orderBy(asc(users.id))
    .for('update');
  return rows.filter(({ id }) => id !== userId).length;
}

function refuseLast(user: { name: string }, others: number): void {
  if (others > 0) return;
  throw Conflict(`${user.name} is the only administrator. Make somebody else one first.`);
}
