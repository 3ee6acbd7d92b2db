import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { splitCredit } from '@/lib/credit';
import type { Picture } from '@/lib/pictures';
import { authorAddress, sectionAddress } from '@/lib/public-addresses';
import { readingMinutes } from '@/lib/reading-time';
import { shorten } from '@/lib/rich-text/text';
import { type Article, articleAddress } from '../rules';

/** Something with a name and a page of its own. */
export interface Named {
  id: number;
  name: string;
  href: string;
}

/** A live story as every list, feed and newsletter shows it. */
export interface StoryCard {
  id: number;
  kind: Article['kind'];
  href: string;
  title: string;
  /** The standfirst; where the writer gave none, the beginning of the text. */
  standfirst: string;
  section: Named | null;
  authors: Named[];
  liveAt: Date;
  updatedAt: Date | null;
  readingMinutes: number;
  commentCount: number;
  lead: Picture | null;
  /** BCP 47, where it is not the site's language. */
  lang: string | null;
}

/** How much of a text stands in for a standfirst, in characters. */
const openingCharacters = 200;

/**
 * A SELECT of the cards of a page of articles, in its order. `page` is a query of `article_id` and `place`; every article
 * in it must be live. Primary keys all the way: a card costs five look-ups, however many stories there are. `articles`
 * stands in for the table where a preview looks ahead.
 */
export const cardSelect = (page: SQL, articles: SQL = sql`articles`): SQL => sql`
  select p.place, a.id, a.kind, a.live_slug, s.id as section_id, s.name as section_name, s.slug as section_slug,
    a.first_live_at, a.updated_live_at, a.comment_count, r.title, r.standfirst, r.lang, r.words,
    case when r.standfirst = '' then left(r.plain_text, ${openingCharacters * 2}) end as opening,
    ${leadColumns},
    ${named(sql`authors`, sql`r.author_ids`)} as authors
  from (${page}) p
  join ${articles} a on a.id = p.article_id
  join revisions r on r.id = a.live_revision_id
  left join sections s on s.id = a.live_section_id
  left join media m on m.id = r.lead_media_id and m.deleted_at is null and m.width > 0 and m.height > 0
  order by p.place`;

/** The lead picture of revision `r` from media `m`. */
export const leadColumns = sql`
  m.id as media_id, m.hash, m.width, m.height, m.focal_x, m.focal_y, r.lead_caption, r.lead_credit, m.credit as library_credit,
  coalesce(nullif(r.lead_alt, ''), m.alt) as lead_alt`;

/** Rows of a shelf by an array of ids, in the array's order, as JSON; ids that are gone are left out. */
export const named = (table: SQL, ids: SQL): SQL => sql`
  (select json_agg(json_build_object('id', n.id, 'name', n.name, 'slug', n.slug) order by i.at)
    from unnest(${ids}) with ordinality i(id, at) join ${table} n on n.id = i.id)`;

/** The cards of a page of live articles, in its order. One round trip. */
export async function selectCards(ctx: Ctx, page: SQL): Promise<StoryCard[]> {
  return (await ctx.db.execute<CardRow>(cardSelect(page))).map(asCard);
}

/** Cards by id, in the order given; what is not live, or is a staff page, is left out. */
export async function listCards(ctx: Ctx, ids: number[]): Promise<StoryCard[]> {
  if (ids.length === 0) return [];
  return selectCards(
    ctx,
    sql`select a.id as article_id, i.at as place
      from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality i(id, at)
      join articles a on a.id = i.id::bigint
      where a.live_revision_id is not null and a.kind <> 'page'`,
  );
}

export interface SlugRow {
  id: number;
  name: string;
  slug: string;
}

export interface LeadRow {
  media_id: string | number | null;
  hash: string | null;
  width: number | null;
  height: number | null;
  focal_x: number | null;
  focal_y: number | null;
  lead_alt: string | null;
  lead_caption: string;
  lead_credit: string;
  library_credit: string | null;
}

/** As the driver hands it out, or out of a JSON column: numbers and times may come as text. */
export interface CardRow extends LeadRow, Record<string, unknown> {
  id: string | number;
  kind: Article['kind'];
  live_slug: string;
  section_id: string | number | null;
  section_name: string | null;
  section_slug: string | null;
  first_live_at: string;
  updated_live_at: string | null;
  comment_count: number;
  title: string;
  standfirst: string;
  opening: string | null;
  lang: string | null;
  words: number;
  authors: SlugRow[] | null;
}

export const asCard = (row: CardRow): StoryCard => ({
  id: Number(row.id),
  kind: row.kind,
  href: articleAddress({ sectionSlug: row.section_slug, slug: row.live_slug }),
  title: row.title,
  standfirst: row.standfirst || beginning(row.opening ?? ''),
  section:
    row.section_slug === null
      ? null
      : { id: Number(row.section_id), name: row.section_name ?? '', href: sectionAddress(row.section_slug) },
  authors: asNamed(row.authors, authorAddress),
  liveAt: new Date(row.first_live_at),
  updatedAt: row.updated_live_at === null ? null : new Date(row.updated_live_at),
  readingMinutes: readingMinutes(row.words),
  commentCount: row.comment_count,
  lead: asPicture(row),
  lang: row.lang,
});

export const asNamed = (rows: SlugRow[] | null, address: (slug: string) => string): Named[] =>
  (rows ?? []).map(({ id, name, slug }) => ({ id, name, href: address(slug) }));

/** A credit written into the caption is taken out of it (R4); without any, the library's own is shown. */
export function asPicture(row: LeadRow): Picture | null {
  if (row.hash === null || row.width === null || row.height === null) return null;
  const { caption, credit } = splitCredit(row.lead_caption);
  const [x, y] = [row.focal_x ?? 0.5, row.focal_y ?? 0.5];
  const focal = x === 0.5 && y === 0.5 ? undefined : { x, y };
  return {
    mediaId: Number(row.media_id),
    hash: row.hash,
    width: row.width,
    height: row.height,
    alt: row.lead_alt ?? '',
    caption,
    credit: row.lead_credit || credit || (row.library_credit ?? ''),
    ...(focal && { focal }),
  };
}

/** The first paragraph of a text, for where no standfirst was written. */
export const beginning = (text: string): string =>
  shorten(text.trimStart().split('\n', 1)[0] ?? '', openingCharacters);
