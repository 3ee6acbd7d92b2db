import { bigint, customType, timestamp } from 'drizzle-orm/pg-core';

/** Surrogate key: a number that never leaves its own table's meaning (routes always name the table too). */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** A reference to another table's `id()`. */
export const ref = () => bigint({ mode: 'number' });

/** An instant, in UTC, to the millisecond. Names end in `At`. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 });

/** Postgres `xid8`: the transaction that wrote the row, compared with a snapshot's xmin. */
export const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/** Lexemes as the text search of Postgres keeps them. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
