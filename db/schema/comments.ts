import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref } from './columns';
import { users } from './users';

export const commentState = pgEnum('comment_state', ['held', 'approved', 'spam', 'deleted']);
/** What a moderator's decision teaches the filter. */
export const commentLesson = pgEnum('comment_lesson', ['good', 'spam']);
export const wordListKind = pgEnum('word_list_kind', ['blocked', 'suspect']);
export const submissionState = pgEnum('submission_state', ['open', 'posted']);

/** A person who comments, known by address. `verifiedAt` comes from a mailed link only, never from typing. */
export const commenters = pgTable(
  'commenters',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    verifiedAt: instant(),
    approvedCount: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('commenters_email_key').on(sql`lower(${t.email})`)],
);

/** What a reader typed, kept an hour under an unguessable id, with its errors, until the second POST decides. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey().defaultRandom(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: ref(),
    name: text().notNull(),
    email: text().notNull(),
    body: text().notNull(),
    /** What is wrong, by field, as names of `messages.comments.errors`. */
    errors: jsonb().$type<Record<string, string>>().notNull().default({}),
    state: submissionState().notNull().default('open'),
    /** When the text was last sent; a machine's second POST follows in no time. */
    typedAt: instant().notNull().defaultNow(),
    honeypot: boolean().notNull().default(false),
    networkHash: text(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('submissions_expiry').on(t.expiresAt)],
);

export const comments = pgTable(
  'comments',
  {
    id: id(),
    articleId: ref()
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    parentId: ref().references((): AnyPgColumn => comments.id),
    /** The top comment of the thread: its own id there. */
    threadId: ref(),
    depth: smallint().notNull().default(0),
    commenterId: ref().references(() => commenters.id, { onDelete: 'set null' }),
    userId: ref().references(() => users.id, { onDelete: 'set null' }),
    submissionId: uuid(),
    name: text().notNull(),
    body: text().notNull(),
    state: commentState().notNull(),
    /** Why the checks held it, in words for moderators. */
    reasons: text().array().notNull().default(sql`'{}'`),
    networkHash: text(),
    /** What the filter should have learned from it by now, and what it did learn: where they differ, a job sees to it. */
    lesson: commentLesson(),
    learned: commentLesson(),
    createdAt: instant().notNull().defaultNow(),
    decidedAt: instant(),
    decidedBy: ref().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('comments_submission_key').on(t.submissionId),
    index('comments_thread').on(t.articleId, t.threadId, t.id).where(sql`${t.state} = 'approved'`),
    index('comments_queue').on(t.state, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('comments_commenter').on(t.commenterId, t.createdAt),
    index('comments_network').on(t.networkHash, t.createdAt),
    index('comments_recent').on(t.createdAt),
    index('comments_same_text').on(sql`md5(${t.body})`, t.createdAt),
    index('comments_to_learn').on(t.id).where(sql`${t.lesson} is distinct from ${t.learned}`),
  ],
);

/**
 * How often the filter met each sign in what moderators let stand and in what they called spam. The sign '' counts the
 * comments learned from.
 */
export const filterSigns = pgTable(
  'filter_signs',
  {
    sign: text().primaryKey(),
    good: integer().notNull().default(0),
    spam: integer().notNull().default(0),
    metAt: instant().notNull().defaultNow(),
  },
  (t) => [index('filter_signs_rare').on(t.metAt).where(sql`${t.good} + ${t.spam} <= 1`)],
);

/** Words and phrases, one an entry, as staff wrote them. */
export const wordLists = pgTable('word_lists', {
  kind: wordListKind().primaryKey(),
  lines: text().array().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});
