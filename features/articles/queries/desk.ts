import { and, arrayContains, desc, eq, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { articles, authors, revisions, sections, users } from '@/db/schema';
import { authorise, may } from '@/features/users/rules';
import type { ListArticles } from '../desk-input';
import { type ArticleState, articleState, type Publication } from '../rules';
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
 * The articles that the actor may see, latest saved first, by key. A contributor sees her own. Without a state, all but
 * the trash. Plan at 100,000: articles_saved walked from the cursor (unfiltered, live); articles_desk (draft, in review,
 * approved), articles_put_away (withdrawn, killed, trashed), publications_due (scheduled), articles_pages (pages), articles_head_title and
 * articles_head_sections (bitmaps, combined) when filtered; the 50 rows then join by primary key.
 */
export async function listArticles(ctx: Ctx, asked: ListArticles): Promise<DeskPage> {
  authorise(ctx.actor, 'read-desk');
  const rows = await selectLines(ctx, asked);
  const shown = rows.slice(0, pageSize);
  const pending = await listPending(
    ctx,
    shown.map((row) => row.article.id),
  );
  const last = shown.at(-1)?.article;
  return {
    lines: shown.map((row) => asLine(row, pending.get(row.article.id) ?? [])),
    next: rows.length > pageSize && last ? `${last.savedAt.toISOString()}_${last.id}` : null,
  };
}

function selectLines(ctx: Ctx, { state, sectionId, text, kind, mine, after }: ListArticles) {
  const onlyOwn = mine || !may(ctx.actor, 'read-article');
  const page = ctx.db
    .select({ id: articles.id })
    .from(articles)
    .where(
      and(
        isIn(state),
        // Written out, so that the partial index `articles_pages` is known to serve.
        kind && sql`${articles.kind} = 'page'`,
        sectionId ? arrayContains(articles.headSectionIds, [sectionId]) : undefined,
        ...titleHolds(text),
        onlyOwn ? isOwn(ctx) : undefined,
        after
          ? sql`(${articles.savedAt}, ${articles.id}) < (${after.savedAt.toISOString()}, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(articles.savedAt), desc(articles.id))
    .limit(pageSize + 1)
    .as('page');
  return ctx.db
    .select(lineColumns)
    .from(page)
    .innerJoin(articles, eq(articles.id, page.id))
    .innerJoin(revisions, eq(revisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .leftJoin(assignees, eq(assignees.id, articles.assigneeId))
    .orderBy(desc(articles.savedAt), desc(articles.id));
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

/** `articleState` (rules) said in SQL; a test holds the two together. */
function isIn(state: ArticleState | undefined): SQL | undefined {
  const kept = isNull(articles.trashedAt);
  if (state === undefined) return kept;
  if (state === 'trashed') return isNotNull(articles.trashedAt);
  if (state === 'killed') return and(kept, isNotNull(articles.killedAt));
  const running = and(kept, isNull(articles.killedAt));
  if (state === 'live') return and(running, isNotNull(articles.liveRevisionId));
  const unseen = and(running, isNull(articles.liveRevisionId));
  if (state === 'scheduled') return and(unseen, planned);
  if (state === 'withdrawn') return and(unseen, sql`not ${planned}`, isNotNull(articles.withdrawnAt));
  return and(unseen, sql`not ${planned}`, isNull(articles.withdrawnAt), eq(articles.stage, state));
}

const planned = sql`(${articles.id} in (
  select article_id from publications
  where kind = 'publish' and applied_at is null and cancelled_at is null and failure is null))`;

const isOwn = ({ actor }: Ctx): SQL | undefined =>
  actor.kind === 'staff'
    ? or(eq(articles.createdBy, actor.id), eq(articles.assigneeId, actor.id))
    : sql`false`;

/** Every word somewhere in the title, in any order. */
const titleHolds = (text: string): SQL[] =>
  text
    .split(' ')
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => sql`${articles.headTitle} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);

/** How many articles wait in review, and how many are planned; both by small partial indexes. */
export async function countWaiting(ctx: Ctx): Promise<{ inReview: number; scheduled: number }> {
  authorise(ctx.actor, 'read-desk');
  const [inReview, scheduled] = await Promise.all([
    ctx.db.$count(articles, isIn('in_review')),
    ctx.db.$count(articles, isIn('scheduled')),
  ]);
  return { inReview, scheduled };
}
