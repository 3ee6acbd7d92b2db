import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { type Ctx, transact } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import type { Handlers } from './handlers';
import { type JobWorkers, startJobs } from './jobs';

let at: TestDatabase;
let workers: JobWorkers | undefined;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterEach(async () => {
  await workers?.stop(1_000);
  workers = undefined;
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const enqueue = (mediaId: number) =>
  transact(at.system, async (tx) => tx.enqueue('media.renditions', { mediaId }));

/** State and number of retries of the job that carries this id. */
async function jobOf(mediaId: number) {
  const [row] = await at.db.execute<{ state: string; tries: number }>(
    sql`select state::text, retry_count as tries from pgboss.job where name = 'media.renditions' and data->>'mediaId' = ${String(mediaId)}`,
  );
  return row;
}

test('a job runs at once after its transaction, as the system', async () => {
  const seen: { mediaId: number; actor: Ctx['actor'] }[] = [];
  const handle: Handlers['media.renditions'] = async (ctx, { mediaId }) =>
    seen.push({ mediaId, actor: ctx.actor });
  workers = await startJobs({ 'media.renditions': handle });
  const began = Date.now();
  await enqueue(1);
  await expect
    .poll(() => seen, { timeout: 5_000, interval: 20 })
    .toEqual([{ mediaId: 1, actor: { kind: 'system', name: 'media.renditions' } }]);
  // By notification: the queue is looked at only each ten seconds.
  expect(Date.now() - began).toBeLessThan(2_000);
  await expect.poll(async () => (await jobOf(1))?.state).toBe('completed');
});

test('a job that fails is tried again', async () => {
  let tries = 0;
  workers = await startJobs({
    'media.renditions': async () => {
      if (++tries === 1) throw new Error('a hiccup');
    },
  });
  await enqueue(2);
  await expect.poll(async () => (await jobOf(2))?.state, { timeout: 15_000 }).toBe('completed');
  expect(await jobOf(2)).toMatchObject({ tries: 1 });
});

test('at a stop a long job leaves off at its next step and is there for the next worker', async () => {
  let begun = false;
  workers = await startJobs({
    'media.renditions': async (_ctx, _data, signal) => {
      begun = true;
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        signal.throwIfAborted();
      }
    },
  });
  await enqueue(3);
  await expect.poll(() => begun, { timeout: 5_000 }).toBe(true);
  const stopping = Date.now();
  await workers.stop(5_000);
  expect(Date.now() - stopping).toBeLessThan(3_000);
  expect(await jobOf(3)).toMatchObject({ state: 'retry' });
  workers = await startJobs({ 'media.renditions': async () => {} });
  await expect.poll(async () => (await jobOf(3))?.state, { timeout: 15_000 }).toBe('completed');
});
