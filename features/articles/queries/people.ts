import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, userSections, users } from '@/db/schema';
import { authorise, type Matter, may } from '@/features/users/rules';

export interface Colleague {
  id: number;
  name: string;
}

/** Everybody who may open an article: whom a note there can name. In name order; at most 1,000 staff are looked at. */
export async function listWhoMayOpen(ctx: Ctx, matter: Matter): Promise<Colleague[]> {
  const staff = await listOpenAccounts(ctx);
  return staff
    .filter((person) => may({ ...person, kind: 'staff', email: '' }, 'read-article', matter))
    .map(({ id, name }) => ({ id, name }));
}

/** Everybody with an open account, in name order. */
export async function listColleagues(ctx: Ctx): Promise<Colleague[]> {
  authorise(ctx.actor, 'read-desk');
  return (await listOpenAccounts(ctx)).map(({ id, name }) => ({ id, name }));
}

/**
 * Whom an article concerns: `mentionable` may open it; `assignable` are those whom the actor may give it to, which is
 * everybody for who may approve it, else herself. Null when there is no such article. Throws Forbidden for somebody else's
 * where the role sees its own only.
 */
export async function listPeopleOf(
  ctx: Ctx,
  { articleId }: { articleId: number },
): Promise<{ mentionable: Colleague[]; assignable: Colleague[] } | null> {
  const matter = await openArticle(ctx, articleId);
  if (!matter) return null;
  const mentionable = await listWhoMayOpen(ctx, matter);
  if (may(ctx.actor, 'approve-article', matter)) {
    const staff = await listOpenAccounts(ctx);
    return { mentionable, assignable: staff.map(({ id, name }) => ({ id, name })) };
  }
  const { actor } = ctx;
  const self = actor.kind === 'staff' ? [{ id: actor.id, name: actor.name }] : [];
  return { mentionable, assignable: may(actor, 'edit-article', matter) ? self : [] };
}

/**
 * What further permission on an article depends on, for somebody who may open it; null when there is none. Throws
 * Forbidden otherwise. Plan: articles_pkey.
 */
export async function openArticle(ctx: Ctx, articleId: number): Promise<Matter | null> {
  authorise(ctx.actor, 'read-desk');
  const matter = await findMatter(ctx, articleId);
  authorise(ctx.actor, 'read-article', matter ?? {});
  return matter;
}

async function findMatter(ctx: Ctx, articleId: number): Promise<Matter | null> {
  const [row] = await ctx.db
    .select({
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
      sectionIds: articles.headSectionIds,
      live: sql<boolean>`${articles.liveRevisionId} is not null`,
    })
    .from(articles)
    .where(eq(articles.id, articleId))
    .limit(1);
  if (!row) return null;
  const { createdBy, assigneeId, sectionIds, live } = row;
  return { ownerIds: [createdBy, assigneeId], sectionIds, live };
}

const listOpenAccounts = (ctx: Ctx) =>
  ctx.db
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      sectionIds: sql<number[]>`array(select ${userSections.sectionId} from ${userSections}
        where ${userSections.userId} = ${users}.id)`.mapWith((ids: (string | number)[]) => ids.map(Number)),
    })
    .from(users)
    .where(and(isNull(users.disabledAt)))
    .orderBy(asc(sql`lower(${users.name})`), asc(users.id))
    .limit(1000);
