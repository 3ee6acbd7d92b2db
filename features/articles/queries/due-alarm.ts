import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { authorise, may } from '@/features/users/rules';
import { lateAfterMs, type Publication } from '../rules';
import { type ArrangementLine, listFailed, listLate, listOverdue } from './arrangements';

/** Something that was planned and did not come in time. */
export interface TroubleLine {
  id: number;
  /** Null for a page's new arrangement. */
  articleId: number | null;
  title: string;
  kind: Publication['kind'] | 'arrange';
  effectiveAt: Date;
  appliedAt: Date | null;
  failure: string | null;
}

/** What the desk has to see to now: due for over a minute and applied by nobody, or failed and nothing done about it since. */
export interface DueAlarm {
  overdue: number;
  failed: number;
  /** The one that waits longest. */
  first: { articleId: number | null; title: string; effectiveAt: Date } | null;
}

const pending = sql`p.applied_at is null and p.cancelled_at is null and p.failure is null`;
const overdue = sql`(${pending} and p.effective_at < clock() - make_interval(secs => ${lateAfterMs / 1000}))`;
/** Until somebody publishes, plans or kills it anew; a day at most. */
const failed = sql`(p.failure is not null and p.effective_at > clock() - interval '1 day' and a.trashed_at is null
  and not exists (select from publications q where q.article_id = p.article_id and q.id > p.id and q.failure is null))`;

/**
 * The alarm of the desk's bar; nothing for who sees only her own. Plan: publications_due up to a minute ago, and
 * publications_troubled of a day, and the same of arrangements, all empty while all is well.
 */
export async function findDueAlarm(ctx: Ctx): Promise<DueAlarm> {
  authorise(ctx.actor, 'read-desk');
  if (!may(ctx.actor, 'read-article')) return { overdue: 0, failed: 0, first: null };
  const rows = [
    ...(await select(ctx, overdue, 'asc', 100)),
    ...(await listOverdue(ctx, 100)).map(asTrouble),
    ...(await select(ctx, failed, 'asc', 100)),
    ...(await listFailed(ctx, 100)).map(asTrouble),
  ];
  const [first] = rows;
  const failures = rows.filter(({ failure }) => failure !== null).length;
  return {
    overdue: rows.length - failures,
    failed: failures,
    first: first ? { articleId: first.articleId, title: first.title, effectiveAt: first.effectiveAt } : null,
  };
}

/** What is late now, or came late or failed since an instant: for the mail. A hundred at most. */
export const listTrouble = async (ctx: Ctx, { since }: { since: Date }): Promise<TroubleLine[]> => [
  ...(await select(ctx, overdue, 'asc', 50)),
  ...(await select(
    ctx,
    // Spelt as in the index `publications_troubled`.
    sql`((p.failure is not null or p.applied_at - p.effective_at > interval '60 seconds')
      and coalesce(p.applied_at, p.effective_at) > ${since.toISOString()}::timestamptz)`,
    'desc',
    50,
  )),
  ...(await listOverdue(ctx, 50)).map(asTrouble),
  ...(await listLate(ctx, { since, limit: 50 })).map(asTrouble),
];

const asTrouble = ({
  id,
  pageName,
  name,
  effectiveAt,
  appliedAt,
  failure,
}: ArrangementLine): TroubleLine => ({
  ...{ id, effectiveAt, appliedAt, failure },
  articleId: null,
  kind: 'arrange',
  title: name ? `${pageName}: ${name}` : pageName,
});

async function select(ctx: Ctx, where: SQL, order: 'asc' | 'desc', limit: number): Promise<TroubleLine[]> {
  const direction = sql.raw(order);
  const rows = await ctx.db.execute<{
    id: string;
    article_id: string;
    title: string;
    kind: Publication['kind'];
    effective_at: string;
    applied_at: string | null;
    failure: string | null;
  }>(sql`
    select p.id, p.article_id, a.head_title as title, p.kind, p.effective_at, p.applied_at, p.failure
    from publications p join articles a on a.id = p.article_id
    where ${where}
    order by p.effective_at ${direction}, p.id ${direction} limit ${limit}`);
  return rows.map(({ id, article_id, effective_at, applied_at, ...row }) => ({
    ...row,
    id: Number(id),
    articleId: Number(article_id),
    effectiveAt: new Date(effective_at),
    appliedAt: applied_at === null ? null : new Date(applied_at),
  }));
}
