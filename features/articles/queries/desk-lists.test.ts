import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { articles, tags } from '@/db/schema';
import {
  assignArticle,
  bringBackList,
  changeList,
  deleteList,
  publishArticle,
  saveList,
  trashArticle,
  withdrawArticle,
} from '../commands';
import { listHref, listQuery } from '../list-address';
import { listArticlesInput, listSorts } from '../list-input';
import { fromListQuery } from '../list-query';
import { saveListInput } from '../saved-lists-input';
import { type Newsroom, openTestNewsroom, refusal, save, story, write } from '../testing';
import { listArticles } from './desk';
import { listSavedLists } from './saved-lists';

const { at, room } = await openTestNewsroom();

const titles = async (ctx: Newsroom['as']['editor'], asked: object) =>
  (await listArticles(ctx, listArticlesInput.parse(asked))).lines.map((line) => line.title);

test('D13 the desk finds words of the text, in drafts as in live stories, as the working copy has them', async () => {
  const { editor } = room.as;
  const draft = await write(editor, {
    title: 'Quiet',
    body: story('The élan of Überlingen, 東京都 and all.'),
  });
  const live = await write(editor, { title: 'Loud', body: story('A seawall.'), sectionIds: [room.news] });
  await publishArticle(editor, { articleId: live.id });
  expect(await titles(editor, { text: 'elan uberl' })).toEqual(['Quiet']);
  expect(await titles(editor, { text: '東京' })).toEqual(['Quiet']);
  expect(await titles(editor, { text: 'seaw loud' })).toEqual(['Loud']);
  expect(await titles(editor, { text: 'a' })).toEqual(['Loud']);
  expect(await titles(editor, { text: "' & | ! \\ <->" })).toEqual([]);

  await save(
    editor,
    { articleId: live.id, baseRevisionId: live.revisionId },
    { title: 'Loud', body: story('A dyke.') },
  );
  expect(await titles(editor, { text: 'seawall' })).toEqual([]);
  expect(await titles(editor, { text: 'dyke' })).toEqual(['Loud']);
  // The index of words says the same as the look at each row, which a list this short never gets beyond.
  const finds = async (text: string) =>
    (
      await at.db.execute<{ id: number }>(sql`select desk_finds(desk_query(${text}, '{}'))::float8 as id`)
    ).map(({ id }) => id);
  expect(await Promise.all(['dyke', 'seawall', 'elan'].map(finds))).toEqual([[live.id], [], [draft.id]]);
  await withdrawArticle(editor, { articleId: live.id });
  expect(await titles(editor, { text: 'dyke', state: 'withdrawn' })).toEqual(['Loud']);
  await trashArticle(editor, { articleId: draft.id });
  expect(await titles(editor, { text: 'elan' })).toEqual([]);
  expect(await titles(editor, { text: 'elan', state: 'trashed' })).toEqual(['Quiet']);
});

test('D13 a list is filtered by tag, byline, whom it was given to, due date and change', async () => {
  const { editor } = room.as;
  const other = await room.person('author');
  const filed = await write(editor, { title: 'Filed', tagIds: [room.tag], authorIds: [room.author] });
  const plain = await write(editor, { title: 'Plain' });
  expect(await titles(editor, { tagId: room.tag })).toEqual(['Filed']);
  expect(await titles(editor, { tagId: room.tag, authorId: room.author, text: 'fil' })).toEqual(['Filed']);
  expect(await titles(editor, { authorId: 999_999 })).toEqual([]);

  await assignArticle(editor, { articleId: plain.id, assigneeId: other.actor.id });
  expect(await titles(editor, { assignee: other.actor.id })).toEqual(['Plain']);
  expect(await titles(other, { assignee: 'me' })).toEqual(['Plain']);
  expect(await titles(editor, { assignee: 'nobody' })).not.toContain('Plain');

  const day = 86_400_000;
  const set = (articleId: number, values: Partial<typeof articles.$inferInsert>) =>
    at.db.update(articles).set(values).where(eq(articles.id, articleId));
  await set(filed.id, { dueAt: new Date(Date.now() - day), savedAt: new Date(Date.now() - 40 * day) });
  await set(plain.id, { dueAt: new Date(Date.now() + 2 * day) });
  expect(await titles(editor, { due: 'overdue' })).toEqual(['Filed']);
  expect(await titles(editor, { due: 'day' })).toEqual([]);
  expect(await titles(editor, { due: 'week' })).toEqual(['Plain']);
  expect(await titles(editor, { due: 'none' })).not.toContain('Plain');
  expect(await titles(editor, { sort: 'due' })).toEqual(['Filed', 'Plain']);
  expect(await titles(editor, { changed: 'older' })).toEqual(['Filed']);
  expect(await titles(editor, { changed: 'day' })).not.toContain('Filed');
});

