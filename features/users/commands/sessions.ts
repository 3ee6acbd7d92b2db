import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { sessions } from '@/db/schema';
import { Forbidden, NotFound } from '@/lib/errors';
import type { revokeSessionInput } from '../input';
import { getUser, sessionHandle } from '../queries';
import { authorise } from '../rules';
import { endSessions } from './open-session';

/** Ends one of one's own sessions, by the handle `listOwnSessions` gives; it is signed out on its next request. */
export async function revokeSession(
  ctx: Ctx,
  { session }: z.output<typeof revokeSessionInput>,
): Promise<void> {
  authorise(ctx.actor, 'manage-own-account');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw Forbidden('Only somebody signed in has sessions of their own.');
  await transact(ctx, async (tx) => {
    const ended = await tx.db
      .update(sessions)
      .set({ revokedAt: sql`clock()` })
      .where(and(eq(sessions.userId, actor.id), eq(sessionHandle, session), isNull(sessions.revokedAt)))
      .returning({ idHash: sessions.idHash });
    if (ended.length === 0) throw NotFound('That session has ended already.');
    tx.record('end-session', 'user', actor.id, { before: { session } });
  });
}

/**
 * Ends every session of a person: one's own (but for the one with `keepToken`), or anybody's for administrators and the
 * command line. Gives how many ended.
 */
export async function signOutEverywhere(
  ctx: Ctx,
  { userId, keepToken }: { userId: number; keepToken?: string | null },
): Promise<{ ended: number }> {
  const isOwn = ctx.actor.kind === 'staff' && ctx.actor.id === userId;
  authorise(ctx.actor, isOwn ? 'manage-own-account' : 'manage-users');
  return transact(ctx, async (tx) => {
    await getUser(tx, userId);
    const ended = await endSessions(tx, userId, keepToken);
    tx.record('sign-out-everywhere', 'user', userId, { after: { ended } });
    return { ended };
  });
}
