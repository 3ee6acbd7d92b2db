import { sql } from 'drizzle-orm';
import { index, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref } from './columns';
import { users } from './users';

/** Front page and section places an editor fills; an empty one fills itself with the newest. */
export const slots = pgTable(
  'slots',
  {
    id: id(),
    /** `front`, or `section:<id>`. */
    page: text().notNull(),
    position: smallint().notNull(),
    articleId: ref().references(() => articles.id, { onDelete: 'cascade' }),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [uniqueIndex('slots_place').on(t.page, t.position)],
);

/**
 * The strip over every page. Rows are kept: `loweredAt` is set once, by a person or at `lowerAt` by the clock, and one bar
 * at most stands.
 */
export const breakingBars = pgTable(
  'breaking_bars',
  {
    id: id(),
    /** "Breaking", in the site's language, when empty. */
    label: text().notNull().default(''),
    text: text().notNull(),
    /** Where it leads while that article is live; else to `href`, if there is one. */
    articleId: ref().references(() => articles.id, { onDelete: 'set null' }),
    href: text(),
    raisedAt: instant().notNull().defaultNow(),
    raisedBy: ref().references(() => users.id, { onDelete: 'set null' }),
    lowerAt: instant(),
    loweredAt: instant(),
    loweredBy: ref().references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('breaking_bars_standing')
      .on(sql`(${t.loweredAt} is null)`)
      .where(sql`${t.loweredAt} is null`),
    index('breaking_bars_due').on(t.lowerAt).where(sql`${t.loweredAt} is null`),
  ],
);
