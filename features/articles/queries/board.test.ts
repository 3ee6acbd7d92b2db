import { expect, test } from 'vitest';
import { boardColumns } from '../board-rules';
import { approveArticle, findColumn, publishArticle, scheduleArticle, submitForReview } from '../commands';
import { columnInput } from '../planning-input';
import { inSeconds, openTestNewsroom, write } from '../testing';
import { countColumns, listColumn } from './board';

const { room } = await openTestNewsroom();

const since = new Date(Date.now() - 3_600_000);

test('D13 each story stands in one column of the board, which is counted and paged', async () => {
  const { editor, author, contributor } = room.as;
  const filed = { sectionIds: [room.news] };
  for (let n = 0; n < 25; n++) await write(author, { title: `Draft ${n}`, ...filed });
  const review = await write(contributor, { title: 'Review' });
  await submitForReview(contributor, { articleId: review.id });
  const approved = await write(author, { title: 'Approved', ...filed });
  await approveArticle(editor, { articleId: approved.id });
  for (const [title, seconds] of [
    ['Later', 9_000],
    ['Sooner', 900],
  ] as const) {
    const { id } = await write(author, { title, ...filed });
    await scheduleArticle(author, { articleId: id, effectiveAt: inSeconds(seconds) });
  }
  const live = await write(author, { title: 'Live', ...filed });
  await publishArticle(author, { articleId: live.id });

  expect(await countColumns(editor, since)).toEqual({
    draft: 25,
    in_review: 1,
    approved: 1,
    scheduled: 2,
    live: 1,
  });
  expect((await countColumns(editor, inSeconds(60))).live).toBe(0);
  expect(await countColumns(contributor, since)).toMatchObject({ draft: 0, in_review: 1, live: 0 });
  const titles = async (column: (typeof boardColumns)[number]) =>
    (await listColumn(editor, { column, since })).cards.map(({ title }) => title);
  expect(await Promise.all(boardColumns.slice(1).map(titles))).toEqual([
    ['Review'],
    ['Approved'],
    ['Sooner', 'Later'],
    ['Live'],
  ]);
  const one = await listColumn(editor, { column: 'draft', since });
  const two = await findColumn(editor, columnInput.parse({ column: 'draft', after: one.next }));
  expect([one.cards.length, two.cards.length, two.next]).toEqual([20, 5, null]);
  expect(new Set([...one.cards, ...two.cards].map(({ articleId }) => articleId)).size).toBe(25);
  expect(one.cards[0]).toMatchObject({ section: 'News', stage: 'draft' });
  expect((await listColumn(contributor, { column: 'in_review', since })).cards[0]?.moves).toEqual({});
});
