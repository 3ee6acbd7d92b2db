import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { linkChecks } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { saveDeskCheck } from '@/features/settings/commands';
import {
  type CheckLevel,
  type CheckRule,
  defaultDeskCheck,
  saveDeskCheckInput,
} from '@/features/settings/queries';
import type { RichText } from '@/lib/rich-text/document';
import { changeArticlesInput } from '../../bulk-input';
import { listPending } from '../../queries/ledger';
import {
  inSeconds,
  type Newsroom,
  openNewsroom,
  paragraph,
  refusal,
  save,
  stateOf,
  write,
} from '../../testing';
import {
  killArticle,
  movePlan,
  planAtWallClock,
  publishArticle,
  purgeLinkChecks,
  restoreArticle,
  scheduleArticle,
  trashArticle,
} from '../index';
import { checkArticle } from './check-article';

let at: TestDatabase;
let room: Newsroom;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
beforeEach(() => setLevels(asWarnings));
afterAll(async () => {
  await closeQueue();
  await at.close();
});

/** What editors are told, and for whom it is held back. */
const asWarnings = { 'missing-alt': warned() };
function warned(): { author: CheckLevel; editor: CheckLevel } {
  return { author: 'warn', editor: 'warn' };
}
const setLevels = (levels: Partial<Record<CheckRule, { author: CheckLevel; editor: CheckLevel }>>) =>
  saveDeskCheck(at.system, {
    ...defaultDeskCheck,
    levels: {
      ...defaultDeskCheck.levels,
      ...Object.fromEntries(
        Object.entries(levels).map(([rule, level]) => [rule, { ...level, administrator: level.editor }]),
      ),
    },
  });
const linked = (...hrefs: string[]): RichText => ({
  type: 'doc',
  content: hrefs.map((href) => ({
    ...paragraph(''),
    content: [{ type: 'text', text: `see ${href}`, marks: [{ type: 'link', attrs: { href } }] }],
  })),
});
const filed = () => ({ sectionIds: [room.news], standfirst: 'In short.' });

test('D11 each finding says whether it is only said or holds back, by the role of who asks', async () => {
  await setLevels({
    'empty-standfirst': { author: 'block', editor: 'warn' },
    'headline-length': { author: 'off', editor: 'warn' },
  });
  const made = await write(room.as.author, { sectionIds: [room.news], title: 'x'.repeat(120) });
  const levels = async (ctx: Newsroom['as']['author']) =>
    (await checkArticle(ctx, { articleId: made.id })).findings.map(({ rule, level }) => [rule, level]);
  expect(await levels(room.as.author)).toEqual([['empty-standfirst', 'block']]);
  expect(await levels(room.as.editor)).toEqual([
    ['headline-length', 'warn'],
    ['empty-standfirst', 'warn'],
  ]);
});

test('D11 what holds back does so at every way out: the button, a plan, a plan at the wall clock', async () => {
  await setLevels({ 'empty-standfirst': { author: 'block', editor: 'warn' } });
  const { author, editor } = room.as;
  const made = await write(author, { sectionIds: [room.news] });
  const plan = { articleId: made.id, kind: 'publish' as const, material: true, replace: false };
  for (const out of [
    () => publishArticle(author, { articleId: made.id }),
    () => scheduleArticle(author, { articleId: made.id, effectiveAt: inSeconds(600) }),
    () => planAtWallClock(author, { ...plan, wallClock: '2031-05-04T06:30:00' }),
  ]) {
    const { code, message, detail } = await refusal(out());
    expect([code, message]).toEqual([
      'invalid',
      expect.stringMatching(/^The desk check holds this back. There is no standfirst/),
    ]);
    expect(detail?.findings).toMatchObject([{ rule: 'empty-standfirst', place: { field: 'standfirst' } }]);
  }
  expect(await stateOf(at, made.id)).toBe('draft');
  await publishArticle(editor, { articleId: made.id });
  expect(await stateOf(at, made.id)).toBe('live');
});

