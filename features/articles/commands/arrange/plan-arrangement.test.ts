import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { planArrangementInput, previewInput } from '../../front-input';
import { standingBefore, standsAt } from '../../front-rules';
import { listComing, listDone, listHistory, listPlannedFor } from '../../queries/arrangements';
import { listCalendar } from '../../queries/calendar';
import { inSeconds, openTestNewsroom, refusal } from '../../testing';
import {
  applyArrangement,
  applyDueArrangements,
  bringBackArrangement,
  cancelArrangement,
  changeArrangement,
  moveArrangement,
  planArrangement,
} from '../index';
import { clock, front, openArranging } from './testing';

const newsroom = await openTestNewsroom();
const { at, room } = newsroom;
const { draft, soon, stands, live, plan, lead, curate, rowOf, becomes } = openArranging(newsroom);

describe('D14 planning', () => {
  test('D14 times that are past, that clocks never show, or show twice, are refused with a sentence', async () => {
    await at.db.execute(sql`insert into settings (key, value) values ('timeZone', '"Europe/Berlin"')`);
    const at_ = (typed: string, which?: 'first' | 'second') =>
      planArrangement(room.as.editor, {
        page: front,
        places: [],
        seen: [],
        name: '',
        wallClock: typed,
        which,
      });
    expect((await refusal(at_('2020-01-01T00:00:00'))).message).toMatch(/^That time has passed/);
    expect((await refusal(at_('2031-03-30T02:30:00'))).message).toMatch(/never show/);
    expect((await refusal(at_('2031-10-26T02:30:00'))).message).toMatch(/twice/);
    expect((await refusal(at_('tomorrow'))).fields).toHaveProperty('wallClock');
    const second = await at_('2031-10-26T02:30:00', 'second');
    expect(second.effectiveAt).toEqual(new Date('2031-10-26T01:30:00Z'));
  });

  test('D14 two changes of one page cannot have one second; those of two pages can', async () => {
    const when = { wallClock: clock(soon(60)), places: [], name: 'Morning' };
    await planArrangement(room.as.editor, { ...when, page: front, seen: [] });
    const twice = planArrangement(room.as.administrator, { ...when, page: front, seen: [] });
    expect((await refusal(twice)).message).toMatch(/“Morning” is planned for that very second/);
    const page = { name: `section:${room.sport}`, sectionId: room.sport } as const;
    await planArrangement(room.as.editor, { ...when, page, seen: [] });
    expect(await listComing(room.as.editor, { from: new Date(), to: inSeconds(3600) })).toHaveLength(2);
    const both = [plan(90, []), plan(90, [], { as: room.as.administrator })];
    const tries = await Promise.allSettled(both);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('D14 who has not seen what will stand there before is told, and nothing is lost or written over', async () => {
    const [one, two] = [await live('One'), await live('Two')];
    await plan(60, [one], { name: 'First' });
    const blind = plan(120, [two]);
    const { code, detail, message } = await refusal(blind);
    expect(code).toBe('conflict');
    expect(message).toMatch(/Somebody else changed what stands there before/);
    expect(detail).toEqual({ before: [one, null, null, null, null] });
    // With what was seen now, it is planned.
    await plan(120, [two], { seen: [one] });
    // Before the first one, what stands there is what stands now.
    await plan(30, [two], { seen: [] });
    expect(await listPlannedFor(at.system, 'front')).toHaveLength(3);
  });

  test('D14 a page changed by hand since it was planned: both are kept, and the desk sees what is replaced', async () => {
    const [one, two, hand] = [await live('One'), await live('Two'), await live('By hand')];
    await curate(one);
    const { arrangementId, version } = await plan(60, [two], { seen: [one] });
    await curate(hand);
    const planned = await listPlannedFor(at.system, 'front');
    const now = await stands();
    expect(
      standingBefore(planned[0]?.effectiveAt ?? new Date(), { now, planned, except: arrangementId }),
    ).toEqual(now);
    expect(planned[0]?.seen).not.toEqual(now);
    // Whoever changes the plan must have seen it.
    const wish = { arrangementId, version, places: [two, one], name: '', wallClock: clock(soon(60)) };
    expect((await refusal(changeArrangement(room.as.editor, { ...wish, seen: [one] }))).code).toBe(
      'conflict',
    );
    await changeArrangement(room.as.editor, { ...wish, seen: [hand] });
    await becomes(61);
    expect(await stands()).toEqual([two, one, null, null, null]);
    const [applied, byHand] = await listHistory(at.system, 'front', 10);
    expect(applied?.replaced).toEqual([hand, null, null, null, null]);
    expect(byHand?.places).toEqual([hand, null, null, null, null]);
    // And brought back.
    await curate(...(applied?.replaced ?? []));
    expect(await lead()).toBe(hand);
  });

  test('D14 of two who change one plan the second is told; a plan is moved, renamed and cancelled, and that undone', async () => {
    const [one, two] = [await live('One'), await live('Two')];
    const { arrangementId, version, effectiveAt } = await plan(60, [one], { name: 'Noon' });
    const wish = { arrangementId, version, seen: [], name: 'Noon', wallClock: clock(effectiveAt) };
    const tries = await Promise.allSettled(
      [one, two].map((id) => changeArrangement(room.as.editor, { ...wish, places: [null, id] })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((each) => each.status === 'rejected')?.reason).toMatchObject({
      code: 'conflict',
      detail: { theirs: (await rowOf(arrangementId)).places },
    });
    const move = { arrangementId, seenAt: effectiveAt.toISOString() };
    const moved = await moveArrangement(room.as.editor, { ...move, wallClock: clock(soon(90)) });
    expect(moved).toMatchObject({ version: 3, effectiveAt: soon(90) });
    expect(
      (await refusal(moveArrangement(room.as.editor, { ...move, wallClock: clock(soon(95)) }))).code,
    ).toBe('conflict');
    expect((await refusal(cancelArrangement(room.as.editor, { arrangementId, version }))).code).toBe(
      'conflict',
    );
    expect((await refusal(bringBackArrangement(room.as.editor, { arrangementId }))).code).toBe('conflict');
    await cancelArrangement(room.as.editor, { arrangementId, version: 3 });
    await at.setClock(91);
    expect(await applyDueArrangements(at.system)).toBe(0);
    expect((await refusal(bringBackArrangement(room.as.editor, { arrangementId }))).message).toMatch(
      /has passed/,
    );
    await at.setClock(0);
    const again = await bringBackArrangement(room.as.editor, { arrangementId });
    expect(await rowOf(again.arrangementId)).toMatchObject({
      name: 'Noon',
      effectiveAt: soon(90),
      cancelledAt: null,
    });
    const verbs = await at.db.execute<{ verb: string }>(
      sql`select verb from audit where subject = 'page' and verb like '%-arrangement' order by id desc limit 5`,
    );
    expect(verbs.map(({ verb }) => verb).reverse()).toEqual([
      'plan-arrangement',
      'change-arrangement',
      'change-arrangement',
      'cancel-arrangement',
      'plan-arrangement',
    ]);
  });

  test('D14 it is put before readers ahead of its time, from what the editor saw, and not once more at its time', async () => {
    const [one, two] = [await live('One'), await live('Two')];
    const { arrangementId, version } = await plan(60, [one]);
    await curate(two);
    const now = { arrangementId, version };
    expect((await refusal(applyArrangement(room.as.editor, { ...now, seen: [] }))).detail).toEqual({
      theirs: [two, null, null, null, null],
    });
    await applyArrangement(room.as.editor, { ...now, seen: [two] });
    expect(await lead()).toBe(one);
    expect((await refusal(applyArrangement(room.as.editor, { ...now, seen: [one] }))).code).toBe('conflict');
    await curate(two);
    await becomes(61);
    expect(await lead()).toBe(two);
    expect(await listDone(room.as.editor, { since: inSeconds(-60), limit: 5 })).toMatchObject([
      {
        id: arrangementId,
        appliedBy: room.as.editor.actor.kind === 'staff' ? room.as.editor.actor.name : '',
      },
    ]);
  });

  test('D14 an editor of one section plans for its page and no other; a contributor sees none', async () => {
    const here = await room.person('editor', [room.sport]);
    const page = { name: `section:${room.sport}`, sectionId: room.sport } as const;
    const wish = { page, places: [], seen: [], name: '', wallClock: clock(soon(60)) };
    await planArrangement(here, wish);
    expect((await refusal(plan(60, [], { as: here }))).code).toBe('forbidden');
    const { arrangementId, version } = await plan(60, []);
    for (const work of [
      () => cancelArrangement(here, { arrangementId, version }),
      () => applyArrangement(here, { arrangementId, version, seen: [] }),
      () => cancelArrangement(room.as.author, { arrangementId, version }),
      () => planArrangement(room.as.contributor, wish),
    ])
      expect((await refusal(work())).code).toBe('forbidden');
    const span = { from: new Date(), to: inSeconds(3600) };
    expect(await listComing(room.as.author, span)).toHaveLength(2);
    expect(await listComing(room.as.contributor, span)).toEqual([]);
  });

  test('D14 D13 the calendar has it, to be moved by who may curate that page', async () => {
    const { arrangementId } = await plan(60, [], { name: 'Morning' });
    const span = { from: soon(60), to: soon(61), timeZone: 'UTC', named: 3 };
    const shown = async (ctx: typeof at.system) => (await listCalendar(ctx, span)).entries;
    expect(await shown(room.as.editor)).toMatchObject([
      { kind: 'arrange', arrangementId, title: 'Front page: Morning', at: soon(60), mayMove: true },
    ]);
    expect(await shown(await room.person('editor', [room.sport]))).toMatchObject([
      { mayMove: false, href: null },
    ]);
    expect(await shown(room.as.contributor)).toEqual([]);
    const before = { ...span, from: soon(0), to: soon(60) };
    expect((await listCalendar(room.as.editor, before)).entries).toEqual([]);
  });

  test('D14 what may be chosen is what readers see or will; no story stands twice', async () => {
    const id = await live('Twice');
    expect((await refusal(plan(60, [id, id]))).message).toMatch(/one place only/);
    expect((await refusal(plan(60, [await draft('Never')]))).message).toMatch(/planned to be/);
    expect((await refusal(plan(60, [999_999_999]))).code).toBe('invalid');
  });
});

describe('D14 rules and addresses', () => {
  const story = { state: 'live', at: new Date(1000), untilAt: null } as const;
  test.each([
    [story, 0, true],
    [{ ...story, untilAt: new Date(50) }, 49, true],
    [{ ...story, untilAt: new Date(50) }, 50, false],
    [{ ...story, state: 'scheduled' as const }, 999, false],
    [{ ...story, state: 'scheduled' as const }, 1000, true],
    [{ ...story, state: 'scheduled' as const, untilAt: new Date(2000) }, 2000, false],
    [{ ...story, state: 'away' as const }, 5000, false],
  ])('D14 %j at %i is seen: %s', (one, when, seen) => expect(standsAt(one, new Date(when))).toBe(seen));

  test('D14 a preview’s address is read leniently', () => {
    expect(
      previewInput.parse({ page: 'front', places: '1,,2', at: '2031-01-01T00:00:00.000Z' }),
    ).toMatchObject({
      page: front,
      at: new Date('2031-01-01T00:00:00Z'),
    });
    expect(previewInput.parse({ page: ['x'], places: ['1'], at: 'soon' })).toEqual({ places: '' });
  });

  test.each([
    [{ page: 'front', places: [1, 2, 3, 4, 5, 6], seen: [], wallClock: 'x' }],
    [{ page: 'nowhere', places: [], seen: [], wallClock: 'x' }],
    [{ page: 'front', places: [], seen: [], wallClock: 'x'.repeat(41) }],
    [{ page: 'front', places: [], seen: [], wallClock: 'x', name: 'x'.repeat(61) }],
    [{ page: 'front', places: [], seen: [], wallClock: 'x', which: 'third' }],
  ])('D14 %j is refused', (sent) => expect(planArrangementInput.safeParse(sent).success).toBe(false));
});
