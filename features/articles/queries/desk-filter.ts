import { and, arrayContains, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles } from '@/db/schema';
import { may } from '@/features/users/rules';
import type { ChangedSpan, DueSpan, ListArticles, ListPlace, ListSort } from '../list-input';
import type { ArticleState } from '../rules';

/** What a list holds, but for its words, of what the actor may see: a contributor her own. */
export function fits(ctx: Ctx, asked: ListArticles): SQL | undefined {
  const { state, sectionId, kind, mine } = asked;
  return and(
    isIn(state),
    // Written out, so that the partial index `articles_pages` is known to serve.
    kind && sql`${articles.kind} = 'page'`,
    sectionId ? arrayContains(articles.headSectionIds, [sectionId]) : undefined,
    isAssigned(ctx, asked.assignee),
    asked.due && isDue(ctx, asked.due),
    asked.changed && wasChanged(ctx, asked.changed),
    mine || !may(ctx.actor, 'read-article') ? isOwn(ctx) : undefined,
  );
}

/** `articleState` (rules) said in SQL; a test holds the two together. */
export function isIn(state: ArticleState | undefined): SQL | undefined {
  const kept = isNull(articles.trashedAt);
  if (state === undefined) return kept;
  if (state === 'trashed') return isNotNull(articles.trashedAt);
  if (state === 'killed') return and(kept, isNotNull(articles.killedAt));
  const running = and(kept, isNull(articles.killedAt));
  if (state === 'live') return and(running, isNotNull(articles.liveRevisionId));
  const unseen = and(running, isNull(articles.liveRevisionId));
  if (state === 'scheduled') return and(unseen, isPlanned);
  if (state === 'withdrawn') return and(unseen, sql`not ${isPlanned}`, isNotNull(articles.withdrawnAt));
  return and(unseen, sql`not ${isPlanned}`, isNull(articles.withdrawnAt), eq(articles.stage, state));
}

export const isPlanned = sql`(${articles.id} in (
  select article_id from publications
  where kind = 'publish' and applied_at is null and cancelled_at is null and failure is null))`;

/**
 * What the index of words is asked: words of headline, standfirst and text, as far as they were typed, with tag and
 * author. Null where nothing is.
 */
export function wanted({ text, tagId, authorId }: ListArticles): SQL | null {
  const marks = [tagId && `#${tagId}`, authorId && `@${authorId}`].filter(Boolean).join(' ');
  return text === '' && marks === '' ? null : sql`desk_query(${text}, string_to_array(${marks}, ' '))`;
}

function isAssigned({ actor }: Ctx, assignee: ListArticles['assignee']): SQL | undefined {
  if (assignee === undefined) return undefined;
  if (assignee === 'nobody') return isNull(articles.assigneeId);
  if (assignee !== 'me') return eq(articles.assigneeId, assignee);
  return actor.kind === 'staff' ? eq(articles.assigneeId, actor.id) : sql`false`;
}

const dayMs = 86_400_000;
const from = ({ now }: Ctx, days: number) => new Date(now.getTime() + days * dayMs).toISOString();

/** As `isOverdue` (rules): what is live, planned, withdrawn or killed is late for nothing. */
const isUnfinished = and(
  isNull(articles.liveRevisionId),
  isNull(articles.killedAt),
  isNull(articles.withdrawnAt),
  sql`not ${isPlanned}`,
);

function isDue(ctx: Ctx, due: DueSpan): SQL {
  if (due === 'none') return isNull(articles.dueAt);
  if (due === 'overdue') return sql`(${articles.dueAt} < ${from(ctx, 0)} and ${isUnfinished})`;
  const until = due === 'day' ? 1 : 7;
  return sql`${articles.dueAt} between ${from(ctx, 0)} and ${from(ctx, until)}`;
}

const changedDays = { day: 1, week: 7, month: 30 } as const;

const wasChanged = (ctx: Ctx, span: ChangedSpan): SQL =>
  span === 'older'
    ? sql`${articles.savedAt} < ${from(ctx, -changedDays.month)}`
    : sql`${articles.savedAt} >= ${from(ctx, -changedDays[span])}`;

export const isOwn = ({ actor }: Ctx): SQL | undefined =>
  actor.kind === 'staff'
    ? or(eq(articles.createdBy, actor.id), eq(articles.assigneeId, actor.id))
    : sql`false`;

/** As the index `articles_titles` spells it. */
export const titleKey = sql<string>`left(lower(${articles.headTitle}), 80)`;

interface Order {
  /** The sort key, as its index spells it; none where the id alone orders. */
  by: SQL | null;
  way: 'asc' | 'desc';
  /** What has no such key is not in the list. */
  only?: SQL;
}

const orders: Record<ListSort, Order> = {
  saved: { by: sql`${articles.savedAt}`, way: 'desc' },
  oldest: { by: sql`${articles.savedAt}`, way: 'asc' },
  created: { by: null, way: 'desc' },
  headline: { by: titleKey, way: 'asc' },
  due: { by: sql`${articles.dueAt}`, way: 'asc', only: isNotNull(articles.dueAt) },
  live: { by: sql`${articles.firstLiveAt}`, way: 'desc', only: isNotNull(articles.liveRevisionId) },
};

/** Order, and what is behind a place in it. */
export function inOrder({ sort, after }: ListArticles): {
  only: SQL | undefined;
  behind: SQL | undefined;
  orderBy: SQL[];
} {
  const { by, way, only } = orders[sort];
  const ways = sql.raw(way);
  return {
    only,
    behind: after ? isBehind(by, way, after) : undefined,
    orderBy: [...(by ? [sql`${by} ${ways}`] : []), sql`${articles.id} ${ways}`],
  };
}

function isBehind(by: SQL | null, way: 'asc' | 'desc', { key, id }: ListPlace): SQL {
  const beyond = sql.raw(way === 'asc' ? '>' : '<');
  return by ? sql`(${by}, ${articles.id}) ${beyond} (${key}, ${id})` : sql`${articles.id} ${beyond} ${id}`;
}
