import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { createArticle, saveDraft, scheduleArticle } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { createSection } from '@/features/taxonomy/commands';
import { createSectionInput } from '@/features/taxonomy/input';
import { dueWork } from './due-work';
import { type Schedule, type ScheduleOptions, startSchedule } from './schedule';

let at: TestDatabase;
let sectionId: number;
const running: Schedule[] = [];

beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  ({ sectionId } = await createSection(at.system, createSectionInput.parse({ name: 'News' })));
});
afterEach(async () => {
  for (const schedule of running.splice(0)) await schedule.stop();
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const start = async (options: Partial<ScheduleOptions> = {}) => {
  const schedule = await startSchedule({ db: at.db, ...options });
  running.push(schedule);
};

/** A story that is due so many milliseconds from the database's now; gives the id of its ledger row. */
async function storyDueIn(ms: number): Promise<number> {
  const { id, revisionId } = await createArticle(at.system, {});
  const draft = { articleId: id, baseRevisionId: revisionId, title: `Due ${id}`, sectionIds: [sectionId] };
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] }] };
  await saveDraft(at.system, saveDraftInput.parse({ ...draft, body }));
  const [{ now } = { now: '' }] = await at.db.execute<{ now: string }>(sql`select clock() as now`);
  const effectiveAt = new Date(new Date(now).getTime() + ms);
  const { publicationId } = await scheduleArticle(at.system, { articleId: id, effectiveAt });
  return publicationId;
}

/** Milliseconds between the due instant and the application, by the ledger itself; null while it waits. */
async function latenessOf(publicationId: number): Promise<number | null> {
  const [row] = await at.db.execute<{ ms: number | null }>(
    sql`select (extract(epoch from applied_at - effective_at) * 1000)::float8 as ms from publications where id = ${publicationId}`,
  );
  return row?.ms ?? null;
}

const applied = (publicationId: number) => expect.poll(() => latenessOf(publicationId), { timeout: 5_000 });

test('D8 what fell due while everything was down is applied before a process serves anybody', async () => {
  const missed = await storyDueIn(50);
  await wait(150);
  expect(await latenessOf(missed)).toBeNull();
  await start();
  expect(await latenessOf(missed)).toBeGreaterThan(50);
});

test('D8 a story goes live at its instant, also when it is scheduled under a timer that sleeps', async () => {
  await start();
  const dates = [await storyDueIn(400), await storyDueIn(1_600)];
  for (const id of dates) await applied(id).not.toBeNull();
  for (const id of dates) expect(await latenessOf(id)).toBeLessThan(500);
});

test('D8 two timers apply each row once', async () => {
  let count = 0;
  const onApplied = (some: number) => {
    count += some;
  };
  await Promise.all([start({ onApplied }), start({ onApplied })]);
  const rows = [await storyDueIn(300), await storyDueIn(300), await storyDueIn(310)];
  for (const id of rows) await applied(id).not.toBeNull();
  await wait(100);
  expect(count).toBe(rows.length);
});

test('D8 a story does not wait for newsletters that cannot start, nor for a pass of theirs that hangs', async () => {
  const [publications] = dueWork;
  if (!publications) throw new Error('no work');
  let release = () => {};
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  let looks = 0;
  await start({
    work: [
      publications,
      {
        kind: 'campaigns',
        run: async () => 0,
        look: () => (looks++ ? hanging : Promise.reject(new Error('broken'))),
      },
    ],
  });
  const story = await storyDueIn(300);
  await applied(story).not.toBeNull();
  expect(await latenessOf(story)).toBeLessThan(1_000);
  await expect.poll(() => looks, { timeout: 5_000 }).toBe(2);
  release();
});

test('O5 D8 the timer goes on after every connection was cut', async () => {
  await start();
  await wait(100);
  const cut = await at.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`);
  expect(cut.length).toBeGreaterThan(1);
  // Until our own pool has heard of it too.
  await wait(200);
  const story = await storyDueIn(500);
  await applied(story).not.toBeNull();
  expect(await latenessOf(story)).toBeLessThan(1_100);
});
