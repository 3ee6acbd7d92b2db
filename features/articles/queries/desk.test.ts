import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  approveArticle,
  killArticle,
  planAtWallClock,
  publishArticle,
  scheduleArticle,
  submitForReview,
  trashArticle,
  withdrawArticle,
} from '../commands';
import { listArticlesInput } from '../list-input';
import { type ArticleState, articleStates } from '../rules';
import { type Newsroom, openTestNewsroom, save, story, write } from '../testing';
import { listArticles } from './desk';
import { findDraft } from './draft';

const { at, room } = await openTestNewsroom();

const list = (ctx: Newsroom['as']['editor'], asked: object = {}) =>
  listArticles(ctx, listArticlesInput.parse(asked));
const refusal = (code: string, sentence: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(sentence) });
const inAnHour = () => new Date(Date.now() + 3_600_000);

test('D13 each state’s list holds exactly the articles that the one rule calls so', async () => {
  const { editor } = room.as;
  const filed = { sectionIds: [room.news] };
  const made: Record<string, ArticleState> = {};
  const add = async (name: string, state: ArticleState, act: (articleId: number) => Promise<unknown>) => {
    const { id } = await write(editor, { ...filed, title: name });
    await act(id);
    made[name] = state;
  };
  const publish = (articleId: number) => publishArticle(editor, { articleId });
  const withdraw = async (articleId: number) => {
    await publish(articleId);
    await withdrawArticle(editor, { articleId });
  };
  const schedule = (articleId: number) => scheduleArticle(editor, { articleId, effectiveAt: inAnHour() });
  await add('plain', 'draft', async () => {});
  await add('waiting', 'in_review', (articleId) => submitForReview(editor, { articleId }));
  await add('cleared', 'approved', (articleId) => approveArticle(editor, { articleId }));
  await add('planned', 'scheduled', schedule);
  await add('out', 'live', publish);
  await add('out and in review', 'live', async (articleId) => {
    await publish(articleId);
    await submitForReview(editor, { articleId });
  });
  await add('taken back', 'withdrawn', withdraw);
  await add('taken back, planned again', 'scheduled', async (articleId) => {
    await withdraw(articleId);
    await schedule(articleId);
  });
  await add('killed', 'killed', (articleId) => killArticle(editor, { articleId }));
  await add('thrown away', 'trashed', (articleId) => trashArticle(editor, { articleId }));
  await add('killed and thrown away', 'trashed', async (articleId) => {
    await killArticle(editor, { articleId });
    await trashArticle(editor, { articleId });
  });
  const found: Record<string, ArticleState> = {};
  for (const state of articleStates) {
    for (const line of (await list(editor, { state })).lines) {
      expect(line.state).toBe(state);
      found[line.title] = state;
    }
  }
  expect(found).toEqual(made);
  expect((await list(editor)).lines.map((line) => line.title)).not.toContain('thrown away');
});

test('D13 a list is filtered by section and words, paged by key, and turns with every save', async () => {
  const { author } = room.as;
  const first = await write(author, { title: '100% of the Storm', sectionIds: [room.sport, room.asia] });
  await write(author, { title: 'Calm seas', sectionIds: [room.sport] });
  expect((await list(author, { text: 'STO 100%' })).lines.map((line) => line.id)).toEqual([first.id]);
  expect((await list(author, { text: 'torm' })).lines).toEqual([]);
  expect((await list(author, { sectionId: room.asia })).lines).toMatchObject([
    { id: first.id, section: 'Sport' },
  ]);
  await save(
    author,
    { articleId: first.id, baseRevisionId: first.revisionId },
    { title: 'Flood', sectionIds: [room.news] },
  );
  expect((await list(author, { text: 'storm' })).lines).toEqual([]);
  expect((await list(author, { sectionId: room.asia })).lines).toEqual([]);
  expect((await list(author, { mine: true })).lines.map((line) => line.title)).toEqual([
    'Flood',
    'Calm seas',
  ]);

  for (let n = 0; n < 60; n++) await write(author, { title: `Many ${n}`, authorIds: [room.author] });
  await at.db.execute(
    sql`update articles set saved_at = '2026-01-01T00:00:00.123Z' where head_title like 'Many %'`,
  );
  const one = await list(author, { text: 'many' });
  const two = await list(author, { text: 'many', after: one.next });
  expect([one.lines.length, two.lines.length, two.next]).toEqual([50, 10, null]);
  expect(new Set([...one.lines, ...two.lines].map((line) => line.id)).size).toBe(60);
  expect(one.lines[0]?.authors).toEqual(['Ada Byline']);
  // What an address may hold besides.
  for (const odd of [
    { after: "'; drop table articles" },
    { sectionId: 'x' },
    { state: 'no' },
    { text: ['a'] },
    { after: [] },
  ])
    expect((await list(author, odd)).lines).toHaveLength(50);
});

