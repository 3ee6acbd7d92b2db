import { expect, test } from 'vitest';
import { restoreArticle, scheduleArticle, trashArticle } from '../commands';
import { placeOf } from '../list-input';
import { findAtDesk } from '../read/desk-find';
import { inSeconds, openTestNewsroom, stateOf, write } from '../testing';
import { listPending } from './ledger';
import { listTrash } from './trash';

const { at, room } = await openTestNewsroom();

test('D17 the trash says who threw what away and when, page by page, and each sees her own', async () => {
  const { editor, contributor } = room.as;
  const hers = await write(contributor, { title: 'Hers' });
  await trashArticle(contributor, { articleId: hers.id });
  await restoreArticle(editor, { articleId: hers.id });
  await trashArticle(editor, { articleId: hers.id });
  for (let n = 0; n < 51; n++) {
    const { id } = await write(editor, { title: `Gone ${n}`, sectionIds: [room.news] });
    await trashArticle(editor, { articleId: id });
  }
  const one = await listTrash(editor);
  const two = await listTrash(editor, placeOf('saved', one.next ?? ''));
  expect([one.lines.length, two.lines.length, two.next]).toEqual([50, 2, null]);
  const name = editor.actor.kind === 'staff' && editor.actor.name;
  expect(one.lines[0]).toMatchObject({
    title: 'Gone 50',
    section: 'News',
    trashedBy: name,
    mayRestore: true,
  });
  expect(two.lines[1]).toMatchObject({ title: 'Hers', trashedBy: name });
  expect((await listTrash(contributor)).lines).toMatchObject([{ title: 'Hers', mayRestore: true }]);
});

test('D17 a story out of the trash says which plans were cancelled, plans them anew when asked, never one whose time is past', async () => {
  const { editor, author } = room.as;
  const made = await write(author, { title: 'Planned', sectionIds: [room.news] });
  const on = { articleId: made.id };
  const soon = inSeconds(600);
  const later = inSeconds(86_400);
  await scheduleArticle(editor, { ...on, effectiveAt: soon });
  await scheduleArticle(editor, { ...on, effectiveAt: later, kind: 'withdraw' });
  await trashArticle(editor, on);
  const [line] = (await listTrash(editor)).lines;
  expect(line?.plans).toMatchObject([
    { kind: 'publish', effectiveAt: soon, revisionId: made.revisionId, isPast: false },
    { kind: 'withdraw', effectiveAt: later, revisionId: null, isPast: false },
  ]);
  expect(await restoreArticle(editor, on)).toMatchObject({
    planned: [],
    cancelled: [
      { kind: 'publish', sentence: null },
      { kind: 'withdraw', sentence: null },
    ],
  });
  expect(await pendingOf(made.id)).toEqual([]);

  // The undo of a throwing away brings them back as they were.
  await scheduleArticle(editor, { ...on, effectiveAt: soon });
  await scheduleArticle(editor, { ...on, effectiveAt: later, kind: 'withdraw' });
  await trashArticle(editor, on);
  expect(await restoreArticle(editor, { ...on, replan: true })).toMatchObject({
    planned: [{ kind: 'publish' }, { kind: 'withdraw' }],
    cancelled: [],
  });
  expect(await pendingOf(made.id)).toEqual([
    ['publish', soon, made.revisionId],
    ['withdraw', later, null],
  ]);

  // While it lies there the first hour goes by: it stays cancelled, and what depends on it too.
  await trashArticle(editor, on);
  await at.setClock(3_600);
  const [late] = (await listTrash(editor)).lines;
  expect(late?.plans.map(({ isPast }) => isPast)).toEqual([true, false]);
  expect(await restoreArticle(editor, { ...on, replan: true })).toMatchObject({
    planned: [],
    cancelled: [
      { kind: 'publish', sentence: expect.stringMatching(/^That time has passed/) },
      { kind: 'withdraw', sentence: expect.stringMatching(/will not be live then/) },
    ],
  });
  expect([await pendingOf(made.id), await stateOf(at, made.id)]).toEqual([[], 'draft']);
  await at.setClock(0);
});

test('D17 who may take a story out but not publish it is told so of its plans, and has the story', async () => {
  const { editor, contributor } = room.as;
  const made = await write(contributor, { title: 'Hers', sectionIds: [room.news] });
  const on = { articleId: made.id };
  await scheduleArticle(editor, { ...on, effectiveAt: inSeconds(600) });
  await trashArticle(editor, on);
  const restored = await restoreArticle(contributor, { ...on, replan: true });
  expect(restored).toMatchObject({
    planned: [],
    cancelled: [{ kind: 'publish', sentence: expect.stringMatching(/./) }],
  });
  expect(await pendingOf(made.id)).toEqual([]);
});

test('D17 the palette finds stories by words of their text, shelves and people by name, the last saved first', async () => {
  const { editor, contributor } = room.as;
  await write(editor, { title: 'Older sport', sectionIds: [room.sport] });
  await write(editor, { title: 'Newer sport' });
  const found = async (ctx: typeof editor, words: string) =>
    (await findAtDesk(ctx, { words })).map(({ heading, entries }) => [
      heading,
      entries.map(({ label }) => label),
    ]);
  expect(await found(editor, 'spor')).toEqual([
    ['Stories', ['Newer sport', 'Older sport']],
    ['Stories of', ['Sport']],
    ['Settings of', ['Sport']],
  ]);
  expect(await found(editor, 'byline')).toEqual([['Stories of', ['Ada Byline']]]);
  expect((await found(editor, ''))[0]?.[0]).toBe('Last saved');
  expect(await found(contributor, 'newer')).toEqual([]);
});

async function pendingOf(articleId: number) {
  const pending = (await listPending(at.system, [articleId])).get(articleId) ?? [];
  return pending.map(({ kind, effectiveAt, revisionId }) => [kind, effectiveAt, revisionId]);
}
