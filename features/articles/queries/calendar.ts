import { and, asc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, publications } from '@/db/schema';
import { authorise, may } from '@/features/users/rules';
import { deskHref, matterOfPage } from '../front-rules';
import type { Publication, Stage } from '../rules';
import { listComing } from './arrangements';
import { isOwn, isPlanned } from './desk-filter';

/** One thing of a day: a plan, a due date, or a story that went live. */
export interface CalendarEntry {
  /** The same wherever it is moved. */
  key: string;
  kind: Publication['kind'] | 'due' | 'live' | 'arrange';
  /** Null for a page's new arrangement. */
  articleId: number | null;
  publicationId: number | null;
  arrangementId: number | null;
  /** Null where this person has no business. */
  href: string | null;
  title: string;
  at: Date;
  mayMove: boolean;
}

export interface Calendar {
  entries: CalendarEntry[];
  /** How many stories went live each day, by day of the zone; `entries` hold the last few of each. */
  live: Record<string, number>;
  /** There are more plans or due dates than are shown. */
  cut: boolean;
}

const mostPlans = 500;

interface Span {
  from: Date;
  to: Date;
  timeZone: string;
  /** How many live stories of each day are named. */
  named: number;
}

/** What is planned, due and was published between two instants, of what the actor may see. */
export async function listCalendar(ctx: Ctx, span: Span): Promise<Calendar> {
  authorise(ctx.actor, 'read-desk');
  const [planned, due, live, pages] = await Promise.all([
    listPlans(ctx, span),
    listDue(ctx, span),
    listLive(ctx, span),
    listPages(ctx, span),
  ]);
  return {
    entries: [...planned, ...due, ...live.entries, ...pages],
    live: live.counts,
    cut: [planned, due, pages].some(({ length }) => length === mostPlans),
  };
}

const facts = {
  articleId: articles.id,
  title: articles.headTitle,
  createdBy: articles.createdBy,
  assigneeId: articles.assigneeId,
  sectionIds: articles.headSectionIds,
  isLive: sql<boolean>`${articles.liveRevisionId} is not null`,
};

interface Facts {
  createdBy: number | null;
  assigneeId: number | null;
  sectionIds: number[];
  isLive: boolean;
}

const matterOf = ({ createdBy, assigneeId, sectionIds, isLive }: Facts) => ({
  ownerIds: [createdBy, assigneeId],
  sectionIds,
  live: isLive,
});

const ofArticle = (articleId: number) => ({
  articleId,
  publicationId: null,
  arrangementId: null,
  href: `/admin/articles/${articleId}`,
});

/** New arrangements of pages. Plan: arrangements_due. */
async function listPages(ctx: Ctx, { from, to }: Span): Promise<CalendarEntry[]> {
  // `to` is the first instant of the next day.
  const lines = await listComing(ctx, { from: before(from), to: before(to), limit: mostPlans });
  return lines.map(({ id, page, pageName, name, effectiveAt }) => {
    const mayMove = may(ctx.actor, 'curate', matterOfPage(page));
    return {
      key: `arrange-${id}`,
      kind: 'arrange' as const,
      articleId: null,
      publicationId: null,
      arrangementId: id,
      href: mayMove ? `${deskHref(page)}?plan=${id}` : null,
      title: name ? `${pageName}: ${name}` : pageName,
      at: effectiveAt,
      mayMove,
    };
  });
}

const before = (at: Date): Date => new Date(at.getTime() - 1);

/** A contributor sees her own. */
export const isSeen = (ctx: Ctx): SQL | undefined =>
  may(ctx.actor, 'read-article') ? undefined : isOwn(ctx);

/** Plan: publications_due, then articles_pkey. */
async function listPlans(ctx: Ctx, { from, to }: Span): Promise<CalendarEntry[]> {
  const rows = await ctx.db
    .select({ ...facts, id: publications.id, kind: publications.kind, at: publications.effectiveAt })
    .from(publications)
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .where(
      and(
        isNull(publications.appliedAt),
        isNull(publications.cancelledAt),
        isNull(publications.failure),
        gte(publications.effectiveAt, from),
        lt(publications.effectiveAt, to),
        isSeen(ctx),
      ),
    )
    .orderBy(asc(publications.effectiveAt), asc(publications.id))
    .limit(mostPlans);
  return rows.map(({ id, kind, at, articleId, title, ...row }) => ({
    key: `${articleId}-${kind}`,
    kind,
    ...ofArticle(articleId),
    publicationId: id,
    title,
    at,
    mayMove:
      kind !== 'kill' &&
      may(ctx.actor, kind === 'withdraw' ? 'withdraw-article' : 'publish-article', matterOf(row)),
  }));
}

