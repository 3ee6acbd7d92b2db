import { eq, sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { networkName } from '@/db/network-names';
import { closeQueue } from '@/db/queue';
import { consents, deliveries, lists, subscribers, subscriptions, suppressions } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { emailHash } from '@/lib/email-address';
import { relay } from '@/lib/mailer';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { preferencesInput, type SignUp, signUpInput, unsubscribeInput } from '../input';
import { confirmToken, preferencesToken, unsubscribeToken } from '../links';
import { confirmationDays, signUpsPerNetworkAnHour } from '../rules';
import { makeList, startIssue, stateOf } from '../testing';
import {
  confirmSubscription,
  mailConfirmation,
  purgeUnconfirmed,
  savePreferences,
  sendCampaign,
  signUp,
  unsubscribe,
} from '.';

let at: TestDatabase;
let sink: SmtpSink;
let clock = 0;
let listId: number;

beforeAll(async () => {
  sink = await openSmtpSink();
  process.env.SMTP_URL = sink.url;
  at = await cloneDatabase(inject('templateUrl'));
  const [first] = await at.db.select({ id: lists.id }).from(lists);
  listId = first?.id ?? 0;
});
beforeEach(() => at.db.execute(sql`delete from pgboss.job`));
afterEach(() => {
  sink.mode = () => 'ok';
  sink.caught = [];
});
afterAll(async () => {
  relay()?.close();
  await closeQueue();
  await at.close();
  await sink.close();
});

const later = async (seconds: number) => {
  clock += seconds;
  await at.setClock(clock);
};
const typed = (email: string, more: Partial<SignUp> = {}): SignUp => ({
  ...signUpInput.parse({ email, list: [], source: 'page' }),
  ...more,
});
/** Signs up and runs the jobs that this queued, as the worker does. */
async function signUpAndMail(email: string, more?: Partial<SignUp>) {
  await signUp(at.reader, typed(email, more));
  const jobs = await at.db.execute<{ data: { subscriberId: number; listIds: number[] } }>(
    sql`delete from pgboss.job where name = 'mail.confirm-subscription' returning data`,
  );
  for (const { data } of jobs) await mailConfirmation(at.system, data);
}
const tokenIn = async (path: string) => {
  const { text } = await simpleParser(sink.caught.at(-1)?.raw ?? '');
  return new RegExp(`/newsletter/${path}/([\\w.-]+)`).exec(text ?? '')?.[1] ?? '';
};
const stateFor = async (email: string, list = listId) => {
  const [row] = await at.db
    .select({ state: subscriptions.state })
    .from(subscriptions)
    .innerJoin(subscribers, eq(subscribers.id, subscriptions.subscriberId))
    .where(sql`${subscribers.emailHash} = ${emailHash(email)} and ${subscriptions.listId} = ${list}`);
  return row?.state;
};
const confirmed = async (email: string) => {
  await signUpAndMail(email);
  await confirmSubscription(at.reader, { token: await tokenIn('confirm'), networkHash: null });
  const [row] = await at.db
    .select()
    .from(subscribers)
    .where(eq(subscribers.emailHash, emailHash(email)));
  if (!row) throw new Error('no such reader');
  return row.id;
};

test('N1 a sign-up is worth nothing before the button in the mail; the consent is kept with words, time, form and network', async () => {
  await signUpAndMail('Ann@Example.org', { source: 'footer', networkHash: 'net' });
  expect(await stateFor('ann@example.org')).toBe('unconfirmed');
  expect(sink.caught.map(({ to }) => to)).toEqual(['Ann@example.org']);
  const token = await tokenIn('confirm');
  await confirmSubscription(at.reader, { token, networkHash: 'other' });
  await confirmSubscription(at.reader, { token, networkHash: 'other' });
  expect(await stateFor('ANN@EXAMPLE.ORG')).toBe('confirmed');
  const trail = await at.db.select().from(consents).orderBy(consents.id);
  expect(trail).toMatchObject([
    {
      act: 'signed_up',
      source: 'footer',
      networkHash: await networkName(at.reader, 'net'),
      wording: expect.stringContaining('unsubscribe at any time'),
    },
    { act: 'confirmed', source: 'confirmation mail', networkHash: await networkName(at.reader, 'other') },
  ]);
});

test('N1 the same rows and the same job for a new, a known, an unsubscribed and a suppressed address', async () => {
  await confirmed('known@example.org');
  const left = await confirmed('left@example.org');
  await unsubscribe(at.reader, unsubscribeInput.parse({ token: unsubscribeToken(left, listId) }));
  await at.db
    .insert(suppressions)
    .values({ emailHash: emailHash('dead@example.org'), reason: 'no such mailbox' });
  const traces = [];
  for (const email of ['new@example.org', 'known@example.org', 'left@example.org', 'dead@example.org']) {
    const before = await at.db.$count(consents);
    expect(await signUp(at.reader, typed(email))).toBeUndefined();
    const [jobs] = await at.db.execute<{ n: string }>(sql`select count(*) as n from pgboss.job`);
    await at.db.execute(sql`delete from pgboss.job`);
    traces.push({ consents: (await at.db.$count(consents)) - before, jobs: Number(jobs?.n) });
  }
  expect(new Set(traces.map((trace) => JSON.stringify(trace)))).toEqual(new Set(['{"consents":1,"jobs":1}']));
});

test('N1 what the mail says depends on who asks: new ones confirm, known ones are told, suppressed ones hear nothing', async () => {
  await confirmed('twice@example.org');
  await later(86_401);
  sink.caught = [];
  await signUpAndMail('twice@example.org');
  expect(sink.caught[0]?.raw).toContain('already subscribed');
  expect(await tokenIn('preferences')).not.toBe('');
  await at.db
    .insert(suppressions)
    .values({ emailHash: emailHash('gone@example.org'), reason: 'no such mailbox' });
  await signUpAndMail('gone@example.org');
  expect(sink.caught).toHaveLength(1);
});

test('N3 one confirmation a day and three ever, until somebody confirms', async () => {
  const mails = async () => {
    await signUpAndMail('victim@example.org');
    return sink.caught.length;
  };
  expect(await mails()).toBe(1);
  expect(await mails()).toBe(1);
  await later(86_401);
  expect(await mails()).toBe(2);
  await later(86_401);
  expect(await mails()).toBe(3);
  for (let day = 0; day < 10; day++) {
    await later(86_401);
    expect(await mails()).toBe(3);
  }
  await signUpAndMail('person@example.org');
  await confirmSubscription(at.reader, { token: await tokenIn('confirm'), networkHash: null });
  const id = Number(
    (
      await at.db.execute<{ id: string }>(sql`select id from subscribers where email = 'person@example.org'`)
    )[0]?.id,
  );
  await unsubscribe(at.reader, unsubscribeInput.parse({ token: unsubscribeToken(id, listId) }));
  sink.caught = [];
  await signUpAndMail('person@example.org');
  expect(sink.caught).toHaveLength(1);
});

test('N3 no word that the public typed is in the mail', async () => {
  await at.db.insert(lists).values({ name: 'Weekend & more', slug: 'weekend' });
  await signUpAndMail("buy.cheap+pills'x@example.org", { list: ['weekend'], source: 'BUY-CHEAP-PILLS' });
  const raw = sink.caught[0]?.raw ?? '';
  const body = raw.slice(raw.indexOf('\r\n\r\n')).toLowerCase();
  expect(body).not.toMatch(/cheap|pills/);
  const { text, headers } = await simpleParser(raw);
  expect(text).toContain('Weekend & more');
  expect(headers.get('auto-submitted')).toBe('auto-generated');
});

test('N3 a network that signs up many is told to wait, others are not', async () => {
  for (let n = 0; n < signUpsPerNetworkAnHour; n++)
    await signUp(at.reader, typed(`n${n}@example.org`, { networkHash: 'busy' }));
  await expect(
    signUp(at.reader, typed('one-more@example.org', { networkHash: 'busy' })),
  ).rejects.toMatchObject({
    code: 'too-many',
    retryAfterSeconds: 3600,
  });
  await signUp(at.reader, typed('one-more@example.org', { networkHash: 'calm' }));
  await later(3601);
  await signUp(at.reader, typed('one-more@example.org', { networkHash: 'busy' }));
});

test('N3 the breaker for all addresses together stops mail, not sign-ups', async () => {
  await at.db.execute(
    sql`insert into confirmation_mails (email_hash, at) select 'h' || n, clock() from generate_series(1, 1000) n`,
  );
  await signUpAndMail('late@example.org');
  expect(sink.caught).toHaveLength(0);
  expect(await stateFor('late@example.org')).toBe('unconfirmed');
  await later(3601);
  await signUpAndMail('late@example.org');
  expect(sink.caught).toHaveLength(1);
});

test('N3 the honeypot changes nothing and says nothing', async () => {
  const before = await at.db.$count(subscribers);
  await signUp(at.reader, typed('robot@example.org', { website: 'https://spam.example' }));
  expect(await at.db.$count(subscribers)).toBe(before);
});

test('N1 a relay that is away loses no confirmation, and a repeated job mails nobody twice', async () => {
  sink.mode = () => 'no-sender';
  await signUp(at.reader, typed('patient@example.org'));
  const [job] = await at.db.execute<{ data: { subscriberId: number; listIds: number[] } }>(
    sql`select data from pgboss.job`,
  );
  if (!job) throw new Error('no job');
  await expect(mailConfirmation(at.system, job.data)).rejects.toThrow('5.7.1');
  sink.mode = () => 'ok';
  await mailConfirmation(at.system, job.data);
  await mailConfirmation(at.system, job.data);
  expect(sink.caught).toHaveLength(1);
});

test('N2 links that are forged, old, or about something else do nothing', async () => {
  const id = await confirmed('links@example.org');
  const askedAt = Math.floor(Date.now() / 1000) + clock;
  const forged = [
    '',
    'x',
    'x.y',
    unsubscribeToken(id, listId),
    preferencesToken(id),
    confirmToken({ subscriberId: id, askedAt: askedAt - (confirmationDays + 1) * 86_400, listIds: [listId] }),
    confirmToken({ subscriberId: 999_999, askedAt, listIds: [listId] }),
    confirmToken({ subscriberId: id, askedAt, listIds: [999_999] }),
  ];
  for (const token of forged)
    await expect(confirmSubscription(at.reader, { token, networkHash: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  for (const token of ['', 'x.y', preferencesToken(id), `${unsubscribeToken(id, listId)}x`])
    await expect(unsubscribe(at.reader, { token })).rejects.toMatchObject({ code: 'not-found' });
  for (const token of ['x', unsubscribeToken(id, listId), preferencesToken(999_999)])
    await expect(savePreferences(at.reader, { token, list: [], networkHash: null })).rejects.toMatchObject({
      code: 'not-found',
    });
  expect(await stateFor('links@example.org')).toBe('confirmed');
});

test('N2 one POST unsubscribes, as often as it comes, and the mail that is queued does not come either', async () => {
  const list = await makeList(at, 3, 'queued');
  const { campaignId } = await startIssue(at, list.id);
  sink.mode = () => 'temp';
  await sendCampaign(at.system, { campaignId });
  const [row] = await at.db
    .select()
    .from(deliveries)
    .where(eq(deliveries.campaignId, campaignId))
    .orderBy(deliveries.subscriberId);
  const token = unsubscribeToken(row?.subscriberId ?? 0, list.id);
  const input = unsubscribeInput.parse({ token, 'List-Unsubscribe': 'One-Click' });
  expect(await unsubscribe(at.reader, input)).toEqual({ token, fromPage: false });
  expect(await unsubscribe(at.reader, input)).toEqual({ token, fromPage: false });
  expect((await stateOf(at, campaignId)).counted).toEqual({ pending: 2, suppressed: 1 });
  sink.mode = () => 'ok';
  await later(120);
  await sendCampaign(at.system, { campaignId });
  expect(sink.caught.map(({ to }) => to).sort()).toEqual(['queued2@example.net', 'queued3@example.net']);
  const [trail] = await at.db
    .select()
    .from(consents)
    .where(eq(consents.subscriberId, row?.subscriberId ?? 0));
  expect(trail).toMatchObject({ act: 'unsubscribed', source: 'unsubscribe link' });
});

test('N9 a reader ticks what she wants, or nothing at all', async () => {
  const id = await confirmed('prefs@example.org');
  const [weekend] = await at.db.select({ id: lists.id }).from(lists).where(eq(lists.slug, 'weekend'));
  const save = (more: Record<string, unknown>) =>
    savePreferences(at.reader, preferencesInput.parse({ token: preferencesToken(id), ...more }));
  await save({ list: 'weekend' });
  expect([await stateFor('prefs@example.org'), await stateFor('prefs@example.org', weekend?.id)]).toEqual([
    'unsubscribed',
    'confirmed',
  ]);
  await save({ list: ['weekend', 'newsletter', 'no-such-list'] });
  expect([await stateFor('prefs@example.org'), await stateFor('prefs@example.org', weekend?.id)]).toEqual([
    'confirmed',
    'confirmed',
  ]);
  await save({ list: ['weekend'], everything: '1' });
  expect([await stateFor('prefs@example.org'), await stateFor('prefs@example.org', weekend?.id)]).toEqual([
    'unsubscribed',
    'unsubscribed',
  ]);
});

test('N1 addresses that nobody confirmed are forgotten, others stay', async () => {
  await confirmed('stays@example.org');
  await signUp(at.reader, typed('forget@example.org'));
  await later((confirmationDays + 2) * 86_400);
  await signUp(at.reader, typed('fresh@example.org'));
  expect(await purgeUnconfirmed(at.system)).toBeGreaterThan(0);
  const left = (await at.db.select({ email: subscribers.email }).from(subscribers)).map(({ email }) => email);
  expect(left).toEqual(expect.arrayContaining(['stays@example.org', 'fresh@example.org']));
  expect(left).not.toContain('forget@example.org');
});
