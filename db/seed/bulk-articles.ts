import { renderHtml } from '@/lib/rich-text/render';
import { slugify } from '@/lib/slug';
import { seedSearch } from './bulk-search';
import type { Bulk } from './stock';
import { capital } from './words';

const sectionNames = [
  'News',
  'World',
  'Europe',
  'Africa',
  'Asia',
  'Americas',
  'Business',
  'Markets',
  'Science',
  'Health',
  'Culture',
  'Sport',
];
/** Which of them lies in which, by place in the list. */
const parents: Record<number, number> = { 2: 1, 3: 1, 4: 1, 5: 1, 7: 6, 9: 8 };
const [authorCount, tagCount, paragraphCount, headlineCount] = [80, 600, 4000, 20_000];

/** Stories of 4 to 16 paragraphs (about 330 words in the mean), newer days fuller than older ones. */
export async function seedArticles(bulk: Bulk, count: number): Promise<void> {
  await makeShelves(bulk);
  await makeParagraphs(bulk);
  await drawStories(bulk, count);
  // What the triggers would do a row at a time is done for all at once, at the end.
  await bulk.sql`alter table articles disable trigger articles_search_insert`;
  await writeStories(bulk);
  await bulk.sql`alter table articles enable trigger articles_search_insert`;
  await fileStories(bulk);
  await seedSearch(bulk, count);
}

/** Sections, tags and authors, in temporary lists by number for drawing from. Those there already are used again. */
async function makeShelves({ sql, prose }: Bulk): Promise<void> {
  const named = (names: string[]) =>
    JSON.stringify(names.map((name, at) => ({ name, slug: slugify(name), at })));
  const distinct = (count: number, make: () => string) => {
    const names = new Map<string, string>();
    while (names.size < count) {
      const name = make();
      names.set(slugify(name), name);
    }
    return [...names.values()];
  };
  const list = (table: string, slugs: string) => sql`
    create temp table ${sql(`seed_${table}`)} on commit drop as
    select row_number() over (order by s.at)::int - 1 as n, t.id
    from jsonb_to_recordset(${slugs}::text::jsonb) s(name text, slug text, at int)
    join ${sql(table)} t on t.slug = s.slug`;
  const sections = named(sectionNames);
  await sql`
    insert into sections (name, slug, position)
    select name, slug, at from jsonb_to_recordset(${sections}::text::jsonb) r(name text, slug text, at int)
    on conflict (slug) do nothing`;
  await list('sections', sections);
  const nested = Object.entries(parents).map(([child, parent]) => ({ child: Number(child), parent }));
  await sql`
    update sections s set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(nested)}::text::jsonb) r(child int, parent int), seed_sections c, seed_sections p
    where c.n = r.child and p.n = r.parent and s.id = c.id and s.parent_id is null`;
  await sql`
    insert into addresses (path, kind, section_id)
    select s.slug, 'section', s.id from seed_sections l join sections s on s.id = l.id on conflict do nothing`;
  const tags = named(distinct(tagCount, () => capital(prose.name().toLowerCase())));
  await sql`
    insert into tags (name, slug) select name, slug from jsonb_to_recordset(${tags}::text::jsonb) r(name text, slug text)
    on conflict do nothing`;
  await list('tags', tags);
  const authors = named(distinct(authorCount, prose.name));
  await sql`
    insert into authors (name, slug) select name, slug from jsonb_to_recordset(${authors}::text::jsonb) r(name text, slug text)
    on conflict do nothing`;
  await list('authors', authors);
}

/** A stock of paragraphs in the three forms a revision keeps; every seventh is a sub-heading. */
async function makeParagraphs({ sql, prose }: Bulk): Promise<void> {
  await sql`create temp table seed_paragraphs (n int primary key, node jsonb, html text, plain text, words int) on commit drop`;
  const rows = Array.from({ length: paragraphCount }, (_, n) => {
    const heading = n % 7 === 0;
    const text = heading ? prose.headline() : prose.paragraph();
    const node = {
      type: heading ? 'heading' : 'paragraph',
      ...(heading && { attrs: { level: 2 } }),
      content: [{ type: 'text', text }],
    };
    return {
      n,
      node,
      html: renderHtml({ type: 'doc', content: [node] }),
      plain: text,
      words: text.split(' ').length,
    };
  });
  await sql`
    insert into seed_paragraphs select * from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      r(n int, node jsonb, html text, plain text, words int)`;
  await sql`analyze seed_paragraphs`;
  const headlines = Array.from({ length: headlineCount }, prose.headline).map((title, n) => ({
    n,
    title,
    slug: slugify(title),
  }));
  await sql`create temp table seed_headlines (n int primary key, title text, slug text) on commit drop`;
  await sql`
    insert into seed_headlines select * from jsonb_to_recordset(${JSON.stringify(headlines)}::text::jsonb) r(n int, title text, slug text)`;
}