test('D13 in every order each story comes once, page by page, with words and without', async () => {
  const { author } = room.as;
  const [tag] = await at.db.insert(tags).values({ name: 'Many', slug: 'many' }).returning();
  for (let n = 0; n < 60; n++) {
    const { id } = await write(author, {
      title: `${n % 2 ? 'Even' : 'odd'} many_${n % 7}`,
      sectionIds: [room.sport],
      tagIds: [tag?.id ?? 0],
    });
    if (n < 56) await publishArticle(author, { articleId: id });
    await at.db
      .update(articles)
      .set({ dueAt: new Date(2031, 1, 1 + (n % 5)) })
      .where(eq(articles.id, id));
  }
  for (const sort of listSorts)
    for (const filter of [{ sectionId: room.sport }, { text: 'man' }, { tagId: tag?.id }]) {
      const one = await listArticles(author, listArticlesInput.parse({ ...filter, sort }));
      const two = await listArticles(author, listArticlesInput.parse({ ...filter, sort, after: one.next }));
      const all = [...one.lines, ...two.lines];
      expect(new Set(all.map((line) => line.id)).size).toBe(sort === 'live' ? 56 : 60);
      expect([one.lines.length, two.next]).toEqual([50, null]);
      if (sort === 'headline') {
        const names = all.map((line) => line.title.toLowerCase());
        expect(names).toEqual(names.toSorted());
      }
    }
  // A place of another order is no place.
  expect(
    (await listArticles(author, listArticlesInput.parse({ sort: 'due', after: 'x_1' }))).lines,
  ).toHaveLength(50);
});

test('D13 a list is kept under a name, opened by its address, shared, changed, deleted and brought back', async () => {
  const { editor, author, contributor, administrator } = room.as;
  const keep = (name: string, query: string, shared = false) => saveListInput.parse({ name, query, shared });
  const { listId } = await saveList(
    author,
    keep('Mine in Sport', `section=${room.sport}&mine=1&state=draft&nonsense=1`),
  );
  const own = async (ctx: typeof author) => (await listSavedLists(ctx)).map(({ id }) => id);
  const [kept] = await listSavedLists(author);
  expect(kept).toMatchObject({
    query: `state=draft&section=${room.sport}&mine=1`,
    owner: null,
    mayChange: true,
  });
  expect(listQuery(fromListQuery(kept?.query ?? ''))).toBe(kept?.query);
  expect(listHref({}, { list: listId })).toBe(`/admin/articles?list=${listId}&sort=saved`);
  expect(await own(editor)).toEqual([]);
  expect((await refusal(changeList(editor, { listId, name: 'X' }))).code).toBe('not-found');
  expect((await refusal(saveList(author, keep('mine in sport', '')))).fields).toHaveProperty('name');

  await changeList(author, { listId, shared: true });
  expect((await listSavedLists(editor))[0]).toMatchObject({
    owner: author.actor.kind === 'staff' && author.actor.name,
    mayChange: false,
  });
  expect((await refusal(changeList(editor, { listId, name: 'X' }))).code).toBe('forbidden');
  await changeList(administrator, { listId, name: 'Sport', query: 'due=overdue' });
  expect((await refusal(saveList(contributor, keep('C', '', true)))).code).toBe('forbidden');

  await deleteList(author, { listId });
  expect(await own(author)).toEqual([]);
  await saveList(author, keep('Sport', ''));
  expect((await refusal(bringBackList(author, { listId }))).code).toBe('conflict');
  await changeList(author, { listId: (await own(author))[0] ?? 0, name: 'Other' });
  await bringBackList(author, { listId });
  expect(await own(author)).toContain(listId);
});
