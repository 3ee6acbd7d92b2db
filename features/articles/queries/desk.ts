import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { articles, authors, revisions, sections, users } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { type ListArticles, type ListPlace, type ListSort, placeText } from '../list-input';
import { type ArticleState, articleState, type Publication } from '../rules';
import { fits, inOrder, isIn, titleKey, wanted } from './desk-filter';
import { listPending } from './ledger';

/** An article as the desk's list shows it. */
export interface DeskLine {
  id: number;
  kind: 'story' | 'page' | 'live';
  title: string;
  state: ArticleState;
  section: string | null;
  authors: string[];
  words: number;
  savedAt: Date;
  savedBy: string | null;
  /** Who is to finish it, and by when. */
  assignee: string | null;
  dueAt: Date | null;
  /** When it first went live; null if it never did. */
  firstLiveAt: Date | null;
  /** Before which readers must not see it. */
  embargoAt: Date | null;
  /** Readers see an older version than the newest. */
  hasUnpublishedChanges: boolean;
  pending: Pick<Publication, 'id' | 'kind' | 'effectiveAt'>[];
}

export interface DeskPage {
  lines: DeskLine[];
  /** The `after` of the next page; null on the last. */
  next: string | null;
}

const pageSize = 50;

/**
 * The articles that the actor may see, in the order asked for, by key. Without a state, all but the trash. Plan at 100,000:
 * the order's own index walked from the cursor (articles_saved, articles_titles, articles_due, articles_live or the primary
 * key), or a narrower one where a filter has it: articles_desk (draft, in review, approved), articles_put_away (withdrawn,
 * killed, trashed), publications_due (scheduled), articles_pages, articles_head_sections, articles_assignee; the 50 rows then
 * join by primary key. How words, tags and authors are found: `findPage`.
 */
export async function listArticles(ctx: Ctx, asked: ListArticles): Promise<DeskPage> {
  authorise(ctx.actor, 'read-desk');
  const rows = await selectLines(ctx, asked);
  const shown = rows.slice(0, pageSize);
  const pending = await listPending(
    ctx,
    shown.map((row) => row.article.id),
  );
  const last = shown.at(-1);
  return {
    lines: shown.map((row) => asLine(row, pending.get(row.article.id) ?? [])),
    next: rows.length > pageSize && last ? placeText(placeIn(asked.sort, last)) : null,
  };
}

async function selectLines(ctx: Ctx, asked: ListArticles) {
  const { orderBy } = inOrder(asked);
  const ids = await findPage(ctx, asked);
  return ctx.db
    .select(lineColumns)
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .leftJoin(assignees, eq(assignees.id, articles.assigneeId))
    .where(inArray(articles.id, ids))
    .orderBy(...orderBy);
}

/** So many rows are looked at one by one before the index of words is asked. */
const lookedAt = 600;

/**
 * The ids of a page and one more. A word that many stories hold stands in the first few hundred rows of the list often
 * enough (3 ms for 600 looks); only when it does not is the index asked for all that hold it: the commoner the word,
 * the dearer that is (97,000 finds, 20 ms; joined and sorted, 230 ms), and the less it is needed.
 */
export async function findPage(ctx: Ctx, asked: ListArticles, most = pageSize + 1): Promise<number[]> {
  const { only, behind, orderBy } = inOrder(asked);
  const question = wanted(asked);
  const rows = (where: SQL | undefined, limit: number) =>
    ctx.db
      .select({ id: articles.id })
      .from(articles)
      .where(and(fits(ctx, asked), only, behind, where))
      .orderBy(...orderBy)
      .limit(limit);
  if (!question) return (await rows(undefined, most)).map(({ id }) => id);
  const [walked] = await ctx.db.execute<{ looked: number; ids: number[] }>(sql`
    with looked as materialized (select id, row_number() over () as place from (${rows(undefined, lookedAt)}) first)
    select (select count(*)::int from looked) as looked,
      array(select id::float8 from looked where desk_holds(id, ${question}) order by place limit ${most}) as ids`);
  const { looked = 0, ids = [] } = walked ?? {};
  if (ids.length >= most || looked < lookedAt) return ids;
  const found = await rows(sql`${articles.id} in (select desk_finds(${question}))`, most);
  return found.map(({ id }) => id);
}

/** Where a row stands in the list. */
function placeIn(sort: ListSort, { article, sortTitle }: Row): ListPlace {
  const keys: Record<ListSort, string | undefined> = {
    saved: article.savedAt.toISOString(),
    oldest: article.savedAt.toISOString(),
    created: '',
    headline: sortTitle,
    due: article.dueAt?.toISOString(),
    live: article.firstLiveAt?.toISOString(),
  };
  return { key: keys[sort] ?? '', id: article.id };
}

const assignees = alias(users, 'assignees');

const lineColumns = {
  article: {
    id: articles.id,
    kind: articles.kind,
    stage: articles.stage,
    savedAt: articles.savedAt,
    trashedAt: articles.trashedAt,
    killedAt: articles.killedAt,
    withdrawnAt: articles.withdrawnAt,
    firstLiveAt: articles.firstLiveAt,
    headRevisionId: articles.headRevisionId,
    liveRevisionId: articles.liveRevisionId,
    dueAt: articles.dueAt,
    embargoAt: articles.embargoAt,
  },
  assignee: assignees.name,
  title: revisions.title,
  sortTitle: titleKey,
  words: revisions.words,
  savedBy: users.name,
  section: sql<
    string | null
  >`(select name from ${sections} where ${sections.id} = ${revisions.sectionIds}[1])`,
  authors: sql<string[]>`array(
    select ${authors.name} from unnest(${revisions.authorIds}) with ordinality as chosen(author_id, place)
    join ${authors} on ${authors.id} = chosen.author_id order by place)`,
};

type Row = Awaited<ReturnType<typeof selectLines>>[number];

const asLine = (
  { article, title, words, savedBy, assignee, section, authors }: Row,
  pending: Publication[],
): DeskLine => ({
  id: article.id,
  kind: article.kind,
  title,
  state: articleState(article, pending),
  section,
  authors,
  words,
  savedAt: article.savedAt,
  savedBy,
  assignee,
  dueAt: article.dueAt,
  firstLiveAt: article.firstLiveAt,
  embargoAt: article.embargoAt,
  hasUnpublishedChanges: article.liveRevisionId !== null && article.liveRevisionId !== article.headRevisionId,
  pending: pending.map(({ id, kind, effectiveAt }) => ({ id, kind, effectiveAt })),
});

/** How many articles wait in review, and how many are planned; both by small partial indexes. */
export async function countWaiting(ctx: Ctx): Promise<{ inReview: number; scheduled: number }> {
  authorise(ctx.actor, 'read-desk');
  const [inReview, scheduled] = await Promise.all([
    ctx.db.$count(articles, isIn('in_review')),
    ctx.db.$count(articles, isIn('scheduled')),
  ]);
  return { inReview, scheduled };
}
