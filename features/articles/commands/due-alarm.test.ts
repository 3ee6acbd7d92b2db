import { eq, sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { dueIncidents, publications, users } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { listMailbox, readMailbox } from '@/lib/mailer';
import { findDueAlarm } from '../queries/due-alarm';
import { inSeconds, type Newsroom, openNewsroom, refusal, write } from '../testing';
import {
  applyDuePublications,
  embargoAtWallClock,
  killArticle,
  mailDueAlarm,
  publishArticle,
  scheduleArticle,
  watchDue,
} from './index';

let at: TestDatabase;
let room: Newsroom;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  room = await openNewsroom(at);
});
beforeEach(async () => {
  await at.setClock(0);
  await at.db.execute(sql`delete from due_incidents`);
  await at.db.execute(sql`delete from pgboss.job`);
  await at.db
    .update(publications)
    .set({ cancelledAt: new Date() })
    .where(sql`applied_at is null and cancelled_at is null and failure is null`);
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

const planned = async (seconds = 30) => {
  const made = await write(room.as.editor, { title: 'Tide tables', sectionIds: [room.news] });
  await scheduleArticle(room.as.editor, { articleId: made.id, effectiveAt: inSeconds(seconds) });
  return made;
};
const jobs = async () => {
  const rows = await at.db.execute<{ data: { incidentId: number; userId: number } }>(
    sql`select data from pgboss.job where name = 'mail.due-alarm' order by created_on`,
  );
  return rows.map(({ data }) => data);
};
async function mailsTo(address: string) {
  const mails = await Promise.all(
    (await listMailbox({ limit: 30 })).map(async ({ id }) =>
      simpleParser((await readMailbox(id)) ?? Buffer.of()),
    ),
  );
  return mails.filter(({ to }) => [to ?? []].flat().some(({ value }) => value[0]?.address === address));
}
const incidents = () => at.db.select().from(dueIncidents);

test('D8 what nobody applied is an alarm at the desk after a minute, until it is done', async () => {
  await planned();
  await at.setClock(80);
  await watchDue(at.system);
  expect(await findDueAlarm(room.as.editor)).toEqual({ overdue: 0, failed: 0, first: null });
  expect(await incidents()).toEqual([]);
  await at.setClock(100);
  await watchDue(at.system);
  expect(await findDueAlarm(room.as.editor)).toMatchObject({
    overdue: 1,
    failed: 0,
    first: { title: 'Tide tables' },
  });
  expect(await findDueAlarm(room.as.contributor)).toMatchObject({ overdue: 0 });
  expect((await refusal(findDueAlarm(at.reader))).code).toBe('forbidden');
  await applyDuePublications(at.system);
  expect(await findDueAlarm(room.as.editor)).toEqual({ overdue: 0, failed: 0, first: null });
});

test('D8 one incident mails each administrator once, however often it is looked at and however much is late in it', async () => {
  const second = await room.person('administrator');
  const email = `duty-${Date.now()}@paper.example`;
  await at.db.update(users).set({ email }).where(eq(users.id, second.actor.id));
  await planned();
  await at.setClock(100);
  await Promise.all(Array.from({ length: 8 }, () => watchDue(at.system)));
  await applyDuePublications(at.system);
  await planned(130);
  await at.setClock(300);
  await watchDue(at.system);
  await applyDuePublications(at.system);
  const queued = await jobs();
  expect(queued.map(({ userId }) => userId).sort()).toContain(second.actor.id);
  expect(new Set(queued.map(({ incidentId }) => incidentId)).size).toBe(1);
  expect(queued).toHaveLength(new Set(queued.map(({ userId }) => userId)).size);

  for (const job of [...queued, ...queued]) await mailDueAlarm(at.system, job);
  const told = await mailsTo(email);
  expect(told).toHaveLength(1);
  expect(told[0]?.subject).toBe('Something was not published on time at Broadsheet');
  expect(told[0]?.text).toMatch(/Publication of “Tide tables”, planned for .*: done/);

  // Ten quiet minutes end it; the next trouble is another incident.
  await at.setClock(500);
  await watchDue(at.system);
  expect(await incidents()).toMatchObject([{ endedAt: null }]);
  await at.setClock(1000);
  await watchDue(at.system);
  expect((await incidents())[0]?.endedAt).not.toBeNull();
  await planned(1010);
  await at.setClock(1200);
  await applyDuePublications(at.system);
  expect(new Set((await jobs()).map(({ incidentId }) => incidentId)).size).toBe(2);
});

test('D8 what failed stays an alarm until somebody publishes, plans or kills it anew', async () => {
  const fail = async () => {
    const made = await planned();
    await at.db.execute(sql`update articles set embargo_at = now() + interval '1 day' where id = ${made.id}`);
    await at.setClock(40);
    await applyDuePublications(at.system);
    await at.db.execute(sql`update articles set embargo_at = null where id = ${made.id}`);
    await at.setClock(0);
    return made.id;
  };
  const [one, other] = [await fail(), await fail()];
  expect(await findDueAlarm(room.as.editor)).toMatchObject({ overdue: 0, failed: 2 });
  expect(await jobs()).not.toEqual([]);
  await publishArticle(room.as.editor, { articleId: one });
  expect(await findDueAlarm(room.as.editor)).toMatchObject({ failed: 1, first: { articleId: other } });
  await killArticle(room.as.editor, { articleId: other });
  expect(await findDueAlarm(room.as.editor)).toMatchObject({ failed: 0 });
});

test('D8 what comes on time alarms nobody, and a person who is refused has been told already', async () => {
  await planned();
  await at.setClock(31);
  await applyDuePublications(at.system);
  await watchDue(at.system);
  const made = await write(room.as.editor, { sectionIds: [room.news] });
  await embargoAtWallClock(room.as.editor, { articleId: made.id, wallClock: '2031-05-04T06:30:00' });
  expect((await refusal(publishArticle(room.as.editor, { articleId: made.id }))).message).toMatch(
    /under embargo until Sun, 4 May 2031, 06:30:00 UTC/,
  );
  expect(await incidents()).toEqual([]);
});

test('D8 an embargo is set and lifted on the paper’s own clocks, gaps refused', async () => {
  await at.db.execute(
    sql`insert into settings (key, value) values ('timeZone', '"Europe/Berlin"') on conflict do nothing`,
  );
  const { id } = await write(room.as.editor, { sectionIds: [room.news] });
  const set = (wallClock: string, which?: 'first' | 'second') =>
    embargoAtWallClock(room.as.editor, { articleId: id, wallClock, which });
  expect((await refusal(set('2031-03-30T02:30:00'))).message).toMatch(/never show/);
  expect((await refusal(set('2031-10-26T02:30:00'))).message).toMatch(/twice/);
  expect(await set('2031-10-26T02:30:00', 'second')).toEqual({ embargoAt: new Date('2031-10-26T01:30:00Z') });
  expect(await set('')).toEqual({ embargoAt: null });
  const [row] = await at.db.select().from(publications).where(eq(publications.articleId, id));
  expect(row).toBeUndefined();
});
