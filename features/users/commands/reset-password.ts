import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import type { resetPasswordInput } from '../input';
import { findLink, spendLink, staleLink } from '../links';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { getUser } from '../queries';
import { savePassword } from './save-password';

/**
 * Chooses a new password by a mailed link, which is used up by it; every session of the account ends and its address is
 * told. Open to whoever has the link. Throws Invalid for a link that is stale or used and for a weak password (the
 * link then still holds).
 */
export async function resetPassword(
  ctx: Ctx,
  { token, password }: z.output<typeof resetPasswordInput>,
): Promise<{ userId: number }> {
  const link = await findLink(ctx.db, 'reset', token);
  if (!link?.userId) throw staleLink('reset');
  const user = await getUser(ctx, link.userId);
  if (user.disabledAt) throw staleLink('reset');
  await refuseWeakPassword(password, user);
  const passwordHash = await hashPassword(password);
  const actor = { kind: 'staff' as const, ...user, sectionIds: [] };
  return transact({ ...ctx, actor }, async (tx) => {
    await spendLink(tx, 'reset', token);
    await savePassword(tx, user, passwordHash);
    tx.record('reset-password', 'user', user.id);
    return { userId: user.id };
  });
}