/**
 * One row a story with everything about it but its text. Tags and authors are drawn by a square law, so that a few are on
 * very many stories. The square root packs newer days fuller.
 */
async function drawStories({ sql }: Bulk, count: number): Promise<void> {
  await sql`
    create temp table seed_stories on commit drop as
    select d.n, d.article_id, d.revision_id, h.title, h.slug || '-' || d.article_id as slug, h2.title as standfirst,
      clock() - (1 - sqrt((d.n + 0.5) / ${count})) * interval '3650 days' - interval '1 minute' as live_at,
      array(select distinct on (id) id from (
        select id, 0 as at from seed_sections where n = floor(pg_temp.draw(d.n, 1) * ${sectionNames.length})::int
        union all select id, 1 from seed_sections where n = floor(pg_temp.draw(d.n, 2) * ${sectionNames.length * 2})::int) s order by id, at) as section_ids,
      array(select distinct t.id from generate_series(1, (1 + floor(pg_temp.draw(d.n, 3) * 5))::int) k
        join seed_tags t on t.n = floor(pg_temp.draw(d.n * 8 + k, 4) ^ 2 * ${tagCount})::int) as tag_ids,
      array(select distinct a.id from generate_series(1, case when pg_temp.draw(d.n, 5) < 0.15 then 2 else 1 end) k
        join seed_authors a on a.n = floor(pg_temp.draw(d.n * 4 + k, 6) ^ 2 * ${authorCount})::int) as author_ids,
      array(select floor(pg_temp.draw(d.n * 32 + k, 10) * ${paragraphCount})::int
        from generate_series(1, (4 + floor(pg_temp.draw(d.n, 9) * 13))::int) k) as paragraphs
    from (
      select n, nextval(pg_get_serial_sequence('articles', 'id')) as article_id, nextval(pg_get_serial_sequence('revisions', 'id')) as revision_id
      from generate_series(0, ${count - 1}) n) d
    join seed_headlines h on h.n = floor(pg_temp.draw(d.n, 7) * ${headlineCount})::int
    join seed_headlines h2 on h2.n = floor(pg_temp.draw(d.n, 8) * ${headlineCount})::int`;
  await sql`create unique index on seed_stories (n)`;
  await sql`analyze seed_stories`;
}

/** Articles and revisions point at each other, so both are inserted by one statement: its end is when the keys are checked. */
async function writeStories({ sql }: Bulk): Promise<void> {
  await sql`
    with written as (
      insert into revisions (id, article_id, title, standfirst, slug, body, body_version, html, plain_text, words,
        section_ids, tag_ids, author_ids, created_at)
      overriding system value
      select s.revision_id, s.article_id, s.title, s.standfirst, s.slug, b.body, 1, b.html, b.plain, b.words,
        s.section_ids, s.tag_ids, s.author_ids, s.live_at - interval '2 hours'
      from seed_stories s cross join lateral (
        select jsonb_build_object('type', 'doc', 'content', jsonb_agg(p.node order by k)) as body,
          string_agg(p.html, E'\n' order by k) as html, string_agg(p.plain, E'\n\n' order by k) as plain, sum(p.words) as words
        from unnest(s.paragraphs) with ordinality d(n, k) join seed_paragraphs p on p.n = d.n) b
    )
    insert into articles (id, kind, stage, head_revision_id, created_at, saved_at, live_revision_id, live_slug, live_section_id, first_live_at)
    overriding system value
    select article_id, 'story', 'draft', revision_id, live_at - interval '1 day', live_at - interval '2 hours', revision_id, slug,
      section_ids[1], live_at
    from seed_stories order by n`;
}

/** What the ledger would have written. */
async function fileStories({ sql }: Bulk): Promise<void> {
  await sql`insert into slugs (slug, article_id, live_at, created_at) select slug, article_id, live_at, live_at from seed_stories`;
  await sql`
    insert into publications (article_id, revision_id, kind, effective_at, created_at, applied_at)
    select article_id, revision_id, 'publish', live_at, live_at - interval '1 hour', live_at from seed_stories order by n`;
  for (const [table, column, ids] of [
    ['article_sections', 'section_id', 'section_ids'],
    ['article_tags', 'tag_id', 'tag_ids'],
    ['bylines', 'author_id', 'author_ids'],
  ] as const)
    await sql`
      insert into ${sql(table)} (article_id, ${sql(column)}, position, live_at)
      select article_id, f.id, f.at - 1, live_at from seed_stories, unnest(${sql(ids)}) with ordinality f(id, at)`;
}
