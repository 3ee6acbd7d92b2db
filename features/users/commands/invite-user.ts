import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { userSections, users } from '@/db/schema';
import { Conflict, Forbidden, Invalid, violatedConstraint } from '@/lib/errors';
import type { createUserInput, inviteUserInput, userInput } from '../input';
import { voidLinks } from '../links';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { findPasswordHash, getUser } from '../queries';
import { authorise } from '../rules';
import { savePassword } from './save-password';

/**
 * Makes a person who cannot sign in until they have followed the mailed link (valid 7 days) and chosen a password.
 * Throws Conflict when the address is taken.
 */
export async function inviteUser(
  ctx: Ctx,
  input: z.output<typeof inviteUserInput>,
): Promise<{ userId: number }> {
  authorise(ctx.actor, 'manage-users');
  return transact(ctx, async (tx) => {
    const userId = await insertUser(tx, input);
    tx.record('invite-user', 'user', userId, { after: input });
    tx.enqueue('mail.invitation', { userId });
    return { userId };
  });
}

/** Makes a person from the command line, with a password or, without one, by invitation. */
export async function createUser(
  ctx: Ctx,
  { password, ...input }: z.output<typeof createUserInput>,
): Promise<{ userId: number }> {
  authorise(ctx.actor, 'manage-users');
  if (password === undefined) return inviteUser(ctx, input);
  if (ctx.actor.kind !== 'system')
    throw Forbidden('Nobody chooses another person’s password. Invite them instead.');
  await refuseWeakPassword(password, input);
  const passwordHash = await hashPassword(password);
  return transact(ctx, async (tx) => {
    const userId = await insertUser(tx, input);
    await savePassword(tx, { id: userId, email: input.email }, passwordHash, { isFirst: true });
    tx.record('create-user', 'user', userId, { after: input });
    return { userId };
  });
}

/** Mails a new invitation; the link of the earlier one is void. */
export async function resendInvitation(ctx: Ctx, { userId }: z.output<typeof userInput>): Promise<void> {
  authorise(ctx.actor, 'manage-users');
  await transact(ctx, async (tx) => {
    await refuseUnlessInvited(tx, userId);
    tx.enqueue('mail.invitation', { userId });
    tx.record('invite-again', 'user', userId);
  });
}

/** Takes an invitation back that was not accepted; the person is gone from the list. */
export async function withdrawInvitation(ctx: Ctx, { userId }: z.output<typeof userInput>): Promise<void> {
  authorise(ctx.actor, 'manage-users');
  await transact(ctx, async (tx) => {
    const { email, name, role } = await refuseUnlessInvited(tx, userId);
    await voidLinks(tx, userId);
    await tx.db.delete(users).where(eq(users.id, userId));
    tx.record('withdraw-invitation', 'user', userId, { before: { email, name, role } });
  });
}

async function refuseUnlessInvited(tx: Work, userId: number) {
  const user = await getUser(tx, userId, { lock: true });
  if (await findPasswordHash(tx, userId))
    throw Conflict(`${user.name} has accepted the invitation already. Disable the account instead.`);
  return user;
}

/** The row of a new person, with the sections an editor is kept to. Throws Conflict when the address is taken. */
export async function insertUser(
  tx: Work,
  { email, name, role, sectionIds }: z.output<typeof inviteUserInput>,
): Promise<number> {
  const [user] = await tx.db
    .insert(users)
    .values({ email, name, role, createdAt: sql`clock()` })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!user) {
    const sentence = 'Somebody with this address is in the list already.';
    throw Conflict(sentence, { fields: { email: sentence } });
  }
  await saveSectionScope(tx, user.id, role === 'editor' ? sectionIds : []);
  return user.id;
}

/** The sections an editor may act in; none means all of them. */
export async function saveSectionScope(tx: Work, userId: number, sectionIds: number[]): Promise<void> {
  await tx.db.delete(userSections).where(eq(userSections.userId, userId));
  if (sectionIds.length === 0) return;
  try {
    await tx.db.insert(userSections).values(sectionIds.map((sectionId) => ({ userId, sectionId })));
  } catch (cause) {
    if (!violatedConstraint(cause)) throw cause;
    const sentence = 'One of these sections was deleted meanwhile. Choose again.';
    throw Invalid(sentence, { fields: { sectionIds: sentence }, cause });
  }
}
