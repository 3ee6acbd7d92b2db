import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgEnum, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns';

export const role = pgEnum('role', ['contributor', 'author', 'editor', 'administrator']);
export const credentialKind = pgEnum('credential_kind', ['password', 'totp', 'passkey', 'recovery']);
export const linkPurpose = pgEnum('link_purpose', ['setup', 'reset', 'invitation']);

/** The people who sign in. Never deleted while they have written something: `disabledAt` closes the door. */
export const users = pgTable(
  'users',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    role: role().notNull(),
    disabledAt: instant(),
    /** Whether mentions and assignments are mailed as well as shown at the desk. */
    noticeMail: boolean().notNull().default(true),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    check('users_email_plain', sql`${t.email} !~ '[[:space:],<>]'`),
  ],
);

/** Ways to prove who one is. A password row holds an argon2id hash in `secret`. */
export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: credentialKind().notNull(),
    secret: text().notNull(),
    label: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: instant().notNull().defaultNow(),
    usedAt: instant(),
  },
  (t) => [
    index('credentials_user').on(t.userId, t.kind),
    uniqueIndex('credentials_one_password').on(t.userId).where(sql`${t.kind} = 'password'`),
  ],
);

/** A signed-in browser. The cookie holds a random id; only its sha256 is kept, and this row decides. */
export const sessions = pgTable(
  'sessions',
  {
    idHash: text().primaryKey(),
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    method: text().notNull(),
    userAgent: text(),
    networkHash: text(),
    createdAt: instant().notNull().defaultNow(),
    seenAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Single-use links (set-up, reset, invitation). Only the sha256 of the token is kept. */
export const links = pgTable(
  'links',
  {
    tokenHash: text().primaryKey(),
    purpose: linkPurpose().notNull(),
    userId: ref().references(() => users.id, { onDelete: 'cascade' }),
    email: text(),
    role: role(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('links_user').on(t.userId)],
);

/** What was tried, by key (account or network), so that limits are shared by every process and survive a restart. */
export const attempts = pgTable(
  'attempts',
  { id: id(), key: text().notNull(), at: instant().notNull().defaultNow() },
  (t) => [index('attempts_key').on(t.key, t.at)],
);

/** Who did what, when, with before and after. Append-only: a trigger refuses update and delete. */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    at: instant().notNull().defaultNow(),
    actorId: ref(),
    actorName: text().notNull(),
    verb: text().notNull(),
    subject: text().notNull(),
    subjectId: text(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    index('audit_at').on(t.at.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('audit_subject').on(t.subject, t.subjectId),
  ],
);
