import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { articles } from './articles';
import { id, instant, ref } from './columns';
import { sections } from './taxonomy';
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

type Places = (number | null)[];

/**
 * Who stands in the places of a page from an instant on: what was saved by hand, settled as it is written, and what is
 * planned. A row is settled once, by `appliedAt`, `cancelledAt` or `failure`, and kept: the settled ones are the page's
 * history. Until then it may be changed and moved; `version` counts that.
 */
export const arrangements = pgTable(
  'arrangements',
  {
    id: id(),
    /** As in `slots`. */
    page: text().notNull(),
    /** Of a section's page, which goes with its section. */
    sectionId: ref().references(() => sections.id, { onDelete: 'cascade' }),
    name: text().notNull().default(''),
    /** Ids of articles by place, whatever became of them; null where nobody was chosen. */
    places: jsonb().$type<Places>().notNull(),
    /** What its maker saw standing right before it. */
    seen: jsonb().$type<Places>().notNull(),
    effectiveAt: instant().notNull(),
    version: integer().notNull().default(1),
    createdAt: instant().notNull().defaultNow(),
    createdBy: ref().references(() => users.id, { onDelete: 'set null' }),
    appliedAt: instant(),
    /** Who put it before readers ahead of its time; null where the clock did. */
    appliedBy: ref().references(() => users.id, { onDelete: 'set null' }),
    /** What it took the place of. */
    replaced: jsonb().$type<Places>(),
    cancelledAt: instant(),
    cancelledBy: ref().references(() => users.id, { onDelete: 'set null' }),
    /** Why it could not be applied, for the desk. */
    failure: text(),
  },
  (t) => {
    const pending = sql`${t.appliedAt} is null and ${t.cancelledAt} is null and ${t.failure} is null`;
    return [
      // Of two of one second the first would never be seen.
      uniqueIndex('arrangements_second').on(t.page, t.effectiveAt).where(pending),
      index('arrangements_due').on(t.effectiveAt).where(pending),
      index('arrangements_history')
        .on(t.page, t.appliedAt.desc().nullsFirst(), t.id.desc().nullsFirst())
        .where(sql`${t.appliedAt} is not null`),
      index('arrangements_applied')
        .on(t.appliedAt.desc().nullsFirst())
        .where(sql`${t.appliedAt} is not null`),
      index('arrangements_failed').on(t.effectiveAt).where(sql`${t.failure} is not null`),
    ];
  },
);
