import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { addDays, dayOf, sameTimeOn } from '../calendar';
import { listCalendar, listPlannable } from '../queries/calendar';
import { listPending } from '../queries/ledger';
import { openTestNewsroom, refusal, write } from '../testing';
import {
  cancelPublication,
  moveDue,
  movePlan,
  publishArticle,
  scheduleArticle,
  setDue,
  setEmbargo,
  submitForReview,
} from '.';

const zone = 'Europe/Berlin';
const { at, room } = await openTestNewsroom();
beforeAll(async () => {
  await at.db.execute(sql`insert into settings (key, value) values ('timeZone', ${JSON.stringify(zone)})`);
});

const planned = async (articleId: number) => (await listPending(at.system, [articleId])).get(articleId) ?? [];

test('D13 a plan moves with its version and its time of day over a change of clocks, and says what keeps it', async () => {
  const { editor } = room.as;
  const { id } = await write(editor, { sectionIds: [room.news] });
  const effectiveAt = new Date('2031-03-28T05:30:15Z');
  const plan = await scheduleArticle(editor, { articleId: id, effectiveAt, material: false });
  const publicationId = plan.publicationId;
  const onSunday = { publicationId, wallClock: sameTimeOn('2031-03-31', effectiveAt, zone) };
  const moved = await movePlan(editor, onSunday);
  expect(moved).toMatchObject({ effectiveAt: new Date('2031-03-31T04:30:15Z'), revisionId: plan.revisionId });
  expect(await planned(id)).toMatchObject([{ id: moved.publicationId, material: false, kind: 'publish' }]);

  expect((await refusal(movePlan(editor, onSunday))).message).toMatch(
    /Somebody moved or cancelled this meanwhile/,
  );
  const move = (wallClock: string, which?: 'first' | 'second') =>
    movePlan(editor, { publicationId: moved.publicationId, wallClock, which });
  expect((await refusal(move('2001-01-01T06:30:00'))).message).toMatch(/passed/);
  expect((await refusal(move('2031-03-30T02:30:00'))).message).toMatch(/never show/);
  expect((await refusal(move('2031-10-26T02:30:00'))).message).toMatch(/twice/);
  await setEmbargo(editor, { articleId: id, embargoAt: new Date('2031-03-30T22:00:00Z') });
  expect((await refusal(move('2031-03-30T06:30:00'))).message).toMatch(/embargo/);
  expect(await planned(id)).toMatchObject([{ id: moved.publicationId }]);

  await scheduleArticle(editor, {
    articleId: id,
    kind: 'withdraw',
    effectiveAt: new Date('2031-04-02T06:00:00Z'),
  });
  expect((await refusal(move('2031-04-03T06:30:00'))).code).toBe('conflict');
  await cancelPublication(editor, { publicationId: moved.publicationId });
  expect((await refusal(move('2031-04-01T06:30:00'))).code).toBe('conflict');
});

test('D13 a due date moves from what was on the screen only', async () => {
  const { editor } = room.as;
  const { id } = await write(editor, { title: 'Due' });
  const { dueAt } = await setDue(editor, { articleId: id, wallClock: '2031-05-04T18:00' });
  const seenAt = dueAt?.toISOString() ?? '';
  expect(await moveDue(editor, { articleId: id, seenAt, wallClock: '2031-05-05T18:00' })).toEqual({
    dueAt: new Date('2031-05-05T16:00:00Z'),
  });
  expect(
    (await refusal(moveDue(editor, { articleId: id, seenAt, wallClock: '2031-05-06T18:00' }))).message,
  ).toMatch(/another due date meanwhile/);
});

test('D13 the calendar holds what is planned, due and live of the days asked for, and each sees her own', async () => {
  const { editor, author, contributor } = room.as;
  const filed = { sectionIds: [room.news] };
  const out = await write(author, { title: 'Out', ...filed });
  await publishArticle(author, { articleId: out.id });
  const soon = await write(author, { title: 'Soon', ...filed });
  const tomorrow = new Date(Date.now() + 86_400_000);
  await scheduleArticle(author, { articleId: soon.id, effectiveAt: tomorrow });
  const late = await write(contributor, { title: 'Late' });
  await setDue(editor, { articleId: late.id, wallClock: sameTimeOn(dayOf(tomorrow, zone), tomorrow, zone) });
  const span = {
    from: new Date(Date.now() - 86_400_000),
    to: new Date(Date.now() + 2 * 86_400_000),
    timeZone: zone,
    named: 3,
  };
  const shown = async (ctx: typeof editor) =>
    (await listCalendar(ctx, span)).entries.map(({ kind, title, mayMove }) => [kind, title, mayMove]);
  expect(await shown(editor)).toEqual([
    ['publish', 'Soon', true],
    ['due', 'Late', true],
    ['live', 'Out', false],
  ]);
  expect(await shown(contributor)).toEqual([['due', 'Late', false]]);
  expect((await shown(author)).at(0)).toEqual(['publish', 'Soon', true]);
  expect((await listCalendar(editor, { ...span, named: 0 })).entries.map(({ kind }) => kind)).not.toContain(
    'live',
  );
  expect((await listCalendar(editor, span)).live).toEqual({ [dayOf(new Date(), zone)]: 1 });
  const past = addDays(dayOf(new Date(), zone), -9);
  expect((await listCalendar(editor, { ...span, from: new Date(past), to: new Date(past) })).entries).toEqual(
    [],
  );

  await submitForReview(contributor, { articleId: late.id });
  const plannable = await listPlannable(editor);
  expect(plannable[0]).toMatchObject({ title: 'Late', stage: 'in_review', mayPublish: true });
  expect(plannable.map(({ title }) => title)).not.toContain('Soon');
  expect((await listPlannable(contributor)).map(({ title, mayPublish }) => [title, mayPublish])).toEqual([
    ['Late', false],
  ]);
});
