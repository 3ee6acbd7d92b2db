import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import {
  confirmationMails,
  consents,
  deliveries,
  lists,
  subscribers,
  subscriptions,
  suppressions,
} from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { emailHash } from '@/lib/email-address';
import { Conflict, Invalid, NotFound } from '@/lib/errors';
import type { AddSubscriber, OnSubscriber } from '../input';
import { findOrAddSubscriber } from './sign-up';
import { leave } from './subscription';

/**
 * Adds somebody who agreed outside the site; how she did is kept with the consent. Throws Conflict for an address that
 * must not be written to.
 */
export async function addSubscriber(
  ctx: Ctx,
  { email, listId, consent }: AddSubscriber,
): Promise<{ id: number }> {
  authorise(ctx.actor, 'edit-subscribers');
  return transact(ctx, async (tx) => {
    const [list] = await tx.db.select({ id: lists.id }).from(lists).where(eq(lists.id, listId));
    if (!list)
      throw Invalid('That list does not exist any more. Choose another.', {
        fields: { listId: 'Choose a list.' },
      });
    const [stop] = await tx.db
      .select()
      .from(suppressions)
      .where(eq(suppressions.emailHash, emailHash(email)));
    if (stop)
      throw Conflict(`Mail to this address is suppressed (${stop.reason}), so it cannot be added.`, {
        fields: { email: 'Suppressed.' },
      });
    const id = await findOrAddSubscriber(tx, email);
    await tx.db
      .insert(subscriptions)
      .values({ subscriberId: id, listId, state: 'confirmed', createdAt: tx.now, confirmedAt: tx.now })
      .onConflictDoUpdate({
        target: [subscriptions.subscriberId, subscriptions.listId],
        set: { state: 'confirmed', confirmedAt: tx.now, endedAt: null },
      });
    await tx.db
      .insert(consents)
      .values({ subscriberId: id, listId, act: 'imported', wording: consent, source: 'desk', at: tx.now });
    tx.record('add', 'subscriber', id, { after: { listId, consent } });
    return { id };
  });
}

/** Stops every mail to an address for good, whatever it signs up for, until somebody lifts it. */
export async function suppressSubscriber(ctx: Ctx, { subscriberId }: OnSubscriber): Promise<void> {
  authorise(ctx.actor, 'edit-subscribers');
  await transact(ctx, async (tx) => {
    const hash = await hashOf(tx, subscriberId);
    await tx.db
      .insert(suppressions)
      .values({ emailHash: hash, reason: 'stopped at the desk', at: tx.now })
      .onConflictDoNothing();
    await tx.db
      .update(deliveries)
      .set({ state: 'suppressed', answer: 'stopped at the desk', lease: null, leaseUntil: null })
      .where(
        and(eq(deliveries.subscriberId, subscriberId), sql`${deliveries.state} in ('pending', 'claimed')`),
      );
    tx.record('suppress', 'subscriber', subscriberId);
  });
}

/** Lets mail go to an address again, because its mailbox is back or it was stopped by mistake. */
export async function unsuppressSubscriber(ctx: Ctx, { subscriberId }: OnSubscriber): Promise<void> {
  authorise(ctx.actor, 'edit-subscribers');
  await transact(ctx, async (tx) => {
    await tx.db.delete(suppressions).where(eq(suppressions.emailHash, await hashOf(tx, subscriberId)));
    tx.record('unsuppress', 'subscriber', subscriberId);
  });
}

/**
 * Erases a reader: address, consents and subscriptions go; a keyed hash stays behind, so that no import brings her back.
 * The numbers of past issues keep adding up, for her deliveries stay without an address.
 */
export async function eraseSubscriber(ctx: Ctx, { subscriberId }: OnSubscriber): Promise<void> {
  authorise(ctx.actor, 'edit-subscribers');
  await transact(ctx, async (tx) => {
    const hash = await hashOf(tx, subscriberId);
    const every = await tx.db.select({ id: lists.id }).from(lists).limit(1000);
    await leave(
      tx,
      subscriberId,
      every.map(({ id }) => id),
      'erased',
    );
    await tx.db
      .insert(suppressions)
      .values({ emailHash: hash, reason: 'erased', at: tx.now })
      .onConflictDoNothing();
    await tx.db.delete(confirmationMails).where(eq(confirmationMails.emailHash, hash));
    await tx.db.delete(consents).where(eq(consents.subscriberId, subscriberId));
    await tx.db.delete(subscriptions).where(eq(subscriptions.subscriberId, subscriberId));
    await tx.db
      .update(deliveries)
      .set({ email: '', domain: '' })
      .where(eq(deliveries.subscriberId, subscriberId));
    const nobody = `erased-${randomUUID()}`;
    await tx.db
      .update(subscribers)
      .set({ email: `${nobody}@erased.invalid`, emailHash: nobody })
      .where(eq(subscribers.id, subscriberId));
    tx.record('erase', 'subscriber', subscriberId);
  });
}

async function hashOf(ctx: Ctx, subscriberId: number): Promise<string> {
  const [row] = await ctx.db
    .select({ hash: subscribers.emailHash })
    .from(subscribers)
    .where(eq(subscribers.id, subscriberId));
  if (!row) throw NotFound('This reader does not exist, or no longer does.');
  return row.hash;
}
