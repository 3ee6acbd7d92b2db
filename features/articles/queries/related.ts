import { type SQL, sql } from 'drizzle-orm';

/** How many related stories stand under an article. */
const relatedStories = 4;
/** The newest so many of each tag and section are looked at; the rest is too old to be of use. */
const newestOfTag = 20;
const newestOfSection = 30;

/**
 * R6: a page (see `cardSelect`) of live stories that share a tag or section with an article, never itself, none twice.
 * The best first: what they share (a tag says three times what a section does), times how alike the headlines are, times
 * how fresh they are (half after a month). `articleId` and `title` are columns of the query around it.
 * Plan: a range of article_tags_list or article_sections_list for each tag and section, at most 30 rows each; trigram
 * likeness is reckoned for the twenty best only. EXPLAIN (1,000 and 20,000 stories): 140 pages either way.
 * `clock()` stands in a sub-select so that it runs once and not for each candidate.
 */
export const relatedPage = (articleId: SQL, title: SQL): SQL => sql`
  select b.article_id, row_number() over (order by b.score * (1 + 2 * similarity(rr.title, ${title})) desc, b.article_id desc) as place
  from (
    select shared.article_id, sum(shared.weight) / (1 + extract(epoch from (select clock()) - max(shared.live_at)) / 2592000) as score
    from (
      select x.article_id, x.live_at, 3.0 as weight
      from article_tags mine cross join lateral (
        select t.article_id, t.live_at from article_tags t
        where t.tag_id = mine.tag_id and t.article_id <> ${articleId}
        order by t.live_at desc, t.article_id desc limit ${newestOfTag}
      ) x
      where mine.article_id = ${articleId}
      union all
      select x.article_id, x.live_at, 1.0
      from article_sections mine cross join lateral (
        select s.article_id, s.live_at from article_sections s
        where s.section_id = mine.section_id and s.article_id <> ${articleId}
        order by s.live_at desc, s.article_id desc limit ${newestOfSection}
      ) x
      where mine.article_id = ${articleId}
    ) shared
    group by shared.article_id
    order by score desc, shared.article_id desc
    limit 20
  ) b
  join articles ra on ra.id = b.article_id and ra.kind <> 'page' and ra.live_revision_id is not null
  join revisions rr on rr.id = ra.live_revision_id
  order by place
  limit ${relatedStories}`;
