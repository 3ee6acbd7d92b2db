import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import type { IssueStory } from '@/db/schema/newsletter';
import type { Picture } from '@/lib/pictures';
import { readingMinutes } from '@/lib/reading-time';

type Row = {
  id: number;
  slug: string;
  section: string | null;
  section_slug: string | null;
  title: string;
  standfirst: string;
  words: number;
  live_at: string;
  picture: Picture | null;
  authors: string[] | null;
};

/** A live story as an issue shows it, with when it went live for the desk's list. */
export interface ChoosableStory extends IssueStory {
  liveAt: Date;
}

/**
 * The live stories among `ids`, in the order of `ids`; what is not live (any more) is left out, so that nothing
 * unpublished is ever mailed. One statement by primary key.
 */
export async function listStoriesByIds(ctx: Ctx, ids: number[]): Promise<ChoosableStory[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.execute<Row>(sql`
    ${storyColumns}
    join jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) with ordinality as wanted(id, n) on wanted.id::bigint = a.id
    where a.live_revision_id is not null and a.kind <> 'page'
    order by wanted.n`);
  return rows.map(asStory);
}

/**
 * Live stories whose headline or standfirst holds every word of `words`, newest first; all of them, newest first, when
 * no word is given. At most `limit`, out of the newest 5,000 (index `articles_live`).
 */
export async function searchStories(
  ctx: Ctx,
  { words, limit = 20 }: { words: string; limit?: number },
): Promise<ChoosableStory[]> {
  const patterns = words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const matches = sql.join(
    [sql`true`, ...patterns.map((pattern) => sql`(r.title || ' ' || r.standfirst) ilike ${pattern}`)],
    sql` and `,
  );
  const rows = await ctx.db.execute<Row>(sql`
    ${storyColumns}
    where a.id in (select id from articles where live_revision_id is not null order by first_live_at desc, id desc limit 5000)
      and a.kind <> 'page' and ${matches}
    order by a.first_live_at desc, a.id desc
    limit ${limit}`);
  return rows.map(asStory);
}

const storyColumns = sql`
  select a.id::int8 as id, a.live_slug as slug, s.name as section, s.slug as section_slug, r.title, r.standfirst, r.words,
    a.first_live_at as live_at,
    case when m.id is null then null else jsonb_build_object('mediaId', m.id, 'hash', m.hash, 'width', m.width,
      'height', m.height, 'alt', coalesce(nullif(r.lead_alt, ''), m.alt), 'caption', r.lead_caption, 'credit', coalesce(nullif(r.lead_credit, ''), m.credit)) end as picture,
    (select array_agg(au.name order by b.position) from bylines b join authors au on au.id = b.author_id where b.article_id = a.id) as authors
  from articles a
  join revisions r on r.id = a.live_revision_id
  left join sections s on s.id = a.live_section_id
  left join media m on m.id = r.lead_media_id and m.kind = 'picture' and m.deleted_at is null and m.width > 0 and m.height > 0`;

const asStory = (row: Row): ChoosableStory => ({
  articleId: Number(row.id),
  href: row.section_slug ? `/${row.section_slug}/${row.slug}` : `/${row.slug}`,
  section: row.section ?? '',
  title: row.title,
  standfirst: row.standfirst,
  authors: row.authors ?? [],
  readingMinutes: readingMinutes(row.words),
  picture: row.picture,
  liveAt: new Date(row.live_at),
});
