import { sql } from 'drizzle-orm';
import { pgTable, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, instant, ref } from './columns';

/**
 * A time in which the clock did not keep its word: something planned came over a minute late, failed, or was applied by
 * nobody. One stands at most; each administrator is mailed once for it.
 */
export const dueIncidents = pgTable(
  'due_incidents',
  {
    id: id(),
    beganAt: instant().notNull(),
    /** When trouble was last seen in it. */
    lastAt: instant().notNull(),
    endedAt: instant(),
    mailedUserIds: ref().array().notNull().default(sql`'{}'`),
  },
  (t) => [
    uniqueIndex('due_incidents_standing').on(sql`(${t.endedAt} is null)`).where(sql`${t.endedAt} is null`),
  ],
);
