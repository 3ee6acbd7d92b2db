import { date, pgTable, text } from 'drizzle-orm/pg-core';

/**
 * The secret of each day that names of networks are made with. Destroyed after thirty days: what was kept under a name
 * of that day can then never be brought back to a network (C9).
 */
export const networkKeys = pgTable('network_keys', {
  day: date().primaryKey(),
  secret: text().notNull(),
});