test('D11 no side door: an update, a planned one, a plan moved in the calendar or replaced, another version', async () => {
  const { author, editor } = room.as;
  const made = await write(author, { ...filed() });
  const on = { articleId: made.id };
  const first = await scheduleArticle(author, { ...on, effectiveAt: inSeconds(600) });
  await setLevels({ 'empty-standfirst': { author: 'block', editor: 'warn' } });
  const bare = await save(author, { ...on, baseRevisionId: made.revisionId }, { sectionIds: [room.news] });
  const move = { publicationId: first.publicationId, wallClock: '2031-05-04T06:30:00' };
  // What was planned was looked at then, and may still be moved: it is that version that goes out.
  await movePlan(author, move);
  const [moved] = (await listPending(at.system, [made.id])).get(made.id) ?? [];
  expect(moved?.revisionId).toBe(made.revisionId);
  const held = { code: 'invalid', message: expect.stringMatching(/^The desk check holds this back/) };
  const again = { ...on, effectiveAt: inSeconds(900), replace: true };
  expect(await refusal(scheduleArticle(author, again))).toMatchObject(held);
  expect((await listPending(at.system, [made.id])).get(made.id)).toEqual([moved]);

  await publishArticle(author, { ...on, revisionId: made.revisionId });
  for (const out of [
    () => publishArticle(author, on),
    () => publishArticle(author, { ...on, revisionId: bare.revisionId }),
    () => scheduleArticle(author, { ...on, kind: 'update', effectiveAt: inSeconds(900) }),
    () =>
      planAtWallClock(author, {
        ...on,
        kind: 'update',
        material: true,
        replace: false,
        wallClock: '2031-05-04T06:30:00',
      }),
  ])
    expect(await refusal(out())).toMatchObject(held);
  // A plan by an editor does not open the door for the author who moves it.
  const { publicationId, effectiveAt } = await scheduleArticle(editor, {
    ...on,
    kind: 'update',
    effectiveAt: inSeconds(900),
  });
  expect(await refusal(movePlan(author, { ...move, publicationId }))).toMatchObject(held);
  expect((await listPending(at.system, [made.id])).get(made.id)).toMatchObject([
    { id: publicationId, effectiveAt },
  ]);

  // Out of the trash its plan does not come back by the side of the check.
  const other = await write(author, { sectionIds: [room.news], title: 'Other' });
  await scheduleArticle(editor, { articleId: other.id, effectiveAt: inSeconds(900) });
  await trashArticle(author, { articleId: other.id });
  const { planned, cancelled } = await restoreArticle(author, { articleId: other.id, replan: true });
  expect([planned, cancelled]).toMatchObject([[], [{ sentence: held.message }]]);
});

test('D11 many at once and the board publish nothing by ways of their own', async () => {
  for (const kind of ['publish', 'schedule', 'live', 'update'])
    expect(changeArticlesInput.safeParse({ items: [{ articleId: 1, acts: [{ kind }] }] }).success).toBe(
      false,
    );
});

test('D11 at first authors are held back by missing descriptions, and editors are told of them', async () => {
  await saveDeskCheck(at.system, defaultDeskCheck);
  const { author, editor } = room.as;
  const figure = { type: 'figure', attrs: { mediaId: room.picture.id, alt: '', caption: '', credit: 'Li' } };
  const made = await write(author, {
    sectionIds: [room.news],
    body: { type: 'doc', content: [paragraph('Seen.'), figure] },
  });
  const { detail } = await refusal(publishArticle(author, { articleId: made.id }));
  expect(detail?.findings).toMatchObject([{ rule: 'missing-alt' }]);
  const told = (await checkArticle(editor, { articleId: made.id })).findings;
  expect(told.filter(({ level }) => level === 'block')).toEqual([]);
  await publishArticle(editor, { articleId: made.id });
  expect(await stateOf(at, made.id)).toBe('live');
  // The command line and imports have no role: what they bring in is not held back, and is told to who opens it.
  const brought = await write(at.system, { sectionIds: [room.news], title: 'Brought in' });
  await publishArticle(at.system, { articleId: brought.id });
  expect((await checkArticle(editor, { articleId: brought.id })).findings.map(({ rule }) => rule)).toContain(
    'empty-standfirst',
  );
});

