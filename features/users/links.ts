import { randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import type { Work } from '@/db/context';
import { type linkPurpose, links } from '@/db/schema';
import { Invalid } from '@/lib/errors';
import { tokenHash } from './queries';

type Purpose = (typeof linkPurpose.enumValues)[number];
export type Link = typeof links.$inferSelect;

/** How long a link of each kind may be used, in hours. */
const lifeHours = { setup: 24, reset: 1, invitation: 7 * 24 } as const satisfies Record<Purpose, number>;

/** 256 random bits, for a link or a cookie. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/**
 * Makes a link's token; only its hash is stored. A new invitation makes the earlier one void; a new reset link does not,
 * else a stranger who keeps asking would break the owner's.
 */
export async function makeLink(tx: Work, purpose: Purpose, userId: number | null): Promise<string> {
  const token = randomToken();
  if (userId !== null && purpose === 'invitation') await voidLinks(tx, userId, purpose);
  await tx.db.insert(links).values({
    tokenHash: tokenHash(token),
    purpose,
    userId,
    createdAt: sql`clock()`,
    expiresAt: sql`clock() + make_interval(hours => ${lifeHours[purpose]})`,
  });
  return token;
}

/** The link behind a token if it may still be used, or null. Reading it changes nothing: mail scanners follow links. */
export async function findLink(db: Executor, purpose: Purpose, token: string): Promise<Link | null> {
  const [link] = await db.select().from(links).where(usable(purpose, token)).limit(1);
  return link ?? null;
}

/** Uses a link up, once: of two requests at the same time one gets it, the other a refusal. */
export async function spendLink(tx: Work, purpose: Purpose, token: string): Promise<Link> {
  const [link] = await tx.db
    .update(links)
    .set({ usedAt: sql`clock()` })
    .where(usable(purpose, token))
    .returning();
  if (!link) throw staleLink(purpose);
  return link;
}

/** Ends every open link of one kind, or of all kinds, to a person. */
export async function voidLinks(tx: Work, userId: number, purpose?: Purpose): Promise<void> {
  await tx.db
    .update(links)
    .set({ usedAt: sql`clock()` })
    .where(and(eq(links.userId, userId), isNull(links.usedAt), purpose && eq(links.purpose, purpose)));
}

const usable = (purpose: Purpose, token: string) =>
  and(
    eq(links.tokenHash, tokenHash(token)),
    eq(links.purpose, purpose),
    isNull(links.usedAt),
    sql`${links.expiresAt} > clock()`,
  );

export const staleLink = (purpose: Purpose) =>
  Invalid(
    {
      setup: 'This set-up link was used already or is too old. Start the server again: it prints a new one.',
      reset: 'This link was used already or is older than an hour. Ask for a new one.',
      invitation:
        'This invitation was used already or is older than 7 days. Ask whoever invited you for a new one.',
    }[purpose],
  );
