import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { nextDue } from '@/db/due';
import { asCard, type CardRow, cardSelect, type StoryCard } from '@/features/articles/queries/story-card';
import type { StoryCursor } from '@/features/articles/queries/story-lists';
import type { IndexQuery, TermFacts } from './tsquery';
import { type KnownWord, oneSlipAway } from './typing-slips';

/** What the index says before a search: of each sequence of lexemes, and of the paper. */
export interface Lexicon {
  /** By the sequence, joined by spaces. `documents` is about how many stories have a single word; 0 for an unknown one. */
  facts: Map<string, TermFacts & { documents: number }>;
  /** When the newest story went live; null on an empty paper. */
  newestAt: Date | null;
  nextDueAt: Date | null;
  /** Every story's words are in the vocabulary; just after one went live they may not be yet. */
  complete: boolean;
}

/** Stemmers that come with Postgres 15 and newer, by language. */
const stemmers: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** So many other forms of a word, and people and tags of a name, are looked for with it. */
const mostAlike = 10;

/**
 * Everything that must be known of a query's terms, in one statement. The index holds words as they are written; that
 * "elections" also finds "election" comes from here: words of the vocabulary with the same stem in the site's language.
 * Plan, a word: search_vocabulary_pkey, a range of search_vocabulary_begin (words that begin alike, a few hundred at
 * most), authors_words and tags_words.
 */
export async function readLexicon(ctx: Ctx, sequences: string[], language: string): Promise<Lexicon> {
  const stemmer = stemmers[language.split('-')[0]?.toLowerCase() ?? ''];
  const dictionary = sql`${stemmer ? `${stemmer}_stem` : 'simple'}::regdictionary`;
  const named = (table: 'authors' | 'tags') => sql`
    array(select n.id::float8 from ${sql.identifier(table)} n
      where search_words(n.name) @> string_to_array(w.sequence, ' ')
        and ' ' || array_to_string(search_words(n.name), ' ') || ' ' like '% ' || w.sequence || ' %'
      order by n.id limit ${mostAlike})`;
  const rows = await ctx.db.execute<{
    sequence: string | null;
    documents: number;
    forms: string[];
    author_ids: number[];
    tag_ids: number[];
    newest_at: string | null;
    next_due_at: string | null;
    complete: boolean;
  }>(sql`
    select w.sequence, coalesce((select v.documents from search_vocabulary v where v.word = w.sequence), 0) as documents,
      array(select v.word from search_vocabulary v
        where v.word ~>=~ w.opening and v.word ~<~ (w.opening || ${'\u{10ffff}'}) and v.word <> w.sequence
          and length(v.word) < length(w.sequence) + 8 and ts_lexize(${dictionary}, v.word) = array[w.stem]
        order by v.documents desc, v.word limit ${mostAlike}) as forms,
      ${named('authors')} as author_ids, ${named('tags')} as tag_ids,
      (select max(live_at) from search_documents) as newest_at, ${nextDue} as next_due_at,
      not exists (select from search_uncounted) as complete
    from (select 1) one left join (
      select s.sequence, s.stem, left(s.stem, greatest(3, length(s.stem) - 1)) as opening
      from (select sequence, (ts_lexize(${dictionary}, sequence))[1] as stem
        from jsonb_array_elements_text(${JSON.stringify(sequences)}::jsonb) sequence) s) w on true`);
  const [first] = rows;
  return {
    facts: new Map(
      rows.flatMap(({ sequence, documents, forms, author_ids, tag_ids }) =>
        sequence === null ? [] : [[sequence, { documents, forms, authorIds: author_ids, tagIds: tag_ids }]],
      ),
    ),
    newestAt: asInstant(first?.newest_at),
    nextDueAt: asInstant(first?.next_due_at),
    complete: first?.complete ?? false,
  };
}

const asInstant = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

/**
 * Words of the vocabulary that may have been meant by each word: those one slip away (some 400 look-ups by
 * search_vocabulary_pkey) and those of alike trigrams (search_vocabulary_alike).
 */
export async function listAlikeWords(ctx: Ctx, words: string[]): Promise<Map<string, KnownWord[]>> {
  const asked = words.map((word) => ({ word, slips: oneSlipAway(word) }));
  const rows = await ctx.db.execute<{ asked: string; word: string; documents: number }>(sql`
    select a.word as asked, f.word, f.documents
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) a(word text, slips jsonb)
    cross join lateral (
      select v.word, v.documents from jsonb_array_elements_text(a.slips) s join search_vocabulary v on v.word = s
      union
      (select v.word, v.documents from search_vocabulary v
        where v.word % a.word and length(v.word) between length(a.word) - 2 and length(a.word) + 2
        order by similarity(v.word, a.word) desc, v.word limit 20)) f
    order by a.word, f.documents desc, f.word`);
  return new Map(
    [...Map.groupBy(rows, (row) => row.asked)].map(([word, found]) => [
      word,
      found.map((row) => ({ word: row.word, documents: row.documents })),
    ]),
  );
}

