import { sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { credentials } from '@/db/schema';
import { voidLinks } from '../links';
import { accountKey, forgetKeys } from './attempts';
import { endSessions } from './open-session';

/**
 * Puts a new password in place of the old: every other session ends, every open link to the account is void, and tries
 * at the old one count no more. The person is told by mail unless the account is new.
 */
export async function savePassword(
  tx: Work,
  user: { id: number; email: string },
  passwordHash: string,
  { keepToken, isFirst = false }: { keepToken?: string | null; isFirst?: boolean } = {},
): Promise<void> {
  await tx.db
    .insert(credentials)
    .values({ userId: user.id, kind: 'password', secret: passwordHash, createdAt: sql`clock()` })
    .onConflictDoUpdate({
      target: credentials.userId,
      targetWhere: sql`${credentials.kind} = 'password'`,
      set: { secret: passwordHash, createdAt: sql`clock()`, usedAt: null },
    });
  await endSessions(tx, user.id, keepToken);
  await voidLinks(tx, user.id);
  await forgetKeys(tx.db, [accountKey(user.email)]);
  if (!isFirst) tx.enqueue('mail.password-changed', { userId: user.id });
}
