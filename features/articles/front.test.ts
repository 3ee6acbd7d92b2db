import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { nextDueAt } from '@/db/due';
import {
  changeBar,
  curatePage,
  findChoosable,
  killArticle,
  lowerBar,
  lowerDueBars,
  publishArticle,
  raiseBar,
  scheduleArticle,
  withdrawArticle,
} from './commands';
import { curatePageInput, raiseBarInput } from './front-input';
import { curatedPage, fillPlaces } from './front-rules';
import { findBarForReaders, findStandingBar } from './queries/bar';
import { listChosen, listPlaces } from './queries/curation';
import { findSectionLead, readFrontPage } from './queries/site';
import { inSeconds, lastEvent, openTestNewsroom, refusal, staleSince, write } from './testing';

const { at, room } = await openTestNewsroom();

async function live(title: string, sectionIds = [room.sport]) {
  const { id } = await write(room.as.editor, { title, sectionIds });
  await publishArticle(room.as.editor, { articleId: id });
  return id;
}

const front = { name: 'front', sectionId: null } as const;
const top = async () => {
  const { lead, seconds } = await readFrontPage(at.reader);
  return [lead, ...seconds].flatMap((card) => card?.id ?? []);
};
const curate = async (...places: (number | null)[]) =>
  curatePage(room.as.editor, { page: front, places, seen: await listPlaces(at.system, 'front') });

