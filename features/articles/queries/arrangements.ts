import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Ctx } from '@/db/context';
import { arrangements, sections, users } from '@/db/schema';
import { may } from '@/features/users/rules';
import { type CuratedPage, curatedPage } from '../front-rules';
import { lateAfterMs, latenessMs } from '../rules';

/** A change of a page, still to come or what became of it, as the desk reads it. */
export interface ArrangementLine {
  id: number;
  page: CuratedPage;
  /** "Front page", or the section. */
  pageName: string;
  name: string;
  /** Ids by place; null where nobody was chosen. */
  places: (number | null)[];
  /** What its maker saw standing right before it. */
  seen: (number | null)[];
  /** What it took the place of; null until it was applied. */
  replaced: (number | null)[] | null;
  effectiveAt: Date;
  version: number;
  /** Else it was saved by hand. */
  planned: boolean;
  createdBy: string | null;
  appliedAt: Date | null;
  /** Who put it before readers ahead of its time; null where the clock did. */
  appliedBy: string | null;
  failure: string | null;
  /** Null until it was applied. */
  latenessMs: number | null;
}

const pending = and(
  isNull(arrangements.appliedAt),
  isNull(arrangements.cancelledAt),
  isNull(arrangements.failure),
);
const wasApplied = isNotNull(arrangements.appliedAt);
/** What is saved by hand was neither planned nor due. */
const wasPlanned = gt(arrangements.effectiveAt, arrangements.createdAt);
const overAMinute = sql`make_interval(secs => ${lateAfterMs / 1000})`;
const soonest = asc(arrangements.effectiveAt);

/** What is planned for a page, soonest first, all of it. Plan: Index Scan arrangements_second. */
export const listPlannedFor = (ctx: Ctx, page: CuratedPage['name']): Promise<ArrangementLine[]> =>
  select(ctx, and(eq(arrangements.page, page), pending), soonest, 100);

/** What stood on a page, the newest first. Plan: Index Scan arrangements_history. */
export const listHistory = (ctx: Ctx, page: CuratedPage['name'], limit: number): Promise<ArrangementLine[]> =>
  select(ctx, and(eq(arrangements.page, page), wasApplied), desc(arrangements.appliedAt), limit);

interface Span {
  from: Date;
  to: Date;
  limit?: number;
}

/** What is planned for all pages between two instants, soonest first. Plan: Index Scan arrangements_due. */
export const listComing = (ctx: Ctx, { from, to, limit = 200 }: Span): Promise<ArrangementLine[]> =>
  selectForDesk(
    ctx,
    and(pending, gt(arrangements.effectiveAt, from), lte(arrangements.effectiveAt, to)),
    soonest,
    limit,
  );

type Since = { since: Date; limit: number };

/** What came of plans since an instant, the latest first. Plan: Index Scan arrangements_applied. */
export const listDone = (ctx: Ctx, { since, limit }: Since): Promise<ArrangementLine[]> =>
  selectForDesk(
    ctx,
    and(wasApplied, gt(arrangements.appliedAt, since), wasPlanned),
    desc(arrangements.appliedAt),
    limit,
  );

/** What came over a minute late, or not at all, since an instant, the latest first. Plan: arrangements_applied, arrangements_failed. */
export const listLate = (ctx: Ctx, { since, limit }: Since): Promise<ArrangementLine[]> =>
  selectForDesk(
    ctx,
    or(
      and(isNotNull(arrangements.failure), gt(arrangements.effectiveAt, since)),
      and(
        gt(arrangements.appliedAt, since),
        wasPlanned,
        lt(arrangements.effectiveAt, sql`${arrangements.appliedAt} - ${overAMinute}`),
      ),
    ),
    desc(arrangements.effectiveAt),
    limit,
  );

/** What is over a minute late and applied by nobody, soonest first. Plan: Index Scan arrangements_due. */
export const listOverdue = (ctx: Ctx, limit: number): Promise<ArrangementLine[]> =>
  selectForDesk(
    ctx,
    and(pending, sql`${arrangements.effectiveAt} < clock() - ${overAMinute}`),
    soonest,
    limit,
  );

/** What failed within a day, until somebody arranges or plans that page anew. Plan: Index Scan arrangements_failed. */
export const listFailed = (ctx: Ctx, limit: number): Promise<ArrangementLine[]> =>
  selectForDesk(
    ctx,
    sql`${arrangements.failure} is not null and ${arrangements.effectiveAt} > clock() - interval '1 day'
      and not exists (select from arrangements q where q.page = ${arrangements.page} and q.id > ${arrangements.id})`,
    soonest,
    limit,
  );

/** Of these stories, those that readers do not see, nor are about to by what is due just now. */
export async function listNotLive(ctx: Ctx, ids: number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select a.id from articles a
    where a.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and a.live_revision_id is null and not exists (
        select from publications p where p.article_id = a.id and p.kind = 'publish' and p.applied_at is null
          and p.cancelled_at is null and p.failure is null and p.effective_at <= clock())`);
  return new Set(rows.map(({ id }) => Number(id)));
}

/** Nothing for those who see only their own stories: a page is nobody's own. */
const selectForDesk: typeof select = async (ctx, ...rest) =>
  may(ctx.actor, 'read-article') ? select(ctx, ...rest) : [];

const applier = alias(users, 'applier');

async function select(
  ctx: Ctx,
  where: SQL | undefined,
  order: SQL,
  limit: number,
): Promise<ArrangementLine[]> {
  const rows = await ctx.db
    .select({ row: arrangements, section: sections.name, createdBy: users.name, appliedBy: applier.name })
    .from(arrangements)
    .leftJoin(sections, eq(sections.id, arrangements.sectionId))
    .leftJoin(users, eq(users.id, arrangements.createdBy))
    .leftJoin(applier, eq(applier.id, arrangements.appliedBy))
    .where(where)
    .orderBy(order, desc(arrangements.id))
    .limit(limit);
  return rows.flatMap(({ row, section, createdBy, appliedBy }) => {
    const page = curatedPage(row.page);
    if (!page) return [];
    const { id, name, places, seen, replaced, effectiveAt, version, appliedAt, failure } = row;
    return {
      ...{ id, page, name, places, seen, replaced, effectiveAt, version, appliedAt, failure },
      pageName: section ?? 'Front page',
      planned: row.effectiveAt > row.createdAt,
      createdBy,
      appliedBy,
      latenessMs: latenessMs(row),
    };
  });
}
