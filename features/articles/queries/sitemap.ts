import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { sitemapSpan } from '@/db/schema';
import { authorAddress, seriesAddress } from '@/lib/public-addresses';
import { articleAddress } from '../rules';

export interface SitemapPart {
  /** 1 holds articles 1 to 1,000, and so on: a story never moves from one sitemap to another. */
  part: number;
  changedAt: Date;
}

/** Which sitemap names an article, by number. */
export const sitemapPartOf = (articleId: number): number => Math.floor((articleId - 1) / sitemapSpan) + 1;

/** As the index `articles_sitemap` has it, so no parameters. */
const partOf = (id: SQL): SQL => sql`((${id} - 1) / ${sql.raw(String(sitemapSpan))})`;

/** When an article last changed for readers, as the index has it. */
const changed: SQL = sql`greatest(first_live_at, updated_live_at)`;

/**
 * Which sitemaps there are, with when something in each last changed, the first one first.
 * EXPLAIN (100,000 stories, 100 sitemaps, 5,000 corrections): Recursive Union › Limit › Index Scan Backward using
 * articles_sitemap, one row for each sitemap, which tells both its number and its newest change; for each the newest
 * correction › Limit › Index Scan Backward using corrections_sitemap.
 */
export async function listSitemapParts(ctx: Ctx): Promise<SitemapPart[]> {
  const last = (before: SQL) => sql`
    select ${partOf(sql`id`)} as part, ${changed} as at from articles
    where live_revision_id is not null ${before}
    order by ${partOf(sql`id`)} desc, ${changed} desc limit 1`;
  const rows = await ctx.db.execute<{ part: number; changed_at: string }>(sql`
    with recursive parts as (
      (${last(sql``)})
      union all
      select earlier.part, earlier.at from parts p
      cross join lateral (${last(sql`and ${partOf(sql`id`)} < p.part`)}) earlier
    )
    select (p.part + 1)::int as part, greatest(p.at, (
        select max(greatest(corrected_at, amended_at)) from corrections
        where removed_at is null and ${partOf(sql`article_id`)} = p.part)) as changed_at
    from parts p order by 1 limit 50000`);
  return rows.map(({ part, changed_at }) => ({ part, changedAt: new Date(changed_at) }));
}

export interface SitemapEntry {
  href: string;
  changedAt: Date;
  /** The lead picture's file. */
  picture: { hash: string; width: number } | null;
}

/** The live articles and staff pages of one sitemap, by number. A range of articles_pkey, and one of corrections_article. */
export async function listSitemapEntries(ctx: Ctx, part: number): Promise<SitemapEntry[]> {
  const from = (part - 1) * sitemapSpan;
  const rows = await ctx.db.execute<{
    live_slug: string;
    section_slug: string | null;
    changed_at: string;
    hash: string | null;
    width: number | null;
  }>(sql`
    select a.live_slug, s.slug as section_slug, greatest(a.first_live_at, a.updated_live_at, c.at) as changed_at, m.hash, m.width
    from articles a
    left join (
      select article_id, max(greatest(corrected_at, amended_at)) as at from corrections
      where removed_at is null and article_id > ${from} and article_id <= ${from + sitemapSpan} group by 1
    ) c on c.article_id = a.id
    join revisions r on r.id = a.live_revision_id
    left join sections s on s.id = a.live_section_id
    left join media m on m.id = r.lead_media_id and m.deleted_at is null and m.width > 0
    where a.id > ${from} and a.id <= ${from + sitemapSpan} and a.live_revision_id is not null
    order by a.id limit ${sitemapSpan}`);
  return rows.map(({ live_slug, section_slug, changed_at, hash, width }) => ({
    href: articleAddress({ sectionSlug: section_slug, slug: live_slug }),
    changedAt: new Date(changed_at),
    picture: hash !== null && width !== null ? { hash, width } : null,
  }));
}

/** Pages of shelves stand in one sitemap. */
const mostShelves = 10_000;

/** Pages of the authors who have signed something live: a name on the desk alone is nobody's business. */
export async function listAuthorPages(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.execute<{ slug: string }>(sql`
    select au.slug from authors au where exists (select from bylines b where b.author_id = au.id)
    order by au.id limit ${mostShelves}`);
  return rows.map(({ slug }) => authorAddress(slug));
}

/** Series with something in them, oldest first. */
export async function listSeriesPages(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.execute<{ slug: string }>(sql`
    select s.slug from series s where exists (select from articles x where x.live_series_id = s.id)
    order by s.id limit ${mostShelves}`);
  return rows.map(({ slug }) => seriesAddress(slug));
}

export interface NewsEntry {
  id: number;
  href: string;
  title: string;
  liveAt: Date;
  lang: string | null;
}

/** News search takes stories of the last two days, a thousand at most. Source: Google's news sitemap rules. */
export const newsSitemap = { hours: 48, entries: 1000 } as const;

/** Stories first live in the last 48 hours by the database's clock, newest first. A range of articles_live. */
export async function listNewsEntries(ctx: Ctx): Promise<NewsEntry[]> {
  const rows = await ctx.db.execute<{
    id: string;
    live_slug: string;
    section_slug: string | null;
    first_live_at: string;
    title: string;
    lang: string | null;
  }>(sql`
    select a.id, a.live_slug, s.slug as section_slug, a.first_live_at, r.title, r.lang
    from articles a
    join revisions r on r.id = a.live_revision_id
    left join sections s on s.id = a.live_section_id
    where a.live_revision_id is not null and a.kind <> 'page'
      and a.first_live_at > clock() - make_interval(hours => ${newsSitemap.hours})
    order by a.first_live_at desc, a.id desc limit ${newsSitemap.entries}`);
  return rows.map(({ id, live_slug, section_slug, first_live_at, title, lang }) => ({
    id: Number(id),
    href: articleAddress({ sectionSlug: section_slug, slug: live_slug }),
    title,
    liveAt: new Date(first_live_at),
    lang,
  }));
}