describe('R1 curation', () => {
  beforeEach(() => at.db.execute(sql`truncate slots`));

  test('R1 choices stand where they were put, the rest are the newest, nobody stands twice', async () => {
    const ids = [];
    for (let n = 0; n < 7; n++) ids.push(await live(`Story ${n}`));
    const [oldest = 0, second = 0, , , , newer = 0, newest = 0] = ids;
    const before = await lastEvent(at);
    await curate(oldest, null, newest);
    expect(await top()).toEqual([oldest, newer, newest, ids[4], ids[3]]);
    expect(await staleSince(at, before)).toEqual(new Set(['front']));
    const { lead, seconds, strips, river } = await readFrontPage(at.reader);
    const all = [lead, ...seconds, ...strips.flatMap(({ stories }) => stories), ...river].map(
      (card) => card?.id,
    );
    expect(new Set(all).size).toBe(all.length);
    await curate(second);
    expect((await top())[0]).toBe(second);
    await curate();
    expect(await top()).toEqual(ids.slice(2).reverse());
  });

  test('R1 a killed or withdrawn story leaves its place at once, and a withdrawn one comes back to it', async () => {
    const chosen = await live('Chosen');
    const newest = await live('Newest');
    await curate(chosen);
    await withdrawArticle(room.as.editor, { articleId: chosen });
    expect((await top())[0]).toBe(newest);
    await publishArticle(room.as.editor, { articleId: chosen });
    expect((await top())[0]).toBe(chosen);
    const before = await lastEvent(at);
    await killArticle(room.as.editor, { articleId: chosen, reason: '' });
    expect((await top())[0]).toBe(newest);
    expect(await staleSince(at, before)).toContain('front');
    expect(await listChosen(at.system, [chosen])).toMatchObject([{ state: 'away' }]);
  });

  test('R1 a story that is planned takes its place when it goes live; a draft cannot be chosen', async () => {
    const newest = await live('Live before');
    const { id: planned } = await write(room.as.editor, { title: 'To come', sectionIds: [room.sport] });
    expect(await refusal(curate(planned))).toMatchObject({ code: 'invalid' });
    await scheduleArticle(room.as.editor, { articleId: planned, effectiveAt: inSeconds(3600) });
    expect(await findChoosable(room.as.editor, { page: front, words: 'to COME' })).toMatchObject([
      { articleId: planned, state: 'scheduled', sectionIds: [room.sport] },
    ]);
    await curate(planned);
    expect((await top())[0]).toBe(newest);
    await publishArticle(room.as.editor, { articleId: planned });
    expect((await top())[0]).toBe(planned);
  });

  test('R1 of two editors who saw the same page the second is told, and nothing is written over', async () => {
    const [one, two] = [await live('One'), await live('Two')];
    const seen = await listPlaces(at.system, 'front');
    const tries = await Promise.allSettled(
      [one, two].map((id) => curatePage(room.as.editor, { page: front, places: [id], seen })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = tries.filter((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict' });
    const winner = tries[0]?.status === 'fulfilled' ? one : two;
    expect((await listPlaces(at.system, 'front'))[0]).toBe(winner);
    expect(refused?.reason.detail).toEqual({ theirs: [winner, null, null, null, null] });
  });

  test('R1 the audit log has every change with what stood before; saving what stands writes nothing', async () => {
    const id = await live('Noted');
    await curate(null, id);
    const before = await lastEvent(at);
    await curate(null, id);
    expect(await staleSince(at, before)).toEqual(new Set());
    const [row] = await at.db.execute(
      sql`select verb, subject_id, before, after from audit where verb = 'curate' order by id desc limit 1`,
    );
    expect(row).toEqual({
      verb: 'curate',
      subject_id: 'front',
      before: { places: [null, null, null, null, null] },
      after: { places: [null, id, null, null, null] },
    });
  });

  test('R1 R7 a section’s page is led by the story chosen for it, while it is filed there', async () => {
    const [older, other] = [await live('Asian', [room.asia]), await live('Sporting', [room.sport])];
    await live('Newer', [room.news]);
    const page = { name: `section:${room.news}`, sectionId: room.news } as const;
    const seen = [null];
    const choose = (id: number) => curatePage(room.as.editor, { page, places: [id], seen });
    expect(await refusal(choose(other))).toMatchObject({ code: 'invalid' });
    const before = await lastEvent(at);
    await choose(older);
    expect(await staleSince(at, before)).toEqual(new Set([`section:${room.news}`]));
    const family = [room.news, room.asia];
    expect(await findSectionLead(at.reader, { sectionId: room.news, family })).toMatchObject({ id: older });
    expect(await findSectionLead(at.reader, { sectionId: room.news, family: [room.news] })).toBeNull();
  });

  test('R1 an editor of one section curates its page and no other', async () => {
    const here = await room.person('editor', [room.sport]);
    const id = await live('Of the section');
    const at_ = (sectionId: number) =>
      curatePage(here, { page: { name: `section:${sectionId}`, sectionId }, places: [id], seen: [null] });
    await at_(room.sport);
    expect(await refusal(at_(room.news))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(curatePage(here, { page: front, places: [id], seen: [] }))).toMatchObject({
      code: 'forbidden',
    });
  });

  test.each([
    [{ page: 'front', places: [1, 2, 3, 4, 5, 6], seen: [] }, 'not so many places'],
    [{ page: 'section:5', places: [1, 2], seen: [] }, 'not so many places'],
    [{ page: 'section:0', places: [], seen: [] }, 'no such page'],
    [{ page: 'constructor', places: [], seen: [] }, 'no such page'],
    [{ page: 'front', places: ['x'], seen: [] }, 'Choose one'],
  ])('R1 %j is refused', (sent, sentence) => {
    expect(curatePageInput.safeParse(sent).error?.issues[0]?.message).toContain(sentence);
  });

  test('R1 a story in two places is refused, and one that is nobody’s too', async () => {
    const id = await live('Twice');
    expect(await refusal(curate(id, id))).toMatchObject({ code: 'invalid' });
    expect(await refusal(curate(999_999_999))).toMatchObject({ code: 'invalid' });
    expect(curatedPage('section:12')).toEqual({ name: 'section:12', sectionId: 12 });
  });

  test('R1 empty places take the newest that stands nowhere else', () => {
    expect(fillPlaces([null, 3, null], [3, 2, 1])).toEqual([2, 3, 1]);
    expect(fillPlaces([9, null], [3, 2], (id) => id !== 9)).toEqual([3, 2]);
    expect(fillPlaces([null, null], [1])).toEqual([1, null]);
  });
});

describe('R17 the breaking bar', () => {
  beforeEach(() => at.db.execute(sql`truncate breaking_bars`));
  const barNow = () => findBarForReaders(at.reader);
  const raise = (wish: Parameters<typeof raiseBarInput.parse>[0]) =>
    raiseBar(room.as.editor, raiseBarInput.parse(wish));

  test('R17 raising, changing and lowering expire the bar and no page, and are in the audit log', async () => {
    const before = await lastEvent(at);
    const { barId } = await raise({ text: 'The bridge is closed', minutes: '60' });
    expect(await barNow()).toMatchObject({ label: '', text: 'The bridge is closed', href: null });
    expect(await staleSince(at, before)).toEqual(new Set(['bar']));
    const wish = { barId, label: 'Alert', articleId: null, href: '/latest' };
    await changeBar(room.as.editor, { ...wish, text: 'It is open', minutes: undefined });
    expect(await barNow()).toMatchObject({ label: 'Alert', text: 'It is open', href: '/latest' });
    expect((await findStandingBar(at.system))?.lowerAt).not.toBeNull();
    await lowerBar(room.as.editor, { barId });
    expect(await barNow()).toBeNull();
    expect(await refusal(lowerBar(room.as.editor, { barId }))).toMatchObject({ code: 'conflict' });
    const verbs = await at.db.execute(
      sql`select verb from audit where subject = 'breaking-bar' and subject_id = ${String(barId)} order by id`,
    );
    expect(verbs.map(({ verb }) => verb)).toEqual(['raise-bar', 'change-bar', 'lower-bar']);
  });

  test('R17 one bar stands: the second of two who raise at once is told', async () => {
    const tries = await Promise.allSettled([1, 2].map((n) => raise({ text: `Bar ${n}`, minutes: 0 })));
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(raise({ text: 'Third', minutes: 0 }))).toMatchObject({ code: 'conflict' });
  });

  test('R17 it is down at its time for readers even before the clock has lowered it, then once for good', async () => {
    await raise({ text: 'For a minute', minutes: 1 });
    const due = (await barNow())?.lowerAt;
    expect(due).toBeInstanceOf(Date);
    expect(await nextDueAt(at.db), 'it turns no page').toBeNull();
    await at.setClock(61);
    expect(await barNow()).toBeNull();
    const before = await lastEvent(at);
    expect(await Promise.all([lowerDueBars(at.system), lowerDueBars(at.system)])).toContain(1);
    expect(await lowerDueBars(at.system)).toBe(0);
    expect(await staleSince(at, before)).toEqual(new Set(['bar']));
    await raise({ text: 'The next', minutes: 0 });
    await at.setClock(0);
    expect(await barNow()).toMatchObject({ text: 'The next', lowerAt: null });
  });

  test('R17 it leads to its story at whatever address, and no more once that is killed', async () => {
    const id = await live('Linked');
    await raise({ text: 'Read this', articleId: id, minutes: 0 });
    expect((await barNow())?.href).toMatch(/^\/sport\/linked/);
    const before = await lastEvent(at);
    await killArticle(room.as.editor, { articleId: id, reason: '' });
    expect(await barNow()).toMatchObject({ text: 'Read this', href: null });
    expect(await staleSince(at, before)).toContain('bar');
    const other = await lastEvent(at);
    await killArticle(room.as.editor, { articleId: await live('Another'), reason: '' });
    expect(await staleSince(at, other)).not.toContain('bar');
    expect(
      await refusal(
        changeBar(room.as.editor, { barId: 1, text: 'X', label: '', articleId: id, href: null, minutes: 0 }),
      ),
    ).toMatchObject({ code: 'invalid' });
  });

  test.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    ['data:text/html,x'],
    ['//elsewhere.example'],
    ['/\\elsewhere.example'],
    ['http://plain.example/'],
    ['https://user:word@elsewhere.example/'],
    ['https://localhost/'],
    ['news'],
  ])('R17 R16 %s is no address to lead readers to', (href) => {
    expect(raiseBarInput.safeParse({ text: 'X', minutes: 0, href }).success).toBe(false);
  });

  test.each([
    ['/latest'],
    ['/search?q=storm'],
    ['/news/storm#comments'],
    ['https://elsewhere.example/a?b=c'],
  ])('R17 R16 %s is', (href) => {
    expect(raiseBarInput.safeParse({ text: 'X', minutes: 0, href }).success).toBe(true);
  });

  test.each([
    [{ text: '', minutes: 0 }],
    [{ text: 'X', minutes: -1 }],
    [{ text: 'X', minutes: 20_000 }],
    [{ text: 'X' }],
  ])('R17 %j is refused', (wish) => expect(raiseBarInput.safeParse(wish).success).toBe(false));
});
