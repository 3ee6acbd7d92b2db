import { sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { env } from '@/lib/env';
import { Conflict } from '@/lib/errors';
import { findLink, makeLink, spendLink, staleLink } from '../links';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { hasAdministrator } from '../queries';
import { authoriseSystem } from '../rules';
import { insertUser } from './invite-user';
import { type Origin, openSession } from './open-session';
import { savePassword } from './save-password';

/** The one-time link to the set-up page, good for 24 hours, for the server to print; null once anybody is administrator. */
export async function createSetupLink(ctx: Ctx): Promise<{ url: string } | null> {
  authoriseSystem(ctx.actor);
  if (await hasAdministrator(ctx)) return null;
  return transact(ctx, async (tx) => ({
    url: new URL(`/admin/setup/${await makeLink(tx, 'setup', null)}`, env().siteUrl).href,
  }));
}

/**
 * Makes the first administrator by the set-up link and signs in; gives the cookie's value. Open to whoever has the
 * link, and closed for good once there is an administrator: of two requests at once the second is refused (Conflict).
 */
export async function createFirstAdministrator(
  ctx: Ctx,
  {
    token,
    name,
    email,
    password,
    ...from
  }: { token: string; name: string; email: string; password: string } & Origin,
): Promise<{ token: string; userId: number }> {
  if (await hasAdministrator(ctx)) throw setUpAlready();
  if (!(await findLink(ctx.db, 'setup', token))) throw staleLink('setup');
  await refuseWeakPassword(password, { email, name });
  const passwordHash = await hashPassword(password);
  return transact(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('broadsheet first administrator'))`);
    if (await hasAdministrator(tx)) throw setUpAlready();
    await spendLink(tx, 'setup', token);
    const userId = await insertUser(tx, { name, email, role: 'administrator', sectionIds: [] });
    await savePassword(tx, { id: userId, email }, passwordHash, { isFirst: true });
    tx.record('set-up', 'user', userId, { after: { name, email, role: 'administrator' } });
    return { token: await openSession(tx, userId, 'setup', from), userId };
  });
}

const setUpAlready = () => Conflict('This paper is set up already. Sign in instead.');
