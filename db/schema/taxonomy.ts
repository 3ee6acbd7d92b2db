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
import { id, instant, ref } from './columns';
import { users } from './users';

/** A desk's shelf. Nested and ordered; its slug is unique site-wide and one level deep in addresses. */
export const sections = pgTable(
  'sections',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    description: text().notNull().default(''),
    parentId: ref().references((): AnyPgColumn => sections.id, { onDelete: 'restrict' }),
    position: integer().notNull().default(0),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('sections_slug_key').on(t.slug), index('sections_parent').on(t.parentId, t.position)],
);

export const tags = pgTable(
  'tags',
  { id: id(), name: text().notNull(), slug: text().notNull(), createdAt: instant().notNull().defaultNow() },
  (t) => [uniqueIndex('tags_slug_key').on(t.slug), uniqueIndex('tags_name_key').on(sql`lower(${t.name})`)],
);

/**
 * Tags that became others. What a revision was filed under is never rewritten: `standing_tags(ids)` reads it with these in
 * mind. `tagId` is always a tag that stands: a merge of a merge counts for both.
 */
export const tagMerges = pgTable(
  'tag_merges',
  {
    /** The number of a tag that is no more. */
    fromId: ref().primaryKey(),
    tagId: ref()
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
    mergedAt: instant().notNull().defaultNow(),
  },
  (t) => [index('tag_merges_tag').on(t.tagId)],
);

/** Stories that belong together and have an order: a story is in one at most (`revisions.seriesId`). */
export const series = pgTable(
  'series',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    description: text().notNull().default(''),
    /** The order an editor gave; stories that are not in it follow in the order they went live. */
    storyIds: ref().array().notNull().default(sql`'{}'`),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('series_slug_key').on(t.slug),
    uniqueIndex('series_name_key').on(sql`lower(${t.name})`),
  ],
);

/** Who a story is signed by, with or without a login. */
export const authors = pgTable(
  'authors',
  {
    id: id(),
    name: text().notNull(),
    slug: text().notNull(),
    bio: text().notNull().default(''),
    userId: ref().references(() => users.id, { onDelete: 'set null' }),
    createdAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('authors_slug_key').on(t.slug), uniqueIndex('authors_user_key').on(t.userId)],
);

export const shelfKind = pgEnum('shelf_kind', ['section', 'tag', 'series', 'author']);

/** What a deleted shelf was, or a tag that became another, whole, so that it can be put back under its old number; the row goes when it is. */
export const deletedShelves = pgTable(
  'deleted_shelves',
  {
    id: id(),
    kind: shelfKind().notNull(),
    /** The number it had: menus and old revisions still mean it by that. */
    shelfId: ref().notNull(),
    name: text().notNull(),
    /** Its own columns, and what went with it: tags that had become it, old addresses that led to it. */
    kept: jsonb().$type<KeptShelf>().notNull(),
    deletedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('deleted_shelves_shelf').on(t.kind, t.shelfId)],
);

export interface KeptShelf {
  slug: string;
  description?: string;
  parentId?: number | null;
  position?: number;
  storyIds?: number[];
  bio?: string;
  userId?: number | null;
  /** ISO 8601. */
  createdAt: string;
  /** Tags that had become this one, with when. */
  merges?: { fromId: number; mergedAt: string }[];
  /** Paths that redirected to it as a section, or to a tag that became another. */
  oldPaths?: string[];
  /** The tag it became, as that was called then: it was merged, not deleted. */
  into?: { tagId: number; name: string };
}

/** An editor with rows here may act only in these sections; none means everywhere. */
export const userSections = pgTable(
  'user_sections',
  {
    userId: ref()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sectionId: ref()
      .notNull()
      .references(() => sections.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.userId, t.sectionId] })],
);