/** Those of these words that some live story has. Plan: search_newest, which stops at the first, for each of a few words. */
export async function listWordsInUse(ctx: Ctx, words: string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await ctx.db.execute<{ word: string }>(sql`
    select w as word from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) w
    where exists (
      select from search_newest(quote_literal(w)::tsquery, '{}', '-infinity', (select clock()) + interval '1 second', 0, 1))`);
  return rows.map(({ word }) => word);
}

/** A find: the story, and as much of its text as an excerpt is made from. */
export interface Find {
  story: StoryCard;
  text: string;
}

export interface FoundAuthor {
  name: string;
  slug: string;
  stories: number;
}

export interface Finds {
  finds: Find[];
  /** How many there are; the best are chosen among `mostRanked` and more, of which `many` says no more than that. */
  count: number;
  many: boolean;
  /** Who wrote them, the most frequent first. */
  authors: FoundAuthor[];
}

/** Between which instants a find went live: `since` included, `until` not. */
export interface Span {
  since: Date;
  until: Date;
}

export const findsOnPage = 20;
/** The newest so many finds are ranked against each other, and shown on ten pages. */
export const mostRanked = 200;
const mostHeads = 100;
/** An excerpt comes from the first part of a text. */
const excerptedCharacters = 30_000;

/**
 * A page of the best finds. Ranked are the newest 100 finds with every word in the headline, the standfirst or a name,
 * and the newest 200 of all: `ts_rank` over places in the text (headline 1, standfirst, names 0.4, text 0.1), halved
 * after about a year and a half. EXPLAIN (100,000 stories, a word that stands in all of them): search_newest, 2 windows
 * over search_documents_find, 3 ms › search_documents_pkey, 300 rows › WindowAgg › the cards by primary key.
 */
export async function findBest(ctx: Ctx, query: IndexQuery, span: Span, page: number): Promise<Finds> {
  const picked = sql`
    select article_id, live_at from ${newest(query, query.heads, span, null, mostHeads)}
    union
    select article_id, live_at from ${newest(query, query.wanted, span, null, mostRanked)}`;
  const ranked = sql`
    select p.article_id, row_number() over (order by
      ts_rank('{0.1, 0.2, 0.4, 1}', d.words, ${query.ranked}::tsquery, 1)
        / (1 + extract(epoch from (select max(live_at) from picked) - p.live_at) / 47304000) desc, p.live_at desc, p.article_id desc) as place
    from picked p join search_documents d on d.article_id = p.article_id`;
  return readFinds(ctx, picked, ranked, (page - 1) * findsOnPage);
}

/** A page of all finds, newest first, from a place on: page 500 costs what page 1 costs. One more is given than a page holds. */
export async function findNewest(
  ctx: Ctx,
  query: IndexQuery,
  span: Span,
  before: StoryCursor | null,
): Promise<Finds> {
  const picked = sql`
    select article_id, live_at from ${newest(query, query.wanted, span, before, mostRanked)}`;
  const ranked = sql`
    select p.article_id, row_number() over (order by p.live_at desc, p.article_id desc) as place from picked p`;
  return readFinds(ctx, picked, ranked, 0);
}

function newest(
  { phrases }: IndexQuery,
  wanted: string,
  { since, until }: Span,
  before: StoryCursor | null,
  enough: number,
): SQL {
  const neighbours = sql`(select coalesce(array_agg(p), '{}') from jsonb_array_elements(${JSON.stringify(phrases)}::jsonb) f,
    unnest(search_pairs(array(select jsonb_array_elements_text(f)))) p)`;
  const end = before && before.liveAt < until ? before : { liveAt: until, id: 0 };
  return sql`search_newest(${wanted}::tsquery, ${neighbours}, ${since.toISOString()}::timestamptz,
    ${end.liveAt.toISOString()}::timestamptz, ${end.id}::bigint, ${enough})`;
}

async function readFinds(ctx: Ctx, picked: SQL, ranked: SQL, skipped: number): Promise<Finds> {
  const last = Math.min(skipped + findsOnPage, mostRanked);
  const [row] = await ctx.db.execute<{
    found: (CardRow & { text: string })[] | null;
    count: number;
    authors: FoundAuthor[] | null;
  }>(sql`
    with picked as materialized (${picked}), ranked as materialized (${ranked})
    select (select count(*)::int from picked) as count,
      (select json_agg(f order by f.place) from (
        select c.*, left(r.plain_text, ${excerptedCharacters}) as text
        from (${cardSelect(sql`select article_id, place from ranked where place > ${skipped} and place <= ${last}`)}) c
        join articles a on a.id = c.id join revisions r on r.id = a.live_revision_id) f) as found,
      (select json_agg(n) from (
        select n.name, n.slug, count(*)::int as stories from picked p join bylines b on b.article_id = p.article_id
        join authors n on n.id = b.author_id group by n.id order by count(*) desc, n.name limit 20) n) as authors`);
  return {
    finds: (row?.found ?? []).map((card) => ({ story: asCard(card), text: card.text })),
    count: row?.count ?? 0,
    many: (row?.count ?? 0) >= mostRanked,
    authors: row?.authors ?? [],
  };
}
