import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { migrateDatabase } from '@/db/migrate';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { createArticle, saveDraft, scheduleArticle } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { lookIntoDatabase } from './database';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

/** The state of each thing that was looked at, by name. */
const look = async () =>
  Object.fromEntries((await lookIntoDatabase(at.db)).map(({ name, state }) => [name, state]));

test('O1 doctor finds a fresh paper in order, but for what is still to do', async () => {
  expect(await look()).toEqual({
    database: 'ok',
    migrations: 'ok',
    clock: 'ok',
    administrators: 'warn',
    schedules: 'ok',
    jobs: 'ok',
    workers: 'warn',
  });
});

test('D8 doctor says that a schedule is overdue, and that nobody takes a job', async () => {
  const { id, revisionId } = await createArticle(at.system, {});
  const draft = { articleId: id, baseRevisionId: revisionId, title: 'Overdue' };
  const { addressed } = await fileInNews(draft);
  await saveDraft(at.system, saveDraftInput.parse(addressed));
  await scheduleArticle(at.system, { articleId: id, effectiveAt: new Date(Date.now() + 1_000) });
  await at.db.execute(
    sql`insert into pgboss.job (name, data, start_after) values ('media.renditions', '{"mediaId":1}', now() - interval '1 hour')`,
  );
  await at.setClock(120);
  expect(await look()).toMatchObject({ clock: 'wrong', schedules: 'wrong', jobs: 'wrong' });
});

test('O3 a database of another version is left alone, and doctor says so', async () => {
  await at.db.execute(sql`update drizzle.__drizzle_migrations set hash = 'of another file' where id = 1`);
  await at.db.execute(sql`comment on schema pgboss is null`);
  expect(await look()).toMatchObject({ migrations: 'wrong' });
  await expect(migrateDatabase(at.url)).rejects.toThrow('another version');
});

async function fileInNews(draft: object) {
  const [row] = await at.db.execute<{ id: string }>(
    sql`insert into sections (name, slug, position, created_at) values ('News', 'news', 0, now()) returning id`,
  );
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Text.' }] }] };
  return { addressed: { ...draft, body, sectionIds: [Number(row?.id)] } };
}
