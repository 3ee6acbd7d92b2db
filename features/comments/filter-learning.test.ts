import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { staffActor, type TestDatabase } from '@/db/testing';
import { updateSettings } from '@/features/settings/commands';
import { labelledComments } from '@/test/labelled-comments';
import { decideComments, forgetRareSigns, learnFromDecisions, saveWordLists, tryComment } from './commands';
import { saveWordListsInput } from './input';
import { findWordLists } from './queries';
import { type Discussed, openDiscussed } from './testing';

let house: Discussed;
let at: TestDatabase;

beforeAll(async () => {
  house = await openDiscussed(inject('templateUrl'));
  ({ at } = house);
});
afterAll(() => house.close());

async function signs(): Promise<Map<string, [good: number, spam: number]>> {
  const rows = await at.db.execute<{ sign: string; good: number; spam: number }>(
    sql`select sign, good, spam from filter_signs where good + spam > 0`,
  );
  return new Map(rows.map(({ sign, good, spam }) => [sign, [good, spam]]));
}
const reasonsOf = async (id: number | null | undefined) =>
  (
    await at.db.execute<{ state: string; reasons: string[] }>(
      sql`select state, reasons from comments where id = ${id}`,
    )
  )[0];
const decide = (id: number, state: 'approved' | 'spam' | 'held' | 'deleted') =>
  decideComments(house.moderator(), { ids: [id], state });
const posted = async (body: string, more = {}) =>
  (await house.postNow({ body, ...more })).found?.commentId ?? 0;
const learn = () => learnFromDecisions(at.system);

test('C3 a decision teaches once, a changed one moves the lesson, one taken back leaves nothing', async () => {
  const id = await posted('Marmalade skies over the harbour.');
  await learn();
  expect((await signs()).size).toBe(0);
  await decide(id, 'approved');
  await Promise.all([learn(), learn()]);
  expect((await signs()).get('marmalade')).toEqual([1, 0]);
  expect((await signs()).get('')).toEqual([1, 0]);
  await learn();
  expect((await signs()).get('marmalade')).toEqual([1, 0]);
  await decide(id, 'spam');
  await learn();
  expect((await signs()).get('marmalade')).toEqual([0, 1]);
  await decide(id, 'approved');
  await decide(id, 'deleted');
  await learn();
  expect((await signs()).size).toBe(0);
});

test('C3 a comment that no moderator has seen teaches nothing', async () => {
  await updateSettings(at.as(staffActor('administrator')), { commentModeration: 'nothing' });
  const id = await posted('Let through by itself, about tangerine trees.');
  expect((await reasonsOf(id))?.state).toBe('approved');
  await learn();
  expect((await signs()).has('tangerine')).toBe(false);
  await updateSettings(at.as(staffActor('administrator')), { commentModeration: 'first-time' });
});

test('C3 what moderators called spam is known again, and the moderator reads why', async () => {
  const { lessons } = labelledComments();
  await at.db.execute(sql`
    insert into comments (article_id, name, body, state, created_at, lesson)
    select ${house.story}, l.name, l.body, 'deleted', now() - interval '2 days', (case when l.spam then 'spam' else 'good' end)::comment_lesson
    from jsonb_to_recordset(${JSON.stringify(lessons)}::jsonb) as l(name text, body text, spam boolean)`);
  expect((await learn()).learned).toBe(lessons.length);
  await updateSettings(at.as(staffActor('administrator')), { commentModeration: 'nothing' });
  const spam = await reasonsOf(
    await posted(
      'Best online casino bonus! Free spins on your first deposit, play now: lucky-spins77.example',
    ),
  );
  expect(spam?.state).toBe('spam');
  expect(spam?.reasons.join()).toMatch(/^Reads like spam \(\d+ %\): “/);
  const good = await reasonsOf(
    await posted(
      'The council promised the bridge would open in spring. Who pays for the delay, and who signed that?',
    ),
  );
  expect(good).toEqual({ state: 'approved', reasons: [] });
  await updateSettings(at.as(staffActor('administrator')), { commentSpam: 101, commentSuspect: 101 });
  expect(
    await reasonsOf(
      await posted('Top online casino bonus! Free spins on every deposit, register: lucky-win78.example'),
    ),
  ).toEqual({ state: 'approved', reasons: [] });
  await updateSettings(at.as(staffActor('administrator')), {
    commentModeration: 'first-time',
    commentSpam: 98,
    commentSuspect: 80,
  });
});

