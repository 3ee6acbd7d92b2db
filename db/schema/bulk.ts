import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref } from './columns';
import { users } from './users';

/**
 * One act on every story that a list held when it was asked for: its stories are written down first (`gatheredAt`), then
 * changed one by one by a job. What takes one back (`undoOf`) is such a change itself.
 */
export const bulkChanges = pgTable(
  'bulk_changes',
  {
    id: id(),
    /** In whose name; whatever she may no longer do is refused. */
    actorId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The list, in the spelling of its address; empty with `undoOf`. */
    query: text().notNull(),
    /** Null with `undoOf`: every story has its own. */
    act: jsonb(),
    undoOf: ref().references((): AnyPgColumn => bulkChanges.id, { onDelete: 'cascade' }),
    createdAt: instant().notNull(),
    gatheredAt: instant(),
    total: integer().notNull().default(0),
    /** Counted up after each batch. */
    done: integer().notNull().default(0),
    refused: integer().notNull().default(0),
    cancelledAt: instant(),
    endedAt: instant(),
    /** Its maker has read what came of it. */
    readAt: instant(),
  },
  (t) => [
    uniqueIndex('bulk_changes_undo').on(t.undoOf).where(sql`${t.undoOf} is not null`),
    // One after another for each person.
    uniqueIndex('bulk_changes_running').on(t.actorId).where(sql`${t.endedAt} is null`),
    index('bulk_changes_actor').on(t.actorId, t.id.desc().nullsFirst()),
  ],
);

export const bulkState = pgEnum('bulk_state', ['waiting', 'done', 'refused']);

/** What became of one story of a bulk change. */
export const bulkStories = pgTable(
  'bulk_stories',
  {
    changeId: ref()
      .notNull()
      .references(() => bulkChanges.id, { onDelete: 'cascade' }),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    state: bulkState().notNull().default('waiting'),
    /** What is done to it, where that is not the change's own act. */
    acts: jsonb(),
    /** What takes it back. */
    undo: jsonb(),
    /** Why it was left as before. */
    sentence: text(),
  },
  (t) => [
    primaryKey({ columns: [t.changeId, t.articleId] }),
    index('bulk_stories_waiting').on(t.changeId, t.articleId).where(sql`${t.state} = 'waiting'`),
    index('bulk_stories_refused').on(t.changeId, t.articleId).where(sql`${t.state} = 'refused'`),
    index('bulk_stories_article').on(t.articleId),
  ],
);
