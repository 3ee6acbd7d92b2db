import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { nextDueAt } from '@/db/due';
import { dueIncidents } from '@/db/schema';
import { startSchedule } from '@/worker/schedule';
import { standsAt } from '../../front-rules';
import { listHistory, listLate } from '../../queries/arrangements';
import { listChosen, listPlaces } from '../../queries/curation';
import { findDueAlarm, listTrouble } from '../../queries/due-alarm';
import { findSectionLead, readFrontPage } from '../../queries/site';
import { inSeconds, lastEvent, openTestNewsroom, refusal, staleSince } from '../../testing';
import {
  applyDueArrangements,
  applyDuePublications,
  killArticle,
  planArrangement,
  scheduleArticle,
  trashArticle,
  watchDue,
  withdrawArticle,
} from '../index';
import { clock, nobody, openArranging } from './testing';

const newsroom = await openTestNewsroom();
const { at, room } = newsroom;
const { draft, soon, stands, live, plan, lead, curate, rowOf, becomes } = openArranging(newsroom);

describe('D14 a planned change of a page', () => {
  test('D14 it comes at its time, once, with its tags and its audit row, and what it replaced is kept', async () => {
    const [old, next] = [await live('Old'), await live('Next')];
    await curate(old);
    const { arrangementId, effectiveAt } = await plan(60, [next], { seen: [old], name: 'Morning' });
    expect(await nextDueAt(at.db)).toEqual(effectiveAt);
    expect(await applyDueArrangements(at.system)).toBe(0);
    expect(await lead()).toBe(old);
    const before = await lastEvent(at);
    await at.setClock(61);
    expect(await applyDueArrangements(at.system)).toBe(1);
    expect(await applyDueArrangements(at.system)).toBe(0);
    expect(await lead()).toBe(next);
    expect(await staleSince(at, before)).toEqual(new Set(['front']));
    expect(await nextDueAt(at.db)).toBeNull();
    const [audit] = await at.db.execute(
      sql`select actor_name, before, after from audit where verb = 'curate' order by id desc limit 1`,
    );
    expect(audit).toMatchObject({
      before: { places: [old, null, null, null, null] },
      after: { arrangementId, places: [next, null, null, null, null], notLive: [] },
    });
    expect(await listHistory(at.system, 'front', 10)).toMatchObject([
      { id: arrangementId, name: 'Morning', planned: true, replaced: [old, null, null, null, null] },
      { planned: false, places: [old, null, null, null, null], replaced: nobody },
    ]);
  });

  test('D14 of all processes that are awake one applies it; a page that an editor has in hand is waited for', async () => {
    const id = await live('Once');
    await plan(30, [id]);
    await at.setClock(31);
    const counts = await Promise.all(Array.from({ length: 6 }, () => applyDueArrangements(at.system)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);

    await at.setClock(0);
    await plan(90, nobody, { seen: [id] });
    await at.setClock(91);
    let applied: Promise<number> | undefined;
    await at.db.transaction(async (db) => {
      await db.execute(sql`select pg_advisory_xact_lock(hashtext('curate front'))`);
      applied = applyDueArrangements(at.system);
      await wait(200);
      expect(await stands()).toEqual([id, null, null, null, null]);
    });
    expect(await applied).toBe(1);
    expect(await stands()).toEqual(nobody);
  });

  test('D14 after everything was down the changes come in the order of their times, and the last one stands', async () => {
    const [one, two, three] = [await live('One'), await live('Two'), await live('Three')];
    // Planned in another order than they are due.
    const last = await plan(300, [three], { seen: [] });
    const first = await plan(100, [one], { seen: [] });
    const middle = await plan(200, [two], { seen: [one] });
    await at.setClock(400);
    const schedule = await startSchedule({ db: at.db });
    await schedule.stop();
    expect(await stands()).toEqual([three, null, null, null, null]);
    expect((await rowOf(first.arrangementId)).replaced).toEqual(nobody);
    expect((await rowOf(middle.arrangementId)).replaced).toEqual([one, null, null, null, null]);
    expect((await rowOf(last.arrangementId)).replaced).toEqual([two, null, null, null, null]);
    expect((await listLate(room.as.editor, { since: inSeconds(-60), limit: 9 })).map(({ id }) => id)).toEqual(
      [last.arrangementId, middle.arrangementId, first.arrangementId],
    );
  });

  test('D14 a timer that sleeps wakes for a change that is planned meanwhile, and is on time', async () => {
    const id = await live('Awake');
    const schedule = await startSchedule({ db: at.db });
    const { arrangementId } = await plan(2, [id]);
    await expect.poll(async () => (await rowOf(arrangementId)).appliedAt, { timeout: 8_000 }).not.toBeNull();
    await schedule.stop();
    const { appliedAt, effectiveAt } = await rowOf(arrangementId);
    expect((appliedAt?.getTime() ?? 0) - effectiveAt.getTime()).toBeLessThan(1_000);
  });

  test('D14 a story that goes live at the same instant stands in it; one that is later steps in when it comes', async () => {
    const newest = await live('Newest');
    const [same, later] = [await draft('Same second'), await draft('Later')];
    await scheduleArticle(room.as.editor, { articleId: same, effectiveAt: soon(60) });
    await scheduleArticle(room.as.editor, { articleId: later, effectiveAt: soon(120) });
    const { arrangementId } = await plan(60, [later, same]);
    const [laterNow, sameNow] = await Promise.all([
      listChosen(at.system, [later]),
      listChosen(at.system, [same]),
    ]);
    expect(laterNow.map((story) => standsAt(story, soon(60)))).toEqual([false]);
    expect(sameNow.map((story) => standsAt(story, soon(60)))).toEqual([true]);
    // Whichever of the two timers comes first.
    await at.setClock(61);
    await applyDueArrangements(at.system);
    const [audit] = await at.db.execute<{ after: { notLive: number[] } }>(
      sql`select after from audit where verb = 'curate' order by id desc limit 1`,
    );
    expect(audit?.after.notLive).toEqual([later]);
    await applyDuePublications(at.system);
    const { lead: first, seconds } = await readFrontPage(at.reader);
    expect([first?.id, seconds[0]?.id]).toEqual([newest, same]);
    await becomes(121);
    expect(await lead()).toBe(later);
    expect((await rowOf(arrangementId)).failure).toBeNull();
  });

  test.each(['kill', 'withdraw', 'trash', 'unplan'] as const)(
    'D14 a story that is gone by then (%s) leaves its place to the newest, and the desk knows before',
    async (what) => {
      const [chosen, newest] = [await live('Chosen'), await live('Newest')];
      const id = what === 'kill' || what === 'withdraw' ? await live('Gone') : await draft('Gone');
      if (what === 'trash' || what === 'unplan')
        await scheduleArticle(room.as.editor, { articleId: id, effectiveAt: soon(30) });
      await plan(60, [id, chosen]);
      if (what === 'kill') await killArticle(room.as.editor, { articleId: id, reason: '' });
      if (what === 'withdraw') await withdrawArticle(room.as.editor, { articleId: id });
      if (what === 'trash') await trashArticle(room.as.editor, { articleId: id });
      if (what === 'unplan')
        await at.db.execute(sql`update publications set cancelled_at = now() where article_id = ${id}`);
      const [known] = await listChosen(at.system, [id]);
      expect(known && standsAt(known, soon(60))).toBe(false);
      await becomes(61);
      expect((await stands()).slice(0, 2)).toEqual([id, chosen]);
      const { lead: first, seconds } = await readFrontPage(at.reader);
      expect([first?.id, ...seconds.map((card) => card.id)]).toEqual([newest, chosen]);
    },
  );

  test('D14 a story that is planned to be withdrawn before is said not to be live at that time', async () => {
    const id = await live('Leaving');
    await scheduleArticle(room.as.editor, { articleId: id, kind: 'withdraw', effectiveAt: soon(30) });
    const [story] = await listChosen(at.system, [id]);
    expect(
      story && [standsAt(story, soon(29)), standsAt(story, soon(30)), standsAt(story, soon(60))],
    ).toEqual([true, false, false]);
  });

  test('D14 the preview shows the page as it will be then, planned stories, updates and withdrawals with it', async () => {
    const [stays, leaves] = [await live('Stays'), await live('Leaves')];
    const [coming, chosen] = [await draft('Comes'), await draft('Chosen', [room.asia])];
    await scheduleArticle(room.as.editor, { articleId: leaves, kind: 'withdraw', effectiveAt: soon(30) });
    await scheduleArticle(room.as.editor, { articleId: coming, effectiveAt: soon(40) });
    await scheduleArticle(room.as.editor, { articleId: chosen, effectiveAt: soon(50) });
    const shown = async (seconds: number) => {
      const { lead: first, seconds: rest } = await readFrontPage(room.as.editor, [chosen], soon(seconds));
      return [first?.title, ...rest.map(({ title }) => title)];
    };
    expect((await shown(50)).slice(0, 3)).toEqual(['Chosen', 'Comes', 'Stays']);
    expect((await shown(45)).slice(0, 2)).toEqual(['Comes', 'Stays']);
    expect((await shown(20)).slice(0, 2)).toEqual(['Leaves', 'Stays']);
    await becomes(51);
    await curate(chosen);
    const { lead: first, seconds } = await readFrontPage(at.reader);
    expect([first?.id, ...seconds.map(({ id }) => id)].slice(0, 3)).toEqual([chosen, coming, stays]);
  });

  test('D14 a section’s page has planned changes of its own, which go with the section', async () => {
    const older = await live('Asian', [room.asia]);
    await live('Newer', [room.news]);
    const page = { name: `section:${room.news}`, sectionId: room.news } as const;
    const wish = { page, places: [older], seen: [null], name: '', wallClock: clock(soon(60)) };
    await planArrangement(room.as.editor, wish);
    await plan(60, [older]);
    const before = await lastEvent(at);
    await at.setClock(61);
    expect(await applyDueArrangements(at.system)).toBe(2);
    expect(await staleSince(at, before)).toEqual(new Set(['front', `section:${room.news}`]));
    const family = [room.news, room.asia];
    expect(await findSectionLead(at.reader, { sectionId: room.news, family })).toMatchObject({ id: older });
    const sporting = await live('Sporting', [room.sport]);
    await at.setClock(0);
    const other = { ...wish, places: [sporting], seen: [older], wallClock: clock(soon(120)) };
    expect((await refusal(planArrangement(room.as.editor, other))).message).toMatch(/not filed under/);
  });
});

describe('D14 the alarm', () => {
  const incidents = () => at.db.select().from(dueIncidents);

  test('D14 a change that nobody applied for a minute is an alarm at the desk, until it is done', async () => {
    await plan(30, [], { name: 'Morning' });
    await at.setClock(60);
    await watchDue(at.system);
    expect(await incidents()).toEqual([]);
    await at.setClock(100);
    await watchDue(at.system);
    expect(await incidents()).toHaveLength(1);
    expect(await findDueAlarm(room.as.editor)).toMatchObject({
      overdue: 1,
      failed: 0,
      first: { title: 'Front page: Morning', articleId: null },
    });
    expect(await findDueAlarm(room.as.contributor)).toMatchObject({ overdue: 0 });
    expect(await listTrouble(at.system, { since: inSeconds(-60) })).toMatchObject([
      { kind: 'arrange', appliedAt: null },
    ]);
    await applyDueArrangements(at.system);
    expect(await findDueAlarm(room.as.editor)).toMatchObject({ overdue: 0 });
    // For the mail, which comes after it was done.
    const told = await listTrouble(at.system, { since: inSeconds(-60) });
    expect(told).toMatchObject([{ kind: 'arrange', title: 'Front page: Morning', failure: null }]);
    expect(told[0]?.appliedAt).not.toBeNull();
  });

  test('D14 one that cannot be applied says so and hinders no other, until the page is arranged anew', async () => {
    const id = await live('Broken');
    const { arrangementId } = await plan(30, []);
    const page = { name: `section:${room.sport}`, sectionId: room.sport } as const;
    await planArrangement(room.as.editor, {
      page,
      places: [id],
      seen: [],
      name: '',
      wallClock: clock(soon(30)),
    });
    // Places that no editor can have written.
    await at.db.execute(
      sql`update arrangements set places = '[999999999, null, null, null, null]' where id = ${arrangementId}`,
    );
    await at.setClock(31);
    expect(await applyDueArrangements(at.system)).toBe(1);
    expect((await rowOf(arrangementId)).failure).toMatch(/Something went wrong/);
    expect(await nextDueAt(at.db)).toBeNull();
    expect(await listPlaces(at.system, page.name)).toEqual([id]);
    expect(await findDueAlarm(room.as.editor)).toMatchObject({ failed: 1, first: { title: 'Front page' } });
    await at.setClock(0);
    await curate(id);
    expect(await findDueAlarm(room.as.editor)).toMatchObject({ failed: 0 });
  });

  test('D14 what is settled is never changed, and what was saved by hand alarms nobody', async () => {
    await curate(await live('By hand'));
    await at.setClock(500);
    await watchDue(at.system);
    expect(await incidents()).toEqual([]);
    for (const change of [
      sql`places = '[]'`,
      sql`applied_at = now()`,
      sql`replaced = null`,
      sql`name = 'x'`,
    ]) {
      const error = await at.db.execute(sql`update arrangements set ${change}`).catch((thrown) => thrown);
      expect(String(error?.cause ?? error)).toMatch(/settled once/);
    }
  });
});
