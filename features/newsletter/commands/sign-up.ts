import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { networkName } from '@/db/network-names';
import { attempts, consents, lists, subscribers, subscriptions } from '@/db/schema';
import { readSettings } from '@/features/settings/queries';
import { emailHash } from '@/lib/email-address';
import { Invalid, TooMany } from '@/lib/errors';
import { messages } from '@/lib/messages';
import { consentNow, consentShown } from '../consent';
import type { SignUp } from '../input';
import { signUpsPerNetworkAnHour } from '../rules';

/**
 * A sign-up through a public form. The same rows are written and the same job is queued for an address that is new,
 * subscribed already, unsubscribed or suppressed; the job finds out what mail, if any, goes out, so neither the answer
 * nor its timing tells a stranger anything (N1). Nothing is sent to anybody before the button in that mail is pressed.
 * Throws Invalid when no list is meant, TooMany for a network that signs up many.
 */
export async function signUp(ctx: Ctx, input: SignUp): Promise<void> {
  // A robot fills in every field; it learns nothing from a friendly answer.
  if (input.website !== '') return;
  await transact(ctx, async (tx) => {
    const network = await networkName(tx, input.networkHash);
    await limitNetwork(tx, network);
    const shown = consentShown({ wording: input.consent, proof: input.consentProof });
    const wording = shown ?? consentNow(await readSettings(tx)).wording;
    const listIds = await meantLists(tx, input.list);
    const subscriberId = await findOrAddSubscriber(tx, input.email);
    await tx.db
      .insert(subscriptions)
      .values(
        listIds.map((listId) => ({ subscriberId, listId, state: 'unconfirmed' as const, createdAt: tx.now })),
      )
      .onConflictDoNothing();
    await tx.db.insert(consents).values(
      listIds.map((listId) => ({
        subscriberId,
        listId,
        act: 'signed_up' as const,
        wording,
        source: input.source,
        networkHash: network,
        at: tx.now,
      })),
    );
    tx.enqueue('mail.confirm-subscription', { subscriberId, listIds });
  });
}

async function limitNetwork(tx: Work, network: string | null): Promise<void> {
  if (network === null) return;
  const key = `sign-up:${network}`;
  const recent = await tx.db.$count(
    attempts,
    and(eq(attempts.key, key), gt(attempts.at, sql`clock() - interval '1 hour'`)),
  );
  if (recent >= signUpsPerNetworkAnHour)
    throw TooMany(messages('en').newsletter.tooMany, { retryAfterSeconds: 3600 });
  await tx.db.insert(attempts).values({ key, at: tx.now });
}

async function meantLists(tx: Work, slugs: string[]): Promise<number[]> {
  const rows = await tx.db
    .select({ id: lists.id })
    .from(lists)
    .where(slugs.length > 0 ? inArray(lists.slug, slugs) : undefined)
    .orderBy(asc(lists.position), asc(lists.id))
    .limit(slugs.length > 0 ? 50 : 1);
  if (rows.length === 0) throw Invalid(messages('en').newsletter.noList);
  return rows.map(({ id }) => id);
}

/** The row of an address, added when it is new; its own way of writing is kept as first seen. */
export async function findOrAddSubscriber(tx: Work, email: string): Promise<number> {
  const [row] = await tx.db
    .insert(subscribers)
    .values({ email, emailHash: emailHash(email), createdAt: tx.now })
    .onConflictDoUpdate({ target: subscribers.emailHash, set: { email: sql`${subscribers.email}` } })
    .returning({ id: subscribers.id });
  if (!row) throw new Error('an insert returned no row');
  return row.id;
}
