import { and, eq, gte, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, sections, users } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { type BoardAct, type BoardColumn, boardColumns, movesOf } from '../board-rules';
import type { ListPlace } from '../list-input';
import { placeText } from '../list-input';
import type { Stage } from '../rules';
import { isSeen } from './calendar';
import { isIn } from './desk-filter';

export interface BoardCard {
  articleId: number;
  title: string;
  column: BoardColumn;
  stage: Stage;
  section: string | null;
  assignee: string | null;
  dueAt: Date | null;
  /** When it was saved, is planned, or went live: what the column is ordered by. */
  at: Date;
  /** The plan that would be taken back. */
  publicationId: number | null;
  /** Where it may be put, and what that does. */
  moves: Partial<Record<BoardColumn, BoardAct>>;
}

export interface BoardPage {
  cards: BoardCard[];
  /** The place that the next page goes on behind; null on the last. */
  next: string | null;
}

const pageSize = 20;

interface AskedColumn {
  column: BoardColumn;
  /** The first instant of today in the paper's zone: "live" means live since then. */
  since: Date;
  after?: ListPlace | undefined;
}

const coming = (column: 'id' | 'effective_at') => sql`(
  select p.${sql.identifier(column)} from publications p
  where p.article_id = ${articles.id} and p.kind = 'publish' and p.applied_at is null and p.cancelled_at is null
    and p.failure is null order by p.effective_at limit 1)`;

/**
 * One column of the board, a page of it by key. Plan at 100,000 stories, 4,000 of them drafts: articles_desk (by stage and
 * `saved_at`), publications_due for what is planned, articles_live for today's; then sections and users by primary key.
 */
export async function listColumn(ctx: Ctx, { column, since, after }: AskedColumn): Promise<BoardPage> {
  authorise(ctx.actor, 'read-desk');
  const { by, way } = orders[column];
  const beyond = sql.raw(way === 'asc' ? '>' : '<');
  const rows = await ctx.db
    .select({
      articleId: articles.id,
      title: articles.headTitle,
      stage: articles.stage,
      dueAt: articles.dueAt,
      assignee: users.name,
      section: sections.name,
      at: by.mapWith(articles.savedAt),
      publicationId: column === 'scheduled' ? coming('id').mapWith(Number) : sql<null>`null`,
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
      sectionIds: articles.headSectionIds,
    })
    .from(articles)
    .leftJoin(users, eq(users.id, articles.assigneeId))
    .leftJoin(sections, sql`${sections.id} = ${articles.headSectionIds}[1]`)
    .where(
      and(
        isInColumn(column, since),
        isSeen(ctx),
        after ? sql`(${by}, ${articles.id}) ${beyond} (${after.key}, ${after.id})` : undefined,
      ),
    )
    .orderBy(sql`${by} ${sql.raw(way)}, ${articles.id} ${sql.raw(way)}`)
    .limit(pageSize + 1);
  const cards = rows.slice(0, pageSize).map(({ createdBy, assigneeId, sectionIds, ...row }) => {
    const matter = { ownerIds: [createdBy, assigneeId], sectionIds, live: column === 'live' };
    return { ...row, column, moves: movesOf(ctx.actor, matter, { column, stage: row.stage }) };
  });
  const last = cards.at(-1);
  return {
    cards,
    next:
      rows.length > pageSize && last ? placeText({ key: last.at.toISOString(), id: last.articleId }) : null,
  };
}

/** How many cards each column holds. */
export async function countColumns(ctx: Ctx, since: Date): Promise<Record<BoardColumn, number>> {
  authorise(ctx.actor, 'read-desk');
  const counts = await Promise.all(
    boardColumns.map((column) => ctx.db.$count(articles, and(isInColumn(column, since), isSeen(ctx)))),
  );
  return Object.fromEntries(boardColumns.map((column, n) => [column, counts[n]])) as Record<
    BoardColumn,
    number
  >;
}

const isInColumn = (column: BoardColumn, since: Date): SQL | undefined =>
  and(isIn(column), column === 'live' ? gte(articles.firstLiveAt, since) : undefined);

const orders: Record<BoardColumn, { by: SQL; way: 'asc' | 'desc' }> = {
  draft: { by: sql`${articles.savedAt}`, way: 'desc' },
  in_review: { by: sql`${articles.savedAt}`, way: 'desc' },
  approved: { by: sql`${articles.savedAt}`, way: 'desc' },
  scheduled: { by: coming('effective_at'), way: 'asc' },
  live: { by: sql`${articles.firstLiveAt}`, way: 'desc' },
};
