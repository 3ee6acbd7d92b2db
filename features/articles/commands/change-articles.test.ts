import { expect, test } from 'vitest';
import { changeArticlesInput } from '../bulk-input';
import { findDraft } from '../queries/draft';
import { findArticle, type Newsroom, openTestNewsroom, refusal, stateOf, write } from '../testing';
import { changeArticles, fileArticle, publishArticle } from '.';

const { at, room } = await openTestNewsroom();

const change = (ctx: Newsroom['as']['editor'], asked: object) =>
  changeArticles(ctx, changeArticlesInput.parse(asked));

test('D17 one act reaches many stories by the command of each, tells what was refused, and is undone', async () => {
  const { editor, contributor } = room.as;
  const filed = { sectionIds: [room.news], tagIds: [] };
  const [draft, live] = [
    await write(editor, { title: 'Draft', ...filed }),
    await write(editor, { title: 'Live', ...filed }),
  ];
  await publishArticle(editor, { articleId: live.id });
  const each = (act: object) => ({
    items: [draft.id, live.id, 999_999].map((articleId) => ({ articleId, acts: [act] })),
  });

  const trashed = await change(editor, each({ kind: 'trash' }));
  expect(trashed.done).toEqual([{ articleId: draft.id, undo: [{ kind: 'restore', replan: true }] }]);
  expect(trashed.refused).toMatchObject([
    { articleId: live.id, title: 'Live', sentence: expect.stringMatching(/is live.*Withdraw it first/) },
    { articleId: 999_999 },
  ]);
  const undo = ({ done }: typeof trashed) => ({
    items: done.map(({ articleId, undo: acts }) => ({ articleId, acts })),
  });
  await change(editor, undo(trashed));
  expect(await stateOf(at, draft.id)).toBe('draft');

  const approved = await change(editor, each({ kind: 'approve' }));
  expect(approved.done).toHaveLength(2);
  const returned = await change(editor, { items: [{ articleId: draft.id, acts: [{ kind: 'return' }] }] });
  await change(editor, undo(returned));
  expect((await findArticle(at, draft.id)).stage).toBe('approved');

  const person = editor.actor.kind === 'staff' ? editor.actor.id : 0;
  const given = await change(editor, each({ kind: 'assign', assigneeId: person }));
  expect((await findArticle(at, live.id)).assigneeId).toBe(person);
  await change(editor, undo(given));
  expect((await findArticle(at, live.id)).assigneeId).toBeNull();

  const moved = await change(editor, each({ kind: 'section', sectionId: room.sport }));
  const tagged = await change(editor, each({ kind: 'tag', tagId: room.tag }));
  expect((await findDraft(editor, draft.id))?.content).toMatchObject({
    title: 'Draft',
    sectionIds: [room.sport],
    tags: [{ id: room.tag }],
  });
  await change(editor, undo(tagged));
  await change(editor, undo(moved));
  expect((await findDraft(editor, draft.id))?.content).toMatchObject({ sectionIds: [room.news], tags: [] });

  const hers = await change(contributor, each({ kind: 'trash' }));
  expect([hers.done, hers.refused.map(({ sentence }) => sentence)[0]]).toEqual([
    [],
    expect.stringMatching(/does not allow/),
  ]);
});

test('D17 all that a list holds is changed, whatever page of it is open', async () => {
  const { editor } = room.as;
  const made = [];
  for (let n = 0; n < 53; n++) made.push(await write(editor, { title: `Wave ${n}` }));
  const { done } = await change(editor, { query: 'text=wave&state=draft', act: { kind: 'submit' } });
  expect(done).toHaveLength(made.length);
});

test('D17 filing keeps the words, and a section that is gone is refused', async () => {
  const { editor } = room.as;
  const { id, revisionId } = await write(editor, { title: 'Filed', sectionIds: [room.news] });
  await fileArticle(editor, { articleId: id, sectionIds: [room.news] });
  expect((await findDraft(editor, id))?.revisionId).toBe(revisionId);
  expect((await refusal(fileArticle(editor, { articleId: id, sectionIds: [999] }))).fields).toHaveProperty(
    'sectionIds',
  );
  const elsewhere = await room.person('editor', [room.news]);
  expect((await refusal(fileArticle(elsewhere, { articleId: id, sectionIds: [room.sport] }))).code).toBe(
    'forbidden',
  );
});
