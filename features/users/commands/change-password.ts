import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { Forbidden, Invalid } from '@/lib/errors';
import type { changePasswordInput } from '../input';
import { hashPassword, refuseWeakPassword, verifyPassword } from '../passwords';
import { findPasswordHash } from '../queries';
import { authorise } from '../rules';
import { countAttempt, forgetAttempts } from './attempts';
import { savePassword } from './save-password';

/**
 * Changes one's own password. Asks for the current one, ends every session but the one it is done in (`keepToken`), and
 * tells the address. Throws Invalid by field, TooMany after ten wrong ones in a quarter of an hour.
 */
export async function changePassword(
  ctx: Ctx,
  {
    currentPassword,
    password,
    keepToken,
  }: z.output<typeof changePasswordInput> & { keepToken?: string | null },
): Promise<void> {
  authorise(ctx.actor, 'manage-own-account');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw Forbidden('Only somebody signed in has a password of their own.');
  const key = `password ${actor.id}`;
  const counted = await countAttempt(ctx.db, [{ key, limit: 10, withinSeconds: 15 * 60 }]);
  if (!(await verifyPassword(await findPasswordHash(ctx, actor.id), currentPassword))) {
    const sentence = 'That is not your current password.';
    throw Invalid(sentence, { fields: { currentPassword: sentence } });
  }
  await forgetAttempts(ctx.db, counted);
  await refuseWeakPassword(password, actor);
  const passwordHash = await hashPassword(password);
  await transact(ctx, async (tx) => {
    await savePassword(tx, actor, passwordHash, { keepToken });
    tx.record('change-password', 'user', actor.id);
  });
}
