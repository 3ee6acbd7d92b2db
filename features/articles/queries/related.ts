import { type SQL, sql } from 'drizzle-orm';

/** How many related stories stand under an article. */
export const relatedStories = 4;
/** The newest so many of each tag, each section and the key words are looked at; the rest is too old to be of use. */
const newestOfTag = 20;
const newestOfSection = 30;
const newestAlike = 60;
/** So many words say what a story is about. */
const keyWords = 10;

/**
 * R6: a page (see `cardSelect`) of live stories related to an article, never itself, none twice. Those an editor pinned
 * come first, in her order; the rest by (what they share: a section 1, each tag 2) × (how alike the texts are) × (how
 * fresh: half after four months). Alike is `ts_rank` over the article's key words: those that are frequent in it (its
 * headline counts double) and rare in the paper (tf × idf, with the vocabulary's counts). A story that shares neither
 * section nor tag must have several of them. `articleId` is a column of the query around it.
 * Plan: search_documents_pkey and one look-up in search_vocabulary a word (about 200) for the key words; ranges of
 * article_tags_list and article_sections_list, 30 rows each at most; `search_newest`, which stops at 60; likeness of
 * some 100 candidates by search_documents_pkey. Nothing grows with the number of stories: docs/decisions/071.
 * `clock()` stands in a sub-select so that it runs once and not for each candidate, and a candidate is looked up behind a
 * `limit`: the planner expects far more of them than there are, and would read every story's row instead.
 */
export const relatedPage = (articleId: SQL): SQL => sql`
  with key as materialized (
    select f.lexeme
    from search_documents d cross join lateral unnest(d.words) f
    join search_vocabulary v on v.word = f.lexeme
    cross join (select documents::float8 as stories from search_vocabulary where word = '') n
    where d.article_id = ${articleId} and v.documents >= 2 and v.documents <= greatest(3, least(stories / 4, greatest(20, stories / 100)))
    order by (1 + ln(cardinality(f.positions))) * ln((stories + 1) / v.documents) * case when 'A' = any(f.weights) then 2 else 1 end desc, f.lexeme
    limit ${keyWords}
  ), about as materialized (
    select string_agg(quote_literal(lexeme), '|')::tsquery as words from key
  ), shared as (
    select x.article_id, 2.0 as weight
    from article_tags mine cross join lateral (
      select t.article_id from article_tags t
      where t.tag_id = mine.tag_id and t.article_id <> ${articleId}
      order by t.live_at desc, t.article_id desc limit ${newestOfTag}
    ) x
    where mine.article_id = ${articleId}
    union all
    select x.article_id, 1.0
    from article_sections mine cross join lateral (
      select s.article_id from article_sections s
      where s.section_id = mine.section_id and s.article_id <> ${articleId}
      order by s.live_at desc, s.article_id desc limit ${newestOfSection}
    ) x
    where mine.article_id = ${articleId}
    union all
    select x.article_id, 0.0 from about cross join lateral search_newest(about.words, '{}', '-infinity', (select clock()) + interval '1 second', 0, ${newestAlike}) x
    where x.article_id <> ${articleId}
  ), ranked as (
    select s.article_id, (0.5 + s.weight) * (0.1 + alike) / (1 + extract(epoch from (select clock()) - d.live_at) / 10368000) as score
    from (select article_id, sum(weight) as weight from shared group by article_id) s
    cross join lateral (select live_at, words from search_documents where article_id = s.article_id limit 1) d
    cross join lateral (
      select coalesce(ts_rank('{0.6, 0.8, 0.8, 1}', d.words, (select words from about)), 0) as alike offset 0) l
    where (s.weight > 0 or alike >= 0.15)
      and not exists (select from related_pins p where p.article_id = ${articleId} and p.pinned_id = s.article_id)
    order by score desc, s.article_id desc
    limit ${relatedStories}
  )
  select c.article_id, row_number() over (order by c.position, c.score desc, c.article_id desc) as place
  from (
    select p.pinned_id as article_id, p.position, 0 as score from related_pins p
    join search_documents d on d.article_id = p.pinned_id where p.article_id = ${articleId}
    union all
    select article_id, 32767, score from ranked
  ) c
  order by place
  limit ${relatedStories}`;