test('D11 links within the paper are judged by what is there now', async () => {
  const { editor } = room.as;
  await at.db.execute(
    sql`insert into addresses (path, kind, section_id) values ('news', 'section', ${room.news})`,
  );
  const [live, , killed] = [
    await write(editor, { ...filed(), title: 'Live one' }),
    await write(editor, { title: 'Draft one' }),
    await write(editor, { ...filed(), title: 'Killed one' }),
  ];
  await publishArticle(editor, { articleId: live.id });
  await publishArticle(editor, { articleId: killed.id });
  await killArticle(editor, { articleId: killed.id });
  const body = linked(
    '/news/live-one',
    '/news',
    '/tag/storm',
    '/latest',
    '/#top',
    'mailto:a@b.example',
    '/news/draft-one',
    '/news/killed-one',
    '/nowhere',
    '/tag/calm',
    '/news/nothing',
  );
  const made = await write(editor, { ...filed(), body });
  const { findings } = await checkArticle(editor, { articleId: made.id });
  const dead = findings
    .filter(({ rule }) => rule === 'dead-links')
    .map(({ place }) => ('words' in place ? place.words : ''));
  expect(dead).toEqual([
    'see /news/draft-one',
    'see /news/killed-one',
    'see /nowhere',
    'see /tag/calm',
    'see /news/nothing',
  ]);
});

test('D11 links to other sites are held back by the last look, which is forgotten in time', async () => {
  await setLevels({ 'dead-links': { author: 'block', editor: 'block' } });
  const { editor } = room.as;
  const gone = 'https://gone.example/map';
  const made = await write(editor, { ...filed(), body: linked(gone, 'https://unknown.example/') });
  await at.db
    .insert(linkChecks)
    .values({ href: gone, trouble: 'nothing is there any more (it answers 404).', checkedAt: new Date() });
  expect((await refusal(publishArticle(editor, { articleId: made.id }))).message).toMatch(
    /gone.example.* is dead: nothing is there/,
  );
  await at.db.execute(sql`update link_checks set checked_at = now() - interval '8 days'`);
  await publishArticle(editor, { articleId: made.id });
  await at.db.execute(sql`update link_checks set checked_at = now() - interval '31 days'`);
  await purgeLinkChecks(at.system);
  expect(await at.db.select().from(linkChecks)).toEqual([]);
});

test('D11 an address that leads into our own network is dead, and is not asked', async () => {
  const { editor } = room.as;
  const made = await write(editor, { ...filed(), body: linked('http://127.0.0.1/secret') });
  const { findings } = await checkArticle(editor, { articleId: made.id });
  expect(findings.find(({ rule }) => rule === 'dead-links')?.sentence).toMatch(
    /readers cannot get to that address/,
  );
});

test('D11 the rules arrive as a form sends them, and nothing else', () => {
  const sent = Object.fromEntries([
    ...Object.keys(defaultDeskCheck.levels).flatMap((rule) =>
      ['author', 'editor', 'administrator'].map((role) => [`${rule}.${role}`, 'block']),
    ),
    ['headlineCharacters', '80'],
    ['leadWidth', '1000'],
    ['pictureWidth', '500'],
  ]);
  expect(saveDeskCheckInput.parse(sent)).toMatchObject({
    levels: { 'dead-links': { author: 'block', administrator: 'block' } },
    headlineCharacters: 80,
  });
  expect(saveDeskCheckInput.safeParse({ ...sent, headlineCharacters: 'many' }).success).toBe(false);
  expect(saveDeskCheckInput.safeParse({ ...sent, 'dead-links.author': 'maybe' }).success).toBe(false);
  expect(saveDeskCheckInput.safeParse({}).success).toBe(false);
});
