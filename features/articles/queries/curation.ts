import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { type CuratedPage, wholePage } from '../front-rules';

/** A story as the desk chooses it for a place. */
export interface ChosenStory {
  articleId: number;
  title: string;
  section: string;
  sectionIds: number[];
  /** `away`: neither live nor planned to be, so that its place fills itself. */
  state: 'live' | 'scheduled' | 'away';
  /** When it went live; when it will, while it is planned. */
  at: Date | null;
  /** When it is to be withdrawn, if that is planned. */
  untilAt: Date | null;
}

/** What an editor chose for each place of a page, live or not; null where nobody chose. By `slots_place`. */
export async function listPlaces(ctx: Ctx, page: CuratedPage['name']): Promise<(number | null)[]> {
  const rows = await ctx.db.execute<{ position: number; article_id: string }>(
    sql`select position, article_id from slots where page = ${page} and article_id is not null`,
  );
  const places: (number | null)[] = [];
  for (const { position, article_id } of rows) places[position] = Number(article_id);
  return wholePage(page, places);
}

/** Stories by id, whatever became of them, in no order. Primary keys, and `publications_article`. */
export async function listChosen(ctx: Ctx, ids: number[]): Promise<ChosenStory[]> {
  if (ids.length === 0) return [];
  return select(
    ctx,
    sql`a.id in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
    ids.length,
  );
}

/**
 * Stories that can be chosen, those still to come first, then the newest live: whose headline holds every word of
 * `words`, out of the newest 5,000 (`articles_live`) and all that are planned (`publications_due`). Within `family`, when
 * given: the sections one of which it must be filed under.
 */
export async function listChoosable(
  ctx: Ctx,
  {
    words = '',
    family = null,
    onlyLive = false,
    limit = 30,
  }: { words?: string; family?: number[] | null; onlyLive?: boolean; limit?: number } = {},
): Promise<ChosenStory[]> {
  const patterns = words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => sql`coalesce(r.title, a.head_title) ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`);
  const filed = family
    ? [
        sql`${sectionIds} && array(select value::bigint from jsonb_array_elements_text(${JSON.stringify(family)}::jsonb))`,
      ]
    : [];
  const conditions: SQL[] = [
    sql`a.id in (
      (select id from articles where live_revision_id is not null order by first_live_at desc, id desc limit 5000)
      union all select article_id from publications p where p.kind = 'publish' and ${pending})`,
    onlyLive
      ? sql`a.live_revision_id is not null`
      : sql`(a.live_revision_id is not null or ${planned} is not null)`,
    sql`a.trashed_at is null`,
    ...patterns,
    ...filed,
  ];
  return select(ctx, sql.join(conditions, sql` and `), limit);
}

const pending = sql`p.applied_at is null and p.cancelled_at is null and p.failure is null`;
const planned = sql`(select min(p.effective_at) from publications p where p.article_id = a.id and p.kind = 'publish' and ${pending})`;
const until = sql`(select min(p.effective_at) from publications p where p.article_id = a.id and p.kind in ('withdraw', 'kill') and ${pending})`;
/** Of what readers see; of the working copy while they see nothing. */
const sectionIds = sql`case when a.live_revision_id is null then a.head_section_ids else r.section_ids end`;

async function select(ctx: Ctx, where: SQL, limit: number): Promise<ChosenStory[]> {
  const rows = await ctx.db.execute<{
    id: string;
    live: boolean;
    title: string;
    section: string | null;
    section_ids: number[];
    first_live_at: string | null;
    planned_at: string | null;
    until_at: string | null;
  }>(sql`
    select a.id, a.live_revision_id is not null as live, coalesce(r.title, a.head_title) as title, s.name as section,
      to_json(${sectionIds}) as section_ids, a.first_live_at, ${planned} as planned_at, ${until} as until_at
    from articles a
    left join revisions r on r.id = a.live_revision_id
    left join sections s on s.id = coalesce(a.live_section_id, a.head_section_ids[1])
    where a.kind <> 'page' and ${where}
    order by a.live_revision_id is not null, a.first_live_at desc, a.id desc
    limit ${limit}`);
  return rows.map(({ id, live, title, section, section_ids, first_live_at, planned_at, until_at }) => ({
    articleId: Number(id),
    title,
    section: section ?? '',
    sectionIds: section_ids,
    state: live ? 'live' : planned_at ? 'scheduled' : 'away',
    at: instant(live ? first_live_at : planned_at),
    untilAt: instant(until_at),
  }));
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
