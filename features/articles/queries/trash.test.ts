import { expect, test } from 'vitest';
import { restoreArticle, trashArticle } from '../commands';
import { placeOf } from '../list-input';
import { findAtDesk } from '../read/desk-find';
import { openTestNewsroom, write } from '../testing';
import { listTrash } from './trash';

const { room } = await openTestNewsroom();

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
