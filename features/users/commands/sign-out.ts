import { type Ctx, transact } from '@/db/context';
import { endSession } from './open-session';

/** Ends the session behind a cookie's value; holding the cookie is the right to end it. Nothing happens to an unknown one. */
export async function signOut(ctx: Ctx, { token }: { token: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    await endSession(tx, token);
    if (ctx.actor.kind === 'staff') tx.record('sign-out', 'user', ctx.actor.id);
  });
}
