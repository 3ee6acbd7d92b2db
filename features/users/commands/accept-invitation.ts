import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { users } from '@/db/schema';
import type { acceptInvitationInput } from '../input';
import { findLink, spendLink, staleLink } from '../links';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { getUser } from '../queries';
import { type Origin, openSession } from './open-session';
import { savePassword } from './save-password';

/**
 * Answers a mailed invitation: sets one's name and first password, uses the link up and signs in; gives the cookie's
 * value. Open to whoever has the link. Throws Invalid for a stale link and a weak password (the link then still holds).
 */
export async function acceptInvitation(
  ctx: Ctx,
  { token, name, password, ...from }: z.output<typeof acceptInvitationInput> & Origin,
): Promise<{ token: string; userId: number }> {
  const link = await findLink(ctx.db, 'invitation', token);
  if (!link?.userId) throw staleLink('invitation');
  const user = await getUser(ctx, link.userId);
  if (user.disabledAt) throw staleLink('invitation');
  await refuseWeakPassword(password, { email: user.email, name });
  const passwordHash = await hashPassword(password);
  const actor = { kind: 'staff' as const, ...user, name, sectionIds: [] };
  return transact({ ...ctx, actor }, async (tx) => {
    await spendLink(tx, 'invitation', token);
    await tx.db.update(users).set({ name }).where(eq(users.id, user.id));
    await savePassword(tx, user, passwordHash, { isFirst: true });
    tx.record('accept-invitation', 'user', user.id);
    return { token: await openSession(tx, user.id, 'invitation', from), userId: user.id };
  });
}
