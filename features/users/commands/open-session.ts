import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { networkName } from '@/db/network-names';
import { sessions } from '@/db/schema';
import { randomToken } from '../links';
import { sessionMaxDays, tokenHash } from '../queries';

/** Where a sign-in comes from: a keyed hash of the network and what the browser calls itself. */
export interface Origin {
  networkHash?: string | null;
  userAgent?: string | null;
  /** The session this browser held until now; it ends. */
  replacesToken?: string | null;
}

/** Opens a session and gives the cookie's value: 256 random bits, new at every sign-in, kept only as their hash. */
export async function openSession(tx: Work, userId: number, method: string, from: Origin): Promise<string> {
  const token = randomToken();
  if (from.replacesToken) await endSession(tx, from.replacesToken);
  await tx.db.insert(sessions).values({
    idHash: tokenHash(token),
    userId,
    method,
    userAgent: from.userAgent?.slice(0, 300) ?? null,
    networkHash: await networkName(tx, from.networkHash ?? null),
    createdAt: sql`clock()`,
    seenAt: sql`clock()`,
    expiresAt: sql`clock() + make_interval(days => ${sessionMaxDays})`,
  });
  return token;
}

/** Ends one session by its cookie. */
export async function endSession(tx: Work, token: string): Promise<void> {
  await tx.db
    .update(sessions)
    .set({ revokedAt: sql`clock()` })
    .where(and(eq(sessions.idHash, tokenHash(token)), isNull(sessions.revokedAt)));
}

/** Ends every session of a person, but for the one with `keepToken`; gives how many ended. */
export async function endSessions(tx: Work, userId: number, keepToken?: string | null): Promise<number> {
  const ended = await tx.db
    .update(sessions)
    .set({ revokedAt: sql`clock()` })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        keepToken ? ne(sessions.idHash, tokenHash(keepToken)) : undefined,
      ),
    )
    .returning({ idHash: sessions.idHash });
  return ended.length;
}
