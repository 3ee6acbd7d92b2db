import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref, tsvector } from './columns';
import { users } from './users';

/**
 * The working copy as the desk's search reads it, where `search_documents` does not say the same: drafts, changes that
 * readers do not see yet, staff pages, what was taken back. Written by a trigger on `articles`; lexemes and marks as there,
 * without places.
 */
export const deskWords = pgTable(
  'desk_words',
  {
    articleId: ref()
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    words: tsvector().notNull(),
  },
  (t) => [index('desk_words_find').using('gin', t.words)],
);

/** Filters of the desk's list that somebody gave a name. `query` is the search part of their address, in one spelling. */
export const savedLists = pgTable(
  'saved_lists',
  {
    id: id(),
    ownerId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    query: text().notNull(),
    /** Everybody at the desk sees it. */
    shared: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
    deletedAt: instant(),
  },
  (t) => [
    uniqueIndex('saved_lists_name').on(t.ownerId, sql`lower(${t.name})`).where(sql`${t.deletedAt} is null`),
    index('saved_lists_shared').on(t.id).where(sql`${t.shared} and ${t.deletedAt} is null`),
  ],
);