test('A3 a contributor lists and opens her own articles only', async () => {
  const { contributor, author } = room.as;
  const mine = await write(contributor, { title: 'Mine' });
  const theirs = await write(author, { title: 'Theirs' });
  expect((await list(contributor)).lines.map((line) => line.title)).toEqual(['Mine']);
  expect(await findDraft(contributor, mine.id)).toMatchObject({
    articleId: mine.id,
    content: { title: 'Mine' },
  });
  const forbidden = refusal('forbidden', /does not allow/);
  await expect(findDraft(contributor, theirs.id)).rejects.toEqual(forbidden);
  await expect(list(at.reader)).rejects.toEqual(refusal('forbidden', /signed out/));
});

test('D3 D9 the working copy comes with all that stands around it, and each version can be read again', async () => {
  const { editor } = room.as;
  const made = await write(editor, {
    title: 'Seawall breached',
    sectionIds: [room.asia, room.news],
    tagIds: [room.tag],
    authorIds: [room.author],
    leadMediaId: room.picture.id,
    leadAlt: 'A wall',
  });
  await publishArticle(editor, { articleId: made.id });
  const next = await save(
    editor,
    { articleId: made.id, baseRevisionId: made.revisionId },
    { slug: 'the-wall', body: story('New.') },
  );
  const draft = await findDraft(editor, made.id);
  expect(draft).toMatchObject({
    revisionId: next.revisionId,
    state: 'live',
    slugIsChosen: true,
    content: { slug: 'the-wall', lead: null, sectionIds: [], tags: [], body: story('New.') },
    live: { revisionId: made.revisionId, href: '/asia-pacific/seawall-breached' },
  });
  expect(await findDraft(editor, 999_999)).toBeNull();
});

test('D8 a time of day that the clocks leave out is refused, and one that comes twice asks which', async () => {
  const { editor } = room.as;
  await at.db.execute(sql`insert into settings (key, value) values ('timeZone', '"Europe/Berlin"')`);
  const { id } = await write(editor, { sectionIds: [room.news] });
  const plan = (wallClock: string, which?: 'first' | 'second') =>
    planAtWallClock(editor, {
      articleId: id,
      kind: 'publish',
      wallClock,
      which,
      material: true,
      replace: true,
    });
  await expect(plan('2031-03-30T02:30:00')).rejects.toEqual(
    refusal('invalid', /never show 02:30:00.*03:00:00/),
  );
  await expect(plan('2031-10-26T02:30:00')).rejects.toEqual(refusal('invalid', /twice/));
  await expect(plan('2001-01-01T00:00:00')).rejects.toEqual(refusal('invalid', /passed/));
  await expect(plan('soon')).rejects.toEqual(refusal('invalid', /Give a day/));
  expect((await plan('2031-10-26T02:30:05', 'first')).effectiveAt).toEqual(new Date('2031-10-26T00:30:05Z'));
  expect((await plan('2031-10-26T02:30:05', 'second')).effectiveAt).toEqual(new Date('2031-10-26T01:30:05Z'));
  expect((await findDraft(editor, id))?.pending).toMatchObject([
    { kind: 'publish', effectiveAt: new Date('2031-10-26T01:30:05Z') },
  ]);
});
