import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  index,
  integer,
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
 * What staff say to each other about an article; readers never see it. A note that answers another hangs under the first
 * of its thread, and the first is what is resolved. One that was taken back is kept, so that it can be put back. The name
 * stays when its user is gone.
 */
export const notes = pgTable(
  'notes',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    threadId: ref().references((): AnyPgColumn => notes.id, { onDelete: 'cascade' }),
    /** Made by the page that wrote it: a request that is repeated makes one note. */
    sendKey: text(),
    text: text().notNull(),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    createdByName: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    editedAt: instant(),
    removedAt: instant(),
    resolvedAt: instant(),
    resolvedByName: text(),
  },
  (t) => [
    index('notes_article').on(t.articleId, t.id),
    index('notes_thread').on(t.threadId),
    index('notes_maker').on(t.createdBy).where(sql`${t.createdBy} is not null`),
    uniqueIndex('notes_sent_once').on(t.createdBy, t.sendKey).where(sql`${t.sendKey} is not null`),
  ],
);

/** Who is named in a note by `@`, under the name they had. */
export const noteMentions = pgTable(
  'note_mentions',
  {
    noteId: ref()
      .notNull()
      .references(() => notes.id, { onDelete: 'cascade' }),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.userId] }), index('note_mentions_user').on(t.userId)],
);

export const noticeKind = pgEnum('notice_kind', ['mention', 'assignment']);

/** What one person is told at the desk. `mailedAt` is set before the mail is handed over, so that no repeat sends another. */
export const notices = pgTable(
  'notices',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: noticeKind().notNull(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    noteId: ref().references(() => notes.id, { onDelete: 'cascade' }),
    byName: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
    readAt: instant(),
    mailedAt: instant(),
  },
  (t) => [
    index('notices_user').on(t.userId, t.id.desc().nullsFirst()),
    index('notices_unread').on(t.userId).where(sql`${t.readAt} is null`),
    index('notices_article').on(t.articleId),
    uniqueIndex('notices_mention').on(t.noteId, t.userId).where(sql`${t.noteId} is not null`),
  ],
);

/**
 * Who has an article open: one row for each opening of its page, which says every few seconds that it is still there. One
 * of them at most writes. A row that has not been heard of for a while means nothing any more (`features/articles/presence`),
 * and a page that was left is noted as one of those.
 */
export const presence = pgTable(
  'presence',
  {
    loadId: text().primaryKey(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    openedAt: instant().notNull().defaultNow(),
    seenAt: instant().notNull().defaultNow(),
    /** Since when it is the one that writes. */
    writesSince: instant(),
    /** The number of its newest word: one that was overtaken on the way, by the goodbye above all, counts no more. */
    said: integer().notNull().default(0),
  },
  (t) => [
    index('presence_article').on(t.articleId),
    index('presence_user').on(t.userId),
    index('presence_seen').on(t.seenAt),
    uniqueIndex('presence_one_writer').on(t.articleId).where(sql`${t.writesSince} is not null`),
  ],
);
