import { sql } from 'drizzle-orm';
import { bigint, boolean, index, jsonb, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref, xid8 } from './columns';
import { sections } from './taxonomy';

/** One row a setting; what is absent has the default of `features/settings/input.ts`. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});

export const addressKind = pgEnum('address_kind', ['section', 'page', 'reserved', 'redirect']);

/** What a public path means: `asia-pacific` is a section, `about` a page, `admin` reserved, `2014/old` a redirect. No leading slash. */
export const addresses = pgTable(
  'addresses',
  {
    path: text().primaryKey(),
    kind: addressKind().notNull(),
    sectionId: ref().references(() => sections.id, { onDelete: 'cascade' }),
    articleId: ref().references(() => articles.id, { onDelete: 'cascade' }),
    target: text(),
    /** A redirect that somebody set; the others the paper made itself when something got another address. */
    byHand: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    index('addresses_section').on(t.sectionId),
    index('addresses_article').on(t.articleId),
    // Everything that leads to one address, which may get another itself.
    index('addresses_target').on(t.target).where(sql`${t.kind} = 'redirect'`),
    // A part of either address, among a hundred thousand.
    index('addresses_words')
      .using('gin', sql`(${t.path} || ' ' || ${t.target}) gin_trgm_ops`)
      .where(sql`${t.kind} = 'redirect'`),
  ],
);

/**
 * Which cached pages went stale. Written inside the command's own transaction; a trigger notifies channel
 * `cache_events`. Sequence order is not commit order, so readers overlap the tail by `xid`.
 */
export const cacheEvents = pgTable(
  'cache_events',
  {
    id: id(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    tags: text().array().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (t) => [index('cache_events_at').on(t.at), index('cache_events_xid').on(t.xid)],
);

/** Empty but in tests, where one row moves `clock()`. */
export const clockOffset = pgTable('clock_offset', {
  one: boolean().primaryKey().default(true),
  seconds: bigint({ mode: 'number' }).notNull(),
});
