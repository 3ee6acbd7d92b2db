import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { articles, publications, revisions, users } from '@/db/schema';
import { latenessMs, type Publication, type Revision } from '../rules';

export type PublicationState = 'planned' | 'applied' | 'cancelled' | 'failed';

/** A row of the ledger as the desk reads it. `latenessMs` is null until it was applied. */
export interface LedgerLine {
  id: number;
  articleId: number;
  kind: Publication['kind'];
  state: PublicationState;
  revisionId: number | null;
  effectiveAt: Date;
  appliedAt: Date | null;
  cancelledAt: Date | null;
  failure: string | null;
  material: boolean;
  createdBy: string | null;
  cancelledBy: string | null;
  latenessMs: number | null;
}

const maker = alias(users, 'maker');
const canceller = alias(users, 'canceller');
const pending = and(
  isNull(publications.appliedAt),
  isNull(publications.cancelledAt),
  isNull(publications.failure),
);

const line = {
  id: publications.id,
  articleId: publications.articleId,
  kind: publications.kind,
  revisionId: publications.revisionId,
  effectiveAt: publications.effectiveAt,
  appliedAt: publications.appliedAt,
  cancelledAt: publications.cancelledAt,
  failure: publications.failure,
  material: publications.material,
  createdBy: maker.name,
  cancelledBy: canceller.name,
};

/** What was, and is to be, made of one article, newest first, at most 500 rows. Plan: Index Scan publications_article. */
export async function listPublications(ctx: Ctx, articleId: number): Promise<LedgerLine[]> {
  const rows = await ctx.db
    .select(line)
    .from(publications)
    .leftJoin(maker, eq(maker.id, publications.createdBy))
    .leftJoin(canceller, eq(canceller.id, publications.cancelledBy))
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(publications.effectiveAt), desc(publications.id))
    .limit(500);
  return rows.map(asLine);
}

/** The rows still to come of several articles, by article: what `articleState` asks for. */
export async function listPending(ctx: Ctx, articleIds: number[]): Promise<Map<number, Publication[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await ctx.db
    .select()
    .from(publications)
    .where(and(inArray(publications.articleId, articleIds), pending))
    .orderBy(asc(publications.effectiveAt), asc(publications.id));
  return Map.groupBy(rows, ({ articleId }) => articleId);
}

export interface PlannedLine extends LedgerLine {
  title: string;
}

/** Whose: everybody's, or one person's own and those given to her. */
const ofOwner = (ownerId: number | undefined) =>
  ownerId === undefined ? undefined : or(eq(articles.createdBy, ownerId), eq(articles.assigneeId, ownerId));

/**
 * What is planned on every article, soonest first, for the calendar: those between two instants, `limit` at most (200).
 * Plan at 200,000 stories and 500 plans: Index Scan publications_due → Nested Loop articles_pkey → Nested Loop
 * revisions_pkey → Limit; 0.6 ms for 200 rows, no sort.
 */
export const listPlanned = (
  ctx: Ctx,
  {
    from,
    to,
    limit = 200,
    ownerId,
    after,
  }: {
    from: Date;
    to: Date;
    limit?: number;
    ownerId?: number | undefined;
    /** The last row of the page before. */
    after?: { effectiveAt: Date; id: number } | undefined;
  },
): Promise<PlannedLine[]> =>
  selectWithTitle(ctx, limit, 'soonest', [
    pending,
    gt(publications.effectiveAt, from),
    lte(publications.effectiveAt, to),
    after &&
      sql`(${publications.effectiveAt}, ${publications.id}) > (${after.effectiveAt.toISOString()}::timestamptz, ${after.id}::bigint)`,
    ofOwner(ownerId),
  ]);

/** What came of the plans since an instant, the latest first. Plan: Index Scan publications_applied, backwards to it. */
export const listApplied = (
  ctx: Ctx,
  { since, limit, ownerId }: { since: Date; limit: number; ownerId?: number | undefined },
): Promise<PlannedLine[]> =>
  selectWithTitle(ctx, limit, 'latest', [
    isNotNull(publications.appliedAt),
    gt(publications.effectiveAt, since),
    ofOwner(ownerId),
  ]);

/**
 * What came over a minute late, or not at all, since an instant: the desk is told of it (D8). Plan at 200,000 stories:
 * Index Scan publications_troubled → Nested Loop articles_pkey → Nested Loop revisions_pkey; 0.03 ms when all is well.
 */
export const listTroubled = (
  ctx: Ctx,
  { since, ownerId }: { since: Date; ownerId?: number | undefined },
): Promise<PlannedLine[]> => {
  // Spelt as in the index `publications_troubled`.
  const late = sql`${publications.appliedAt} - ${publications.effectiveAt} > interval '60 seconds'`;
  return selectWithTitle(ctx, 100, 'latest', [
    gt(publications.effectiveAt, since),
    or(isNotNull(publications.failure), late),
    ofOwner(ownerId),
  ]);
};

async function selectWithTitle(
  ctx: Ctx,
  limit: number,
  order: 'soonest' | 'latest',
  where: (SQL | undefined)[],
): Promise<PlannedLine[]> {
  const way = order === 'soonest' ? asc : desc;
  const rows = await ctx.db
    .select({ ...line, title: revisions.title })
    .from(publications)
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .innerJoin(
      revisions,
      sql`${revisions.id} = coalesce(${publications.revisionId}, ${articles.headRevisionId})`,
    )
    .leftJoin(maker, eq(maker.id, publications.createdBy))
    .leftJoin(canceller, eq(canceller.id, publications.cancelledBy))
    .where(and(...where))
    .orderBy(way(publications.effectiveAt), way(publications.id))
    .limit(limit);
  return rows.map((row) => ({ ...asLine(row), title: row.title }));
}

export interface ReadersView {
  /** When it became so. */
  appliedAt: Date;
  kind: Publication['kind'];
  /** Null when readers saw nothing: withdrawn or killed by then. */
  revision: Revision | null;
}

/**
 * "What readers saw at 14:02" (D9): the last row applied by then decides. Null when nothing had ever been live. By
 * `appliedAt`, the truth, not by when it was to happen. Plan at 200,000 stories: Index Scan publications_article →
 * Nested Loop revisions_pkey → Sort (one article's rows) → Limit; 0.2 ms.
 */
export async function findAsReadersSaw(
  ctx: Ctx,
  { articleId, at }: { articleId: number; at: Date },
): Promise<ReadersView | null> {
  const [row] = await ctx.db
    .select({ appliedAt: publications.appliedAt, kind: publications.kind, revision: revisions })
    .from(publications)
    .leftJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), lte(publications.appliedAt, at)))
    .orderBy(desc(publications.appliedAt), desc(publications.effectiveAt), desc(publications.id))
    .limit(1);
  return row?.appliedAt ? { appliedAt: row.appliedAt, kind: row.kind, revision: row.revision } : null;
}

type Row = Omit<LedgerLine, 'state' | 'latenessMs'>;

const asLine = (row: Row): LedgerLine => ({ ...row, state: stateOf(row), latenessMs: latenessMs(row) });

function stateOf(row: Pick<Row, 'appliedAt' | 'cancelledAt' | 'failure'>): PublicationState {
  if (row.appliedAt) return 'applied';
  if (row.cancelledAt) return 'cancelled';
  return row.failure === null ? 'planned' : 'failed';
}