/** What is to be finished: neither live, nor planned, nor put away. Plan: articles_due. */
async function listDue(ctx: Ctx, { from, to }: Span): Promise<CalendarEntry[]> {
  const rows = await ctx.db
    .select({ ...facts, at: sql`${articles.dueAt}`.mapWith(articles.savedAt) })
    .from(articles)
    .where(
      and(
        isNotNull(articles.dueAt),
        gte(articles.dueAt, from),
        lt(articles.dueAt, to),
        isNull(articles.trashedAt),
        isNull(articles.killedAt),
        isNull(articles.withdrawnAt),
        isNull(articles.liveRevisionId),
        sql`not ${isPlanned}`,
        isSeen(ctx),
      ),
    )
    .orderBy(asc(articles.dueAt), asc(articles.id))
    .limit(mostPlans);
  return rows.map(({ at, articleId, title, ...row }) => ({
    key: `${articleId}-due`,
    kind: 'due' as const,
    ...ofArticle(articleId),
    title,
    at,
    mayMove: may(ctx.actor, 'publish-article', matterOf(row)),
  }));
}

/**
 * The last few of each day and the count of all. Plan at 100,000 stories, a month: articles_live, a range of some 1,000
 * rows, WindowAgg over them.
 */
async function listLive(
  ctx: Ctx,
  { from, to, timeZone, named }: Span,
): Promise<{ entries: CalendarEntry[]; counts: Record<string, number> }> {
  const day = sql<string>`to_char(${articles.firstLiveAt} at time zone ${timeZone}, 'YYYY-MM-DD')`;
  const ranked = ctx.db
    .select({
      articleId: articles.id,
      title: articles.headTitle,
      at: articles.firstLiveAt,
      day: day.as('day'),
      place:
        sql<number>`row_number() over (partition by ${day} order by ${articles.firstLiveAt} desc, ${articles.id} desc)`.as(
          'place',
        ),
      all: sql<number>`(count(*) over (partition by ${day}))::int`.as('all_of_day'),
    })
    .from(articles)
    .where(
      and(
        isNotNull(articles.liveRevisionId),
        isNull(articles.trashedAt),
        gte(articles.firstLiveAt, from),
        lt(articles.firstLiveAt, to),
        sql`${articles.kind} <> 'page'`,
        isSeen(ctx),
      ),
    )
    .as('ranked');
  const rows = await ctx.db
    .select()
    .from(ranked)
    .where(sql`${ranked.place} <= ${named}`)
    .orderBy(asc(ranked.at), asc(ranked.articleId))
    .limit(42 * named);
  return {
    entries: rows.flatMap(({ articleId, title, at }) =>
      at
        ? [
            {
              key: `${articleId}-live`,
              kind: 'live' as const,
              ...ofArticle(articleId),
              title,
              at,
              mayMove: false,
            },
          ]
        : [],
    ),
    counts: Object.fromEntries(rows.map((row) => [row.day, row.all])),
  };
}

export interface PlannableLine {
  articleId: number;
  title: string;
  stage: Stage;
  mayPublish: boolean;
}

/** Drafts that could be put on a day: approved first, then what is in review, the last saved first; 60 at most. */
export async function listPlannable(ctx: Ctx): Promise<PlannableLine[]> {
  authorise(ctx.actor, 'read-desk');
  const rows = await ctx.db
    .select({ ...facts, stage: articles.stage })
    .from(articles)
    .where(
      and(
        isNull(articles.liveRevisionId),
        isNull(articles.trashedAt),
        isNull(articles.killedAt),
        isNull(articles.withdrawnAt),
        sql`${articles.kind} <> 'page'`,
        sql`${articles.headTitle} <> ''`,
        sql`not ${isPlanned}`,
        isSeen(ctx),
      ),
    )
    .orderBy(sql`${articles.stage} desc, ${articles.savedAt} desc, ${articles.id} desc`)
    .limit(60);
  return rows.map(({ articleId, title, stage, ...row }) => ({
    articleId,
    title,
    stage,
    mayPublish: may(ctx.actor, 'publish-article', matterOf(row)),
  }));
}
