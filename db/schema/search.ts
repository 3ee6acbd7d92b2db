import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref, tsvector } from './columns';

/**
 * The live text of a story as search and "related" read it: one row a live story, written by a trigger on `articles`, so
 * that whoever publishes, withdraws or seeds cannot forget it. Each kind of lexeme has a mark of its own in `words`: a
 * bare one is a word with its places, `^` one of the headline or standfirst, `@` an author, `#` a tag, `/` a section (by
 * id, so that renaming them changes nothing here), `~` the month. `pairs` are hashes of neighbouring words, by which the
 * index finds phrases. The large columns lie outside the row: a scan of 100,000 rows reads 9 MB.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    articleId: ref()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    liveAt: instant().notNull(),
    words: tsvector().notNull(),
    pairs: smallint().array().notNull(),
  },
  (t) => [
    index('search_documents_find').using('gin', t.words, t.pairs),
    index('search_documents_newest').on(t.liveAt.desc().nullsFirst(), t.articleId.desc().nullsFirst()),
  ],
);

/**
 * Every word that was ever live, with about how many stories had it: for typing slips, word forms and for telling rare
 * words from common ones. Hints, not truth: what a suggestion finds is asked of `search_documents`. The row of the empty
 * word counts the stories.
 */
export const searchVocabulary = pgTable(
  'search_vocabulary',
  { word: text().primaryKey(), documents: integer().notNull() },
  (t) => [
    index('search_vocabulary_alike').using('gin', sql`${t.word} gin_trgm_ops`),
    index('search_vocabulary_begin').using('btree', t.word.op('text_pattern_ops')),
  ],
);

/** Stories whose words are still to go into the vocabulary: two publications never wait for each other there. */
export const searchUncounted = pgTable('search_uncounted', {
  articleId: ref()
    .primaryKey()
    .references(() => searchDocuments.articleId, { onDelete: 'cascade' }),
});

/**
 * How many live stories there are of each month of UTC, for the index of the archive: the rows of a month add up. Written
 * by triggers on `search_documents`. A row is only ever added, with what a statement changed; whoever gets there first
 * makes one of many, so that two publications never wait for each other here either.
 */
export const liveMonths = pgTable('live_months', {
  id: id(),
  month: date({ mode: 'string' }).notNull(),
  stories: integer().notNull(),
});

/** R6: the stories an editor put under a story by hand, in order; shown while they are live. */
export const relatedPins = pgTable(
  'related_pins',
  {
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    pinnedId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    position: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.articleId, t.pinnedId] }),
    index('related_pins_pinned').on(t.pinnedId),
    check('related_pins_other', sql`${t.articleId} <> ${t.pinnedId}`),
  ],
);