test('C3 words of the two lists mark as spam and hold, in the name as in the text; nobody but a moderator changes them', async () => {
  const lists = saveWordListsInput.parse({
    blocked: 'Cheap watches\n\n  ***\ncheap   watches\nrolex*',
    suspect: 'idiot*',
  });
  expect(lists).toEqual({ blocked: ['Cheap watches', 'cheap watches', 'rolex*'], suspect: ['idiot*'] });
  for (const role of ['contributor', 'author'] as const)
    await expect(saveWordLists(at.as(staffActor(role)), lists)).rejects.toMatchObject({ code: 'forbidden' });
  await saveWordLists(house.moderator(), lists);
  expect(await findWordLists(house.moderator())).toEqual(lists);
  expect(await reasonsOf(await posted('Fine goods.', { name: 'CHEAP-WATCHES' }))).toMatchObject({
    state: 'spam',
    reasons: ['Blocked: “Cheap watches”'],
  });
  expect((await reasonsOf(await posted('What an Idiotic plan this is.')))?.reasons[0]).toBe(
    'Suspect: “idiot*”',
  );
  await saveWordLists(house.moderator(), { blocked: [], suspect: ['idiot*'] });
  expect((await reasonsOf(await posted('Cheap watches for all the councillors!')))?.state).toBe('held');
  const [row] = await at.db.execute(
    sql`select before, after from audit where subject = 'comment-words' order by id desc limit 1`,
  );
  expect(row).toEqual({
    before: { removed: ['Cheap watches', 'cheap watches', 'rolex*'] },
    after: { added: [] },
  });
});

test('C3 a list that is too long is refused with the line that is', () => {
  const refusal = (blocked: string) =>
    saveWordListsInput.safeParse({ blocked, suspect: '' }).error?.issues[0]?.message ?? '';
  expect(refusal(Array.from({ length: 10_001 }, (_, n) => `w${n}`).join('\n'))).toMatch(
    /At most 10000 lines/,
  );
  expect(refusal(`fine\n${'a '.repeat(13)}`)).toMatch(/“a a a .* is too long/);
  expect(refusal(`fine\n${'a'.repeat(101)}`)).toMatch(/is too long/);
  expect(saveWordListsInput.safeParse({ blocked: ['x'], suspect: '' }).success).toBe(false);
});

test('C3 nearly the same text is held; the same short word of many is not', async () => {
  const long = 'Send your parcels with the company of my brother, it is cheap and quick and never late';
  await posted(`${long}, ask for him at the station.`);
  expect((await reasonsOf(await posted(`${long}, ask for Tim at the station!`)))?.reasons[0]).toMatch(
    /^Nearly the text of another comment \(\d+ %\)$/,
  );
  await posted('Well said.');
  expect((await reasonsOf(await posted('Well said.')))?.reasons).toEqual(['New commenter']);
});

test('C3 a flood anywhere holds what comes', async () => {
  await updateSettings(at.as(staffActor('administrator')), { commentFlood: 1 });
  expect((await reasonsOf(await posted('One more among very many today.')))?.reasons.join()).toMatch(
    /A flood: \d+ comments in five minutes/,
  );
  await updateSettings(at.as(staffActor('administrator')), { commentFlood: 1000 });
});

test('C3 a moderator tries words out, and nothing of them is kept', async () => {
  const count = async () =>
    (await at.db.execute<{ n: string }>(sql`select count(*) as n from comments`))[0]?.n;
  const before = await count();
  expect(await tryComment(house.moderator(), { name: '', body: 'What an idiot.' })).toMatchObject({
    state: 'held',
    reasons: ['Suspect: “idiot*”', 'New commenter'],
  });
  await expect(tryComment(at.reader, { name: '', body: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await count()).toBe(before);
});

test('C3 hostile words are judged like any others', async () => {
  for (const body of [
    `${'𝔵'.repeat(2_400)}`,
    '\u202e evil',
    `a${'\u0301'.repeat(4_000)}`,
    '= cmd | "x" \\ % _ \' ; --',
  ])
    expect((await reasonsOf(await posted(body)))?.state, body.slice(0, 9)).toMatch(/held|spam/);
  const id = await posted(`${'x'.repeat(28)}👩‍👩‍👧${'y'.repeat(40)} and more`);
  await decide(id, 'spam');
  await learn();
});

test('C3 signs met once are forgotten after three months, the others stay', async () => {
  await at.db.execute(sql`
    insert into filter_signs (sign, good, spam, met_at) values
      ('seldom and old', 1, 0, now() - interval '91 days'), ('seldom', 0, 1, now() - interval '89 days'),
      ('often and old', 2, 0, now() - interval '400 days')`);
  await expect(forgetRareSigns(house.moderator())).rejects.toMatchObject({ code: 'forbidden' });
  await forgetRareSigns(at.system);
  const left = await signs();
  expect([left.has('seldom and old'), left.has('seldom'), left.has('often and old'), left.has('')]).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
