import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgTransaction } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { processWide } from '@/lib/process-wide';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema> & { $client: Sql };
export type Transaction = PgTransaction<
  PostgresJsQueryResultHKT,
  typeof schema,
  ExtractTablesWithRelations<typeof schema>
>;
/** Where a query may run: the pool, or a transaction that is under way. */
export type Executor = Database | Transaction;

export interface PoolOptions {
  max?: number;
  /** Longest a statement may take, in milliseconds; a page that asks for more is refused, not hung. */
  statementTimeoutMs?: number;
}

/** Opens a pool. Connections are made when first needed; a database that is away fails a query within 5 s. */
export function openDatabase(
  url: string,
  { max = 10, statementTimeoutMs = 10_000 }: PoolOptions = {},
): Database {
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    // The driver's own pauses grow to 20 s: a database that is back must be used at once.
    backoff: (failures) => Math.min(1, 0.05 * 2 ** failures),
    idle_timeout: 60,
    max_lifetime: 60 * 30,
    onnotice() {},
    connection: { application_name: 'broadsheet', statement_timeout: statementTimeoutMs, TimeZone: 'UTC' },
  });
  return drizzle(client, { schema, casing: 'snake_case' });
}

/** The pool of this process, opened on first use from DATABASE_URL (the supervisor sets it for the embedded server). */
export function database(): Database {
  return processWide('database', () => {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set: start through `npm start` or `npm run cli`');
    return openDatabase(url);
  });
}

/** Connections and patience, in milliseconds, of what anybody may ask for in words of their own. */
const hurried = { max: 3, statementTimeoutMs: 2_000 } as const;

/** A small pool beside the other for searches: a crowd of hard ones waits for itself and for nobody else. */
export function hurriedDatabase(): Database {
  return processWide('hurried-database', () => {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error('DATABASE_URL is not set: start through `npm start` or `npm run cli`');
    return openDatabase(url, hurried);
  });
}
