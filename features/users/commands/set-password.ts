import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import type { setPasswordInput } from '../input';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { getUserByEmail } from '../queries';
import { authoriseSystem } from '../rules';
import { savePassword } from './save-password';

/** Sets somebody's password from the command line of the machine; their sessions end and they are told by mail. */
export async function setPassword(
  ctx: Ctx,
  { email, password }: z.output<typeof setPasswordInput>,
): Promise<{ userId: number }> {
  authoriseSystem(ctx.actor);
  const user = await getUserByEmail(ctx, email);
  await refuseWeakPassword(password, user);
  const passwordHash = await hashPassword(password);
  return transact(ctx, async (tx) => {
    await savePassword(tx, user, passwordHash);
    tx.record('set-password', 'user', user.id);
    return { userId: user.id };
  });
}
