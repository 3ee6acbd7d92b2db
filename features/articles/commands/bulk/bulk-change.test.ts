import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { audit, bulkChanges, bulkStories, notices, users } from '@/db/schema';
import { startBulkInput } from '../../bulk-input';
import { fromListQuery } from '../../list-query';
import { countList, findBulkChange } from '../../queries/bulk';
import { findArticle, openTestNewsroom, refusal, stateOf, write } from '../../testing';
import {
  cancelBulkChange,
  changeArticles,
  publishArticle,
  purgeBulkChanges,
  readBulkChange,
  runBulkChange,
  startBulkChange,
  trashArticle,
  undoBulkChange,
} from '..';

const { at, room } = await openTestNewsroom();
const { editor, author } = room.as;
const stories = 230;
const query = 'text=tide&sort=headline';
const made: number[] = [];

const start = (act: object, of = query) => startBulkChange(editor, startBulkInput.parse({ query: of, act }));
const run = (changeId: number) => runBulkChange(at.system, { changeId });
const states = async () => {
  const rows = await at.db.execute<{ stage: string; count: number }>(
    sql`select stage, count(*)::int as count from articles group by stage order by stage`,
  );
  return Object.fromEntries(rows.map(({ stage, count }) => [stage, count]));
};

beforeEach(async () => {
  await at.db.execute(sql`truncate bulk_changes cascade`);
  while (made.length < stories) made.push((await write(editor, { title: `Tide ${made.length}` })).id);
});

test('D17 one act reaches every story of a list, tells which were refused and why, and is undone as a whole', async () => {
  const live = await write(editor, { title: 'Tide live', sectionIds: [room.news] });
  await publishArticle(editor, { articleId: live.id });
  expect(await countList(editor, { query: fromListQuery(query) })).toEqual({ stories: stories + 1 });

  const { changeId } = await start({ kind: 'trash' });
  // The answer comes before anything is done.
  expect(await findBulkChange(editor)).toMatchObject({
    changeId,
    state: 'gathering',
    done: 0,
    mayUndo: false,
  });
  const late = await write(editor, { title: 'Other words' });
  await run(changeId);
  expect(await findBulkChange(editor)).toEqual({
    ...{
      changeId,
      kind: 'trash',
      state: 'done',
      total: stories + 1,
      done: stories,
      refused: 1,
      mayUndo: true,
    },
    refusals: [
      {
        articleId: live.id,
        title: 'Tide live',
        sentence: expect.stringMatching(/is live.*Withdraw it first/),
      },
    ],
  });
  expect(await stateOf(at, made[7] ?? 0)).toBe('trashed');
  expect(await stateOf(at, late.id)).toBe('draft');
  const [trail] = await at.db.select().from(audit).where(eq(audit.verb, 'bulk-change-ended'));
  expect(trail).toMatchObject({ after: { total: stories + 1, done: stories, refused: 1 } });
  // A job that is taken up twice does nothing more.
  await run(changeId);

  const undo = await undoBulkChange(editor, { changeId });
  await run(undo.changeId);
  expect(await findBulkChange(editor)).toMatchObject({
    kind: null,
    done: stories,
    refused: 0,
    mayUndo: false,
  });
  expect(await stateOf(at, made[7] ?? 0)).toBe('draft');
  expect((await refusal(undoBulkChange(editor, { changeId }))).message).toContain('taken back already');
  await readBulkChange(editor, undo);
  expect(await findBulkChange(editor)).toBeNull();
  await changeArticles(editor, { items: [{ articleId: live.id, acts: [{ kind: 'return' }] }] });
  await at.db.execute(sql`update articles set head_title = 'Away' where id = ${live.id}`);
});

test('D17 a bulk change is cancelled between two stories, goes on after a crash, and is one at a time for each person', async () => {
  const { changeId } = await start({ kind: 'submit' }, 'text=tide&state=draft');
  expect((await refusal(start({ kind: 'approve' }))).message).toContain('still under way');
  const stop = new AbortController();
  // The worker is told to stop while it looks at its second batch.
  const halfway = expect
    .poll(async () => (await findBulkChange(editor))?.done ?? 0, { interval: 5, timeout: 20_000 })
    .toBeGreaterThan(0)
    .then(() => stop.abort());
  await expect(runBulkChange(at.system, { changeId }, stop.signal)).rejects.toThrow();
  await halfway;
  const before = (await states()).in_review ?? 0;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(stories);

  expect((await refusal(cancelBulkChange(author, { changeId }))).code).toBe('not-found');
  await cancelBulkChange(editor, { changeId });
  expect((await refusal(undoBulkChange(editor, { changeId }))).message).toContain('still under way');
  await run(changeId);
  expect(await findBulkChange(editor)).toMatchObject({ state: 'cancelled', done: before, mayUndo: true });
  await run((await undoBulkChange(editor, { changeId })).changeId);
  expect((await states()).in_review ?? 0).toBe(0);
});

test('D17 a bulk change acts with what its maker may do by then, mails nobody for each story, and is forgotten', async () => {
  const her = await room.person('editor');
  const given = await startBulkChange(
    her,
    startBulkInput.parse({
      query,
      act: { kind: 'assign', assigneeId: author.actor.kind === 'staff' ? author.actor.id : 0 },
    }),
  );
  await run(given.changeId);
  expect((await findArticle(at, made[0] ?? 0)).assigneeId).not.toBeNull();
  expect(await at.db.$count(notices)).toBe(0);

  const tagged = await startBulkChange(
    her,
    startBulkInput.parse({ query, act: { kind: 'tag', tagId: room.tag } }),
  );
  await at.db.update(users).set({ role: 'contributor' }).where(eq(users.id, her.actor.id));
  await run(tagged.changeId);
  // A contributor sees only what is hers: her list is empty by now.
  expect(await findBulkChange(her)).toMatchObject({ total: 0, done: 0, state: 'done', mayUndo: false });
  await at.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, her.actor.id));
  await at.db
    .update(bulkChanges)
    .set({ endedAt: null, readAt: null })
    .where(eq(bulkChanges.id, tagged.changeId));
  await run(tagged.changeId);
  expect((await findBulkChange(her))?.state).toBe('done');

  await at.setClock(31 * 86_400);
  await purgeBulkChanges(at.system);
  expect([await at.db.$count(bulkChanges), await at.db.$count(bulkStories)]).toEqual([0, 0]);
  await at.setClock(0);
});

test('D17 a story that somebody else changes meanwhile waits for nobody but its own row', async () => {
  const { changeId } = await start({ kind: 'approve' });
  const running = run(changeId);
  const worked = [];
  for (const articleId of made.slice(200, 210)) worked.push(await trashArticle(editor, { articleId }));
  await running;
  expect(worked).toHaveLength(10);
  const found = await findBulkChange(editor);
  // Those thrown away before the list was written down are not in it.
  expect((found?.done ?? 0) + (found?.refused ?? 0)).toBe(found?.total);
  expect(found?.total).toBeGreaterThanOrEqual(stories - 10);
  for (const { sentence } of found?.refusals ?? []) expect(sentence).toContain('is in the trash');
});
