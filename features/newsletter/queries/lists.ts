import { asc, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { lists, subscribers, subscriptions } from '@/db/schema';

export interface NewsletterList {
  id: number;
  slug: string;
  name: string;
  description: string;
}

const columns = { id: lists.id, slug: lists.slug, name: lists.name, description: lists.description };

/** Every list, in the desk's order. */
export const listLists = (ctx: Ctx): Promise<NewsletterList[]> =>
  ctx.db.select(columns).from(lists).orderBy(asc(lists.position), asc(lists.id)).limit(200);

export const listListsByIds = (ctx: Ctx, ids: number[]): Promise<NewsletterList[]> =>
  ctx.db
    .select(columns)
    .from(lists)
    .where(inArray(lists.id, ids))
    .orderBy(asc(lists.position), asc(lists.id))
    .limit(200);

export interface Preferences {
  email: string;
  lists: (NewsletterList & { receives: boolean })[];
}

/** A reader's own choice; null when she was erased. */
export async function findPreferences(ctx: Ctx, subscriberId: number): Promise<Preferences | null> {
  const [[subscriber], all, received] = await Promise.all([
    ctx.db.select({ email: subscribers.email }).from(subscribers).where(eq(subscribers.id, subscriberId)),
    listLists(ctx),
    ctx.db
      .select({ listId: subscriptions.listId, state: subscriptions.state })
      .from(subscriptions)
      .where(eq(subscriptions.subscriberId, subscriberId))
      .limit(200),
  ]);
  if (!subscriber || subscriber.email.endsWith('.invalid')) return null;
  const on = new Set(received.filter(({ state }) => state === 'confirmed').map(({ listId }) => listId));
  return { email: subscriber.email, lists: all.map((list) => ({ ...list, receives: on.has(list.id) })) };
}
