import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, type Role, transact } from '@/db/context';
import { networkNames } from '@/db/network-names';
import { Invalid } from '@/lib/errors';
import type { signInInput } from '../input';
import { verifyPassword } from '../passwords';
import { accountKey, attemptName, countAttempt, forgetAttempts, forgetKeys, type Limit } from './attempts';
import { type Origin, openSession } from './open-session';

const quarterHour = 15 * 60;

interface Account {
  userId: number;
  name: string;
  email: string;
  role: Role;
  disabled: boolean;
  passwordHash: string | null;
  /** Whether somebody signed in to this account from this network in the last 30 days. */
  knownHere: boolean;
}

/**
 * Proves who somebody is by password and opens a session; gives the cookie's value. Open to everybody.
 * Throws Invalid, with one sentence for an unknown address, a wrong password and a disabled account alike and after the
 * same work, and TooMany (see `limitsOf`). Failures are in the audit log with the network's hash, never with what was typed.
 */
export async function signIn(
  ctx: Ctx,
  { email, password, ...from }: Pick<z.output<typeof signInInput>, 'email' | 'password'> & Origin,
): Promise<{ token: string; userId: number }> {
  const names = await networkNames(ctx, from.networkHash ?? null);
  const network = names[0] ?? 'unknown';
  const account = await findAccount(ctx, email, names);
  const limits = limitsOf(email, network, account?.knownHere ?? false);
  const counted = await countAttempt(ctx.db, limits);
  const right = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account || !right || account.disabled) {
    await transact(ctx, async (tx) =>
      tx.record('sign-in-refused', 'user', account?.userId ?? null, { after: { network } }),
    );
    const sentence = 'That address and password do not belong together. Check both and try again.';
    throw Invalid(sentence, { fields: { password: sentence } });
  }
  await forgetAttempts(ctx.db, counted);
  await forgetKeys(ctx.db, [pairKey(email, network)]);
  const { userId, name, role } = account;
  const actor = { kind: 'staff' as const, id: userId, name, email: account.email, role, sectionIds: [] };
  const token = await transact({ ...ctx, actor }, async (tx) => {
    tx.record('sign-in', 'user', userId, { after: { network } });
    return openSession(tx, userId, 'password', from);
  });
  return { token, userId };
}

/**
 * Ten wrong passwords for one account from one network, fifty from one network over all accounts, in a quarter of an
 * hour. So that a stranger can lock nobody out, an account as a whole is only guarded (100 an hour, from wherever)
 * against networks it was never used from; a reset by mail clears that.
 */
function limitsOf(email: string, network: string, knownHere: boolean): Limit[] {
  const pair = { key: pairKey(email, network), limit: 10, withinSeconds: quarterHour };
  if (knownHere) return [pair];
  return [
    pair,
    { key: `sign-in network ${network}`, limit: 50, withinSeconds: quarterHour },
    { key: accountKey(email), limit: 100, withinSeconds: 3600 },
  ];
}

const pairKey = (email: string, network: string) => `sign-in ${attemptName(email)} ${network}`;

async function findAccount({ db }: Ctx, email: string, networks: string[]): Promise<Account | null> {
  const [row] = await db.execute<{
    id: string;
    name: string;
    email: string;
    role: Role;
    disabled: boolean;
    secret: string | null;
    known: boolean;
  }>(sql`
    select u.id, u.name, u.email, u.role, u.disabled_at is not null as disabled, c.secret,
           exists (select from sessions s where s.user_id = u.id and s.network_hash = any(${sql.param(networks)}::text[])
                    and s.created_at > clock() - interval '30 days') as known
      from users u left join credentials c on c.user_id = u.id and c.kind = 'password'
     where lower(u.email) = lower(${email})`);
  if (!row) return null;
  const { id, disabled, secret, known, ...person } = row;
  return { ...person, userId: Number(id), disabled, passwordHash: secret, knownHere: known };
}
