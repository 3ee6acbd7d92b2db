import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { transact } from './context';
import { closeQueue } from './queue';
import { cloneDatabase, type TestDatabase } from './testing';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const countJobs = async () =>
  Number((await at.db.execute<{ n: string }>(sql`select count(*) as n from pgboss.job`))[0]?.n);

test('a job, an audit row and a stale tag exist only if their transaction commits', async () => {
  await expect(
    transact(at.system, async (tx) => {
      tx.enqueue('media.renditions', { mediaId: 1 });
      tx.stale('site');
      await tx.db.execute(sql`select 1 / 0`);
    }),
  ).rejects.toThrow();
  expect(await countJobs()).toBe(0);
  await transact(at.system, async (tx) => {
    tx.enqueue('media.renditions', { mediaId: 1 });
    tx.record('test', 'media', 1);
    tx.stale('site', 'article:1');
  });
  expect(await countJobs()).toBe(1);
  expect(await at.db.execute(sql`select tags from cache_events`)).toMatchObject([
    { tags: ['site', 'article:1'] },
  ]);
  await expect(at.db.execute(sql`delete from audit`)).rejects.toThrow();
});
