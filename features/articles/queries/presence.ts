import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, notes, notices, presence, users } from '@/db/schema';
import { authoriseSystem, type Matter } from '@/features/users/rules';
import { type Attendance, liveSeconds, presentOf, writerOf } from '../presence';

/** Heard of lately, by the database's clock. */
export const isHere: SQL = sql`${presence.seenAt} > clock() - make_interval(secs => ${liveSeconds})`;

const columns = {
  articleId: presence.articleId,
  loadId: presence.loadId,
  userId: presence.userId,
  name: users.name,
  writes: sql<boolean>`${presence.writesSince} is not null`,
};

/** Who has an article open now, and its newest version. For commands that have checked who asks. Plan: presence_article. */
export async function findAttendance(ctx: Ctx, articleId: number): Promise<Attendance> {
  const [rows, [article]] = await Promise.all([
    ctx.db
      .select(columns)
      .from(presence)
      .innerJoin(users, eq(users.id, presence.userId))
      .where(and(eq(presence.articleId, articleId), isHere))
      .orderBy(asc(presence.openedAt), asc(presence.loadId))
      .limit(200),
    ctx.db.select({ revisionId: articles.headRevisionId }).from(articles).where(eq(articles.id, articleId)),
  ]);
  return { present: presentOf(rows), writer: writerOf(rows), revisionId: article?.revisionId ?? 0 };
}

/** Who writes an article now; null when nobody does. Plan: presence_one_writer. */
export async function findWriter(ctx: Ctx, articleId: number): Promise<Attendance['writer']> {
  const [row] = await ctx.db
    .select({ userId: presence.userId, name: users.name, loadId: presence.loadId })
    .from(presence)
    .innerJoin(users, eq(users.id, presence.userId))
    .where(and(eq(presence.articleId, articleId), sql`${presence.writesSince} is not null`, isHere));
  return row ?? null;
}

/** An article that is open somewhere, or watched, as the event stream tells of it. */
export interface WatchedArticle extends Attendance {
  articleId: number;
  matter: Matter;
  /** Moves with everything but the text that the editor's page shows: stage, who has it, plans. */
  stamp: string;
  /** Moves with its notes. */
  notes: string;
}

/**
 * Everything that is open at the desk, and the articles asked for besides, for the event stream of this process: two
 * statements, however many watch. Plan: presence_seen (a row for each open page), articles_pkey, notes_article.
 */
export async function listWatched(ctx: Ctx, also: number[]): Promise<WatchedArticle[]> {
  authoriseSystem(ctx.actor);
  const rows = await ctx.db
    .select(columns)
    .from(presence)
    .innerJoin(users, eq(users.id, presence.userId))
    .where(isHere)
    .orderBy(asc(presence.openedAt), asc(presence.loadId))
    .limit(2_000);
  const ids = [...new Set([...rows.map(({ articleId }) => articleId), ...also])];
  if (ids.length === 0) return [];
  const found = await ctx.db
    .select({
      articleId: articles.id,
      revisionId: articles.headRevisionId,
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
      sectionIds: articles.headSectionIds,
      live: articles.liveRevisionId,
      stamp: sql<string>`concat_ws(' ', ${articles.stage}, coalesce(${articles.assigneeId}, 0),
        ${articles.dueAt}, ${articles.trashedAt}, ${articles.liveRevisionId})`,
      notes: sql<string>`(select concat_ws(' ', count(*), max(greatest(${notes.createdAt}, ${notes.editedAt},
        ${notes.removedAt}, ${notes.resolvedAt})), count(${notes.removedAt}), count(${notes.resolvedAt}))
        from ${notes} where ${notes.articleId} = ${articles}.id)`,
    })
    .from(articles)
    .where(inArray(articles.id, ids))
    .orderBy(articles.id)
    .limit(ids.length);
  return found.map(({ createdBy, assigneeId, sectionIds, live, revisionId, ...article }) => {
    const here = rows.filter((row) => row.articleId === article.articleId);
    return {
      ...article,
      revisionId: revisionId ?? 0,
      matter: { ownerIds: [createdBy, assigneeId], sectionIds, live: live !== null },
      present: presentOf(here),
      writer: writerOf(here),
    };
  });
}

/** How many notices each of these people has not read; nobody's for who has none. Plan: notices_unread. */
export async function countUnreadOf(
  ctx: Ctx,
  people: { id: number; seesAll: boolean }[],
): Promise<Map<number, number>> {
  authoriseSystem(ctx.actor);
  const ids = people.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const ownOnly = people.filter(({ seesAll }) => !seesAll).map(({ id }) => id);
  const opens = or(
    ownOnly.length > 0 ? sql`not ${inArray(notices.userId, ownOnly)}` : sql`true`,
    eq(articles.createdBy, notices.userId),
    eq(articles.assigneeId, notices.userId),
  );
  const rows = await ctx.db
    .select({ userId: notices.userId, unread: sql<number>`count(*)::int` })
    .from(notices)
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(notes, eq(notes.id, notices.noteId))
    .where(and(inArray(notices.userId, ids), isNull(notices.readAt), isNull(notes.removedAt), opens))
    .groupBy(notices.userId)
    .orderBy(notices.userId)
    .limit(ids.length);
  return new Map(rows.map(({ userId, unread }) => [userId, unread]));
}
