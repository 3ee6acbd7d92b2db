import type { Bulk } from './stock';

/** From so many stories on it is cheaper to build the index anew than to add to it. */
const manyStories = 5_000;

/**
 * What the trigger on `articles` would have written, without taking the same paragraphs apart again for each story:
 * a story's words are those of its paragraphs, in order, each beginning where the one before ended. `seed_stories` and
 * `seed_paragraphs` are there.
 */
export async function seedSearch({ sql }: Bulk, count: number): Promise<void> {
  const [index] =
    count < manyStories
      ? []
      : await sql<{ definition: string }[]>`
    select pg_get_indexdef('search_documents_find'::regclass) as definition`;
  if (index) await sql`drop index search_documents_find`;
  await sql.unsafe(`
    create or replace aggregate pg_temp.flatten(anycompatiblearray) (sfunc = array_cat, stype = anycompatiblearray, initcond = '{}');
    create or replace aggregate pg_temp.joined(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '')`);
  await sql`
    create temp table seed_words on commit drop as
    select n, search_vector(words, 'D', 9) as opening, search_vector(words, 'D', 0) as following, search_pairs(words) as pairs
    from (select n, search_words(plain) as words from seed_paragraphs offset 0) p`;
  await sql`create unique index on seed_words (n)`;
  await sql`analyze seed_words`;
  await sql`
    insert into search_documents (article_id, live_at, words, pairs)
    select s.article_id, s.live_at,
      search_vector(h.title, 'A', 0) || search_vector(h.standfirst, 'B', 9) || b.words
        || search_marks('^', h.title || h.standfirst, '') || search_marks('@', s.author_ids::text[], ':1B')
        || search_marks('#', s.tag_ids::text[], ':1B') || search_marks('/', s.section_ids::text[], '')
        || search_marks('~', array[to_char(s.live_at at time zone 'UTC', 'YYYYMM')], ''),
      search_pairs(h.title) || search_pairs(h.standfirst) || b.pairs
    from seed_stories s
    cross join lateral (select search_words(s.title) as title, search_words(s.standfirst) as standfirst offset 0) h
    cross join lateral (
      select pg_temp.joined(case when p.k = 1 then w.opening else w.following end order by p.k) as words,
        pg_temp.flatten(w.pairs order by p.k) as pairs
      from unnest(s.paragraphs) with ordinality p(n, k) join seed_words w on w.n = p.n offset 0) b`;
  if (index) await sql.unsafe(`set local maintenance_work_mem = '256MB'; ${index.definition}`);
  await sql`
    insert into search_vocabulary as v (word, documents)
    select word, ndoc from ts_stat('select words from search_documents join seed_stories using (article_id)')
    where word ~ ${'^[^\\x01-\\x60~]'} and length(word) between 2 and 40
    union all select '', ${count}
    on conflict (word) do update set documents = v.documents + excluded.documents`;
}
