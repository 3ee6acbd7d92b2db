import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { networkName } from '@/db/network-names';
import { confirmationMails, consents, lists, subscribers, subscriptions, suppressions } from '@/db/schema';
import { NotFound } from '@/lib/errors';
import { messages } from '@/lib/messages';
import type { ConfirmSubscription, SavePreferences, Unsubscribe } from '../input';
import { readConfirmToken, readPreferencesToken, readUnsubscribeToken } from '../links';
import { confirmationDays } from '../rules';

const gone = () => NotFound(messages('en').newsletter.expired);

/** The button behind the link in the mail: from now on this address gets the lists it asked for. Throws NotFound for a link that is forged or too old. */
export async function confirmSubscription(
  ctx: Ctx,
  { token, networkHash }: ConfirmSubscription,
): Promise<void> {
  const asked = readConfirmToken(token);
  if (!asked) throw gone();
  await transact(ctx, async (tx) => {
    const oldest = tx.now.getTime() / 1000 - confirmationDays * 86_400;
    const [subscriber] = await tx.db.select().from(subscribers).where(eq(subscribers.id, asked.subscriberId));
    if (!subscriber || asked.askedAt < oldest) throw gone();
    const [listIds, network] = [await existingLists(tx, asked.listIds), await networkName(tx, networkHash)];
    await subscribe(tx, { subscriberId: subscriber.id, listIds, source: 'confirmation mail', network });
    // Whoever confirms is a person: the limits of N3 begin anew, and an erased address is welcome back.
    await tx.db.delete(confirmationMails).where(eq(confirmationMails.emailHash, subscriber.emailHash));
    await tx.db
      .delete(suppressions)
      .where(and(eq(suppressions.emailHash, subscriber.emailHash), eq(suppressions.reason, 'erased')));
  });
}

/** One POST, from a mail provider or from the button on the page, and the list no longer comes, queued mail included (RFC 8058). */
export async function unsubscribe(
  ctx: Ctx,
  { token, from }: Unsubscribe,
): Promise<{ token: string; fromPage: boolean }> {
  const named = readUnsubscribeToken(token);
  if (!named) throw gone();
  await transact(ctx, (tx) => leave(tx, named.subscriberId, [named.listId], 'unsubscribe link'));
  return { token, fromPage: from === 'page' };
}

/** The reader's own page: exactly the ticked lists from now on, or none at all. */
export async function savePreferences(ctx: Ctx, input: SavePreferences): Promise<{ token: string }> {
  const subscriberId = readPreferencesToken(input.token);
  if (!subscriberId) throw gone();
  const everything = input.everything !== undefined;
  const wanted = everything ? [] : input.list;
  await transact(ctx, async (tx) => {
    const [subscriber] = await tx.db.select().from(subscribers).where(eq(subscribers.id, subscriberId));
    if (!subscriber) throw gone();
    const all = await tx.db.select({ id: lists.id, slug: lists.slug }).from(lists).limit(1000);
    const [on, off] = [true, false].map((want) =>
      all.filter(({ slug }) => wanted.includes(slug) === want).map(({ id }) => id),
    );
    await subscribe(tx, {
      subscriberId,
      listIds: on ?? [],
      source: 'preferences',
      network: await networkName(tx, input.networkHash),
    });
    await leave(tx, subscriberId, off ?? [], everything ? 'unsubscribe from everything' : 'preferences');
  });
  return { token: input.token };
}

interface Subscribe {
  subscriberId: number;
  listIds: number[];
  source: string;
  /** As rows call it. */
  network: string | null;
}

/** Confirms lists for an address that was proven to be the reader's. What is confirmed already stays as it is. */
async function subscribe(tx: Work, { subscriberId, listIds, source, network }: Subscribe): Promise<void> {
  if (listIds.length === 0) return;
  const changed = await tx.db
    .insert(subscriptions)
    .values(
      listIds.map((listId) => ({
        subscriberId,
        listId,
        state: 'confirmed' as const,
        createdAt: tx.now,
        confirmedAt: tx.now,
      })),
    )
    .onConflictDoUpdate({
      target: [subscriptions.subscriberId, subscriptions.listId],
      set: { state: 'confirmed', confirmedAt: tx.now, endedAt: null },
      setWhere: ne(subscriptions.state, 'confirmed'),
    })
    .returning({ listId: subscriptions.listId });
  await note(tx, 'confirmed', {
    subscriberId,
    listIds: changed.map(({ listId }) => listId),
    source,
    network,
  });
}

/** Ends subscriptions, and strikes the reader off what is queued for those lists. */
export async function leave(
  tx: Work,
  subscriberId: number,
  listIds: number[],
  source: string,
): Promise<void> {
  if (listIds.length === 0) return;
  const ended = await tx.db
    .update(subscriptions)
    .set({ state: 'unsubscribed', endedAt: tx.now })
    .where(
      and(
        eq(subscriptions.subscriberId, subscriberId),
        inArray(subscriptions.listId, listIds),
        ne(subscriptions.state, 'unsubscribed'),
      ),
    )
    .returning({ listId: subscriptions.listId });
  await tx.db.execute(sql`
    update deliveries d set state = 'suppressed', answer = 'unsubscribed before it was sent',
      lease = null, lease_until = null, updated_at = clock()
    from campaigns c
    where d.subscriber_id = ${subscriberId} and d.state in ('pending', 'claimed') and c.id = d.campaign_id
      and c.list_id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(listIds)}::jsonb))`);
  await note(tx, 'unsubscribed', {
    subscriberId,
    listIds: ended.map(({ listId }) => listId),
    source,
    network: null,
  });
}

async function note(
  tx: Work,
  act: 'confirmed' | 'unsubscribed',
  { subscriberId, listIds, source, network }: Subscribe,
): Promise<void> {
  if (listIds.length === 0) return;
  await tx.db.insert(consents).values(
    listIds.map((listId) => ({
      subscriberId,
      listId,
      act,
      wording: '',
      source,
      networkHash: network,
      at: tx.now,
    })),
  );
}

async function existingLists(tx: Work, listIds: number[]): Promise<number[]> {
  const rows = await tx.db.select({ id: lists.id }).from(lists).where(inArray(lists.id, listIds));
  if (rows.length === 0) throw gone();
  return rows.map(({ id }) => id);
}
