import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { asCard, type CardRow, cardSelect, type Named, type StoryCard } from './story-card';

/**
 * `articles` with the live side that each will have at an instant to come, if everything happens as it is planned. For a page
 * of ids: each costs one look-up in `publications_article` more.
 */
const articlesAt = (at: Date): SQL => sql`(
  select x.id, x.kind, x.comment_count, x.updated_live_at, x.live_revision_id is not null as is_live,
    case when x.killed_at is null and x.trashed_at is null and coalesce(c.kind, 'publish') not in ('withdraw', 'kill')
      then coalesce(c.revision_id, x.live_revision_id) end as live_revision_id,
    coalesce(n.slug, x.live_slug) as live_slug, coalesce(n.section_ids[1], x.live_section_id) as live_section_id,
    coalesce(x.first_live_at, c.effective_at) as first_live_at,
    coalesce(n.section_ids, array(select f.section_id from article_sections f where f.article_id = x.id)) as section_ids
  from articles x
  left join lateral (
    select p.kind, p.revision_id, p.effective_at from publications p
    where p.article_id = x.id and ${pending} and p.effective_at <= ${at.toISOString()}::timestamptz
    order by p.effective_at desc, p.id desc limit 1
  ) c on true
  left join revisions n on n.id = c.revision_id)`;

const pending = sql`p.applied_at is null and p.cancelled_at is null and p.failure is null`;

/** What will be on the paper by an instant and is not yet, newest first, and what will be off it. */
export interface Turning {
  coming: { id: number; sectionIds: number[] }[];
  leaving: Set<number>;
}

/** Plan: Index Scan publications_due › HashAggregate › Nested Loop articles_pkey; as many rows as are planned by then. */
export async function listTurning(ctx: Ctx, at: Date): Promise<Turning> {
  const rows = await ctx.db.execute<{ id: string; leaves: boolean; section_ids: number[] }>(sql`
    select a.id, a.live_revision_id is null as leaves, to_json(a.section_ids) as section_ids
    from (select distinct p.article_id from publications p
      where ${pending} and p.effective_at <= ${at.toISOString()}::timestamptz limit 500) t
    join ${articlesAt(at)} a on a.id = t.article_id
    where a.kind <> 'page' and a.is_live is distinct from (a.live_revision_id is not null)
    order by a.first_live_at desc, a.id desc`);
  return {
    coming: rows
      .filter(({ leaves }) => !leaves)
      .map(({ id, section_ids }) => ({ id: Number(id), sectionIds: section_ids })),
    leaving: new Set(rows.filter(({ leaves }) => leaves).map(({ id }) => Number(id))),
  };
}

interface Material {
  newest: number[];
  strips: { section: Named; articleIds: number[] }[];
}

/** The front page's material as it will be: what comes stands before what is there, in the strip of its section too. */
export async function materialAt(ctx: Ctx, { newest, strips }: Material, at: Date): Promise<Material> {
  const [{ coming, leaving }, sections] = await Promise.all([listTurning(ctx, at), listSections(ctx)]);
  const turned = (ids: number[], family: number[] | null) => [
    ...coming
      .filter(({ sectionIds }) => family === null || sectionIds.some((id) => family.includes(id)))
      .map(({ id }) => id),
    ...ids.filter((id) => !leaving.has(id)),
  ];
  return {
    newest: turned(newest, null),
    strips: strips.map((strip) => ({
      ...strip,
      articleIds: turned(strip.articleIds, familyOf(strip.section.id, sections)),
    })),
  };
}

/** Cards as they will be then, in the order given; what will not be live, or filed under one of `family`, is left out. */
export async function listCardsAt(
  ctx: Ctx,
  ids: number[],
  at: Date,
  family: number[] | null = null,
): Promise<StoryCard[]> {
  if (ids.length === 0) return [];
  const articles = articlesAt(at);
  const filed = family
    ? sql`and a.section_ids && array(select value::bigint from jsonb_array_elements_text(${JSON.stringify(family)}::jsonb))`
    : sql``;
  const page = sql`
    select a.id as article_id, i.at as place
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality i(id, at)
    join ${articles} a on a.id = i.id::bigint
    where a.live_revision_id is not null and a.kind <> 'page' ${filed}`;
  return (await ctx.db.execute<CardRow>(cardSelect(page, articles))).map(asCard);
}
