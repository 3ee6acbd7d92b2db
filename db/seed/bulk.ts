import type { TransactionSql } from 'postgres';
import type { Database } from '../client';
import { seedArticles } from './bulk-articles';
import { seedComments } from './bulk-comments';
import { seedSubscribers } from './bulk-subscribers';
import type { Bulk } from './stock';
import { makeProse, seededRandom } from './words';

export interface BulkCounts {
  articles: number;
  comments: number;
  subscribers: number;
}

/**
 * Fills a database for benchmarks: stories over ten years with their revisions, ledger rows, slugs and filing; comments in
 * threads, a hundredth of them under one story; confirmed subscribers with their consents. Written past the commands, by
 * COPY and INSERT … SELECT in one transaction, with every invariant they keep. The same seed gives the same stock; a second
 * run adds to the first. Returns milliseconds for each part. 100,000 stories take about a minute and a half on two cores.
 */
export async function seedBulk(
  db: Database,
  { articles, comments, subscribers, rngSeed = 1 }: BulkCounts & { rngSeed?: number },
): Promise<{ tookMs: Record<string, number> }> {
  const tookMs: Record<string, number> = {};
  await db.$client.begin(async (sql) => {
    await sql`set local statement_timeout = 0`;
    await sql`set local synchronous_commit = off`;
    await prepareDraws(sql, rngSeed);
    const bulk: Bulk = { sql, prose: makeProse(seededRandom(rngSeed)) };
    const timed = async (name: string, work: Promise<void>) => {
      const began = performance.now();
      await work;
      tookMs[name] = Math.round(performance.now() - began);
    };
    if (articles > 0) await timed('articles', seedArticles(bulk, articles));
    if (comments > 0) await timed('comments', seedComments(bulk, comments));
    if (subscribers > 0) await timed('subscribers', seedSubscribers(bulk, subscribers));
    await sql`insert into cache_events (tags) values (array['site', 'latest', 'front', 'taxonomy', 'lists'])`;
    await sql`analyze`;
  });
  return { tookMs };
}

/** `pg_temp.draw(n, salt)`: a number in [0, 1) by hashing, so that the plan a query gets does not change what it draws. */
async function prepareDraws(sql: TransactionSql, seed: number): Promise<void> {
  await sql.unsafe(`
    create or replace function pg_temp.draw(n bigint, salt bigint) returns double precision language sql immutable parallel safe as
    $$ select ((hashint8extended(n, salt * 1000003 + ${Math.trunc(seed)}) >> 12) & 2251799813685247)::float8 / 2251799813685248 $$`);
}
