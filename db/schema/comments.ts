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
    createdAt: instant().notNull().defaultNow(),
    decidedAt: instant(),
    decidedBy: ref().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('comments_submission_key').on(t.submissionId),
    index('comments_thread').on(t.articleId, t.threadId, t.id).where(sql`${t.state} = 'approved'`),
    index('comments_queue').on(t.state, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('comments_commenter').on(t.commenterId),
    index('comments_network').on(t.networkHash, t.createdAt),
    index('comments_recent').on(t.createdAt),
  ],
);
