import { and, eq } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { deliveries, subscribers, subscriptions, suppressions } from '@/db/schema';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { relay } from '@/lib/mailer';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { unsubscribeToken } from '../../links';
import { makeIssue, makeList, startIssue, stateOf } from '../../testing';
import {
  cancelCampaign,
  keepCampaignsGoing,
  pauseCampaign,
  resendUnknown,
  resumeCampaign,
  scheduleCampaign,
  sendCampaign,
  startDueCampaigns,
  unsubscribe,
} from '..';

let at: TestDatabase;
let sink: SmtpSink;
let clock = 0;

beforeAll(async () => {
  sink = await openSmtpSink();
  process.env.SMTP_URL = sink.url;
  at = await cloneDatabase(inject('templateUrl'));
});
afterEach(() => {
  sink.mode = () => 'ok';
  sink.delayMs = 0;
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
const send = (campaignId: number) => sendCampaign(at.system, { campaignId });
const recipients = () => sink.caught.map(({ to }) => to).sort();

test('N6 every confirmed reader gets an issue once, with links of her own, and the numbers add up', async () => {
  const list = await makeList(at, 120, 'once');
  const { campaignId } = await startIssue(at, list.id);
  const report = await send(campaignId);
  expect(report).toMatchObject({ sent: 120, tried: 120, trouble: null });
  expect(new Set(recipients()).size).toBe(120);
  expect(sink.caught.length).toBe(120);
  const state = await stateOf(at, campaignId);
  expect(state).toMatchObject({
    state: 'finished',
    audience: 120,
    counted: { sent: 120 },
    tally: { sent: 120 },
    addsUp: true,
  });
  const mails = await Promise.all(sink.caught.map(({ raw }) => simpleParser(raw)));
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(120);
  const oneClick = mails.map(({ headers }) => JSON.stringify(headers.get('list')));
  expect(new Set(oneClick).size).toBe(120);
  for (const { html, text } of mails) {
    expect(html).toContain('Good morning.');
    expect(text).toContain('Good morning.');
    expect(`${html}${text}`).not.toContain('{{');
  }
  // Nobody is sent to again, however often it is asked for.
  await send(campaignId);
  await keepCampaignsGoing(at.system);
  expect(sink.caught.length).toBe(120);
});

test('N6 who unsubscribed or is suppressed is left out, and counted as such', async () => {
  const list = await makeList(at, 5, 'left');
  const rows = await at.db
    .select({ id: subscribers.id, hash: subscribers.emailHash, email: subscribers.email })
    .from(subscribers)
    .innerJoin(subscriptions, eq(subscriptions.subscriberId, subscribers.id))
    .where(eq(subscriptions.listId, list.id))
    .orderBy(subscribers.id);
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error('three readers are needed');
  await at.db.insert(suppressions).values({ emailHash: first.hash, reason: 'no such mailbox' });
  await unsubscribe(at.reader, { token: unsubscribeToken(second.id, list.id) });
  const { campaignId } = await startIssue(at, list.id);
  sink.mode = (to) => (to === third.email ? 'temp' : 'ok');
  await send(campaignId);
  // She is queued for a second try and leaves the list meanwhile: the mail in the queue does not come either.
  await unsubscribe(at.reader, { token: unsubscribeToken(third.id, list.id) });
  sink.mode = () => 'ok';
  await later(120);
  await send(campaignId);
  await keepCampaignsGoing(at.system);
  expect(recipients()).toEqual(['left4@example.net', 'left5@example.net']);
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'finished',
    audience: 4,
    counted: { sent: 2, suppressed: 2 },
    addsUp: true,
  });
});

test('N7 a reader put off is tried again with growing pauses and an end; a dead address is never tried again', async () => {
  const list = await makeList(at, 3, 'put');
  const { campaignId } = await startIssue(at, list.id);
  sink.mode = (to) => (to.startsWith('put1@') ? 'temp' : to.startsWith('put2@') ? 'perm' : 'ok');
  await send(campaignId);
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'sending',
    counted: { pending: 1, failed: 1, sent: 1 },
    addsUp: true,
  });
  const pauses: number[] = [];
  for (let tries = 1; tries < 6; tries++) {
    const [row] = await at.db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.campaignId, campaignId), eq(deliveries.state, 'pending')));
    if (!row?.nextTryAt) throw new Error('put1 should wait');
    expect(row.attempts).toBe(tries);
    pauses.push(Math.round((row.nextTryAt.getTime() - row.updatedAt.getTime()) / 60_000));
    await send(campaignId);
    expect((await stateOf(at, campaignId)).counted).toMatchObject({ pending: 1 });
    await later((pauses.at(-1) ?? 0) * 60 + 1);
    await send(campaignId);
  }
  expect(pauses).toEqual([1, 5, 15, 60, 240]);
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'finished',
    counted: { failed: 2, sent: 1 },
    addsUp: true,
  });

  sink.mode = () => 'ok';
  sink.caught = [];
  const next = await startIssue(at, list.id);
  await send(next.campaignId);
  expect(recipients()).toEqual(['put1@example.net', 'put3@example.net']);
  expect((await stateOf(at, next.campaignId)).counted).toEqual({ sent: 2, suppressed: 1 });
});

test('N7 an address that refuses three issues in a row without saying why is left out of the fourth', async () => {
  const list = await makeList(at, 2, 'spam');
  for (let issue = 0; issue < 3; issue++) {
    const { campaignId } = await startIssue(at, list.id);
    sink.mode = (to) => (to.startsWith('spam1@') ? 'spam' : 'ok');
    await send(campaignId);
    expect((await stateOf(at, campaignId)).counted).toEqual({ sent: 1, failed: 1 });
  }
  const { campaignId } = await startIssue(at, list.id);
  await send(campaignId);
  expect((await stateOf(at, campaignId)).counted).toEqual({ sent: 1, suppressed: 1 });
});

test('N6 a mail whose answer was lost is unknown, never sent again by itself, and by hand only with its own Message-ID', async () => {
  const list = await makeList(at, 4, 'lost');
  const { campaignId } = await startIssue(at, list.id);
  sink.mode = (to) => (to.startsWith('lost1@') ? 'cut-after' : to.startsWith('lost2@') ? 'cut-before' : 'ok');
  await send(campaignId);
  expect((await stateOf(at, campaignId)).counted).toEqual({ sent: 2, unknown: 1, pending: 1 });
  sink.mode = () => 'ok';
  for (let hours = 0; hours < 8; hours++) {
    await later(3600);
    await keepCampaignsGoing(at.system);
    await send(campaignId);
  }
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'finished',
    counted: { sent: 3, unknown: 1 },
    addsUp: true,
  });
  expect(recipients().filter((to) => to.startsWith('lost1@'))).toHaveLength(1);

  expect(await resendUnknown(at.system, { campaignId })).toEqual({ readers: 1 });
  await send(campaignId);
  const copies = sink.caught.filter(({ to }) => to.startsWith('lost1@'));
  expect(new Set(copies.map(({ raw }) => /^message-id: .*$/im.exec(raw)?.[0])).size).toBe(1);
  expect(copies).toHaveLength(2);
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'finished',
    counted: { sent: 4 },
    addsUp: true,
  });
  await expect(resendUnknown(at.system, { campaignId })).rejects.toMatchObject({ code: 'conflict' });
});

test('N7 pause stops at once, resume goes on, cancel ends it, and the numbers add up at every moment', async () => {
  const list = await makeList(at, 400, 'stop');
  const { campaignId } = await startIssue(at, list.id);
  sink.delayMs = 10;
  const sending = send(campaignId);
  await until(() => sink.caught.length > 30);
  await pauseCampaign(at.system, { campaignId });
  const atPause = sink.caught.length;
  await sending;
  expect(sink.caught.length - atPause).toBeLessThanOrEqual(10);
  const paused = await stateOf(at, campaignId);
  expect(paused).toMatchObject({ state: 'paused', addsUp: true, counted: { sent: sink.caught.length } });
  expect(paused.counted.claimed ?? 0).toBe(0);
  expect(await send(campaignId)).toBeNull();

  await resumeCampaign(at.system, { campaignId });
  const again = send(campaignId);
  await until(() => sink.caught.length > 400 / 3);
  await cancelCampaign(at.system, { campaignId });
  const atCancel = sink.caught.length;
  await again;
  expect(sink.caught.length - atCancel).toBeLessThanOrEqual(10);
  const cancelled = await stateOf(at, campaignId);
  expect(cancelled).toMatchObject({
    state: 'cancelled',
    addsUp: true,
    counted: { sent: sink.caught.length, cancelled: 400 - sink.caught.length },
    tally: { sent: sink.caught.length, cancelled: 400 - sink.caught.length },
  });
  expect(new Set(recipients()).size).toBe(sink.caught.length);
  await expect(resumeCampaign(at.system, { campaignId })).rejects.toMatchObject({ code: 'conflict' });
});

test('N7 a relay that takes nothing from anybody is left alone for a while, said so, and nobody is given up', async () => {
  const list = await makeList(at, 30, 'away');
  const { campaignId } = await startIssue(at, list.id);
  sink.mode = () => 'no-sender';
  expect(await send(campaignId)).toMatchObject({ sent: 0, trouble: expect.stringContaining('5.7.1') });
  const held = await stateOf(at, campaignId);
  expect(held).toMatchObject({ state: 'sending', relayFailures: 1, counted: { pending: 30 }, addsUp: true });
  expect(held.trouble).toContain('this sender may not');
  const tries = sink.caught.length;
  expect(await send(campaignId)).toMatchObject({ tried: 0 });
  expect(sink.caught.length).toBe(tries);
  sink.mode = () => 'ok';
  await later(3);
  await send(campaignId);
  expect(await stateOf(at, campaignId)).toMatchObject({
    state: 'finished',
    trouble: null,
    relayFailures: 0,
    counted: { sent: 30 },
  });
  const rows = await at.db.select().from(deliveries).where(eq(deliveries.campaignId, campaignId));
  expect(new Set(rows.map(({ attempts }) => attempts))).toEqual(new Set([1]));
});

test('N6 two clicks and two timers start an issue once', async () => {
  const list = await makeList(at, 3, 'click');
  const issue = await makeIssue(at, list.id);
  const clicks = await Promise.allSettled(
    [1, 2, 3].map(() => scheduleCampaign(at.system, { ...issue, local: '' })),
  );
  expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(clicks.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
  const started = await Promise.all([1, 2, 3].map(() => startDueCampaigns(at.system)));
  expect(started.sort()).toEqual([0, 0, 1]);
  await Promise.all([1, 2, 3].map(() => send(issue.campaignId)));
  expect(sink.caught).toHaveLength(3);
});

test('N5 an issue that was missed by hours asks first; one missed by less goes out', async () => {
  const list = await makeList(at, 2, 'missed');
  const schedule = async () => {
    const issue = await makeIssue(at, list.id);
    await scheduleCampaign(at.system, { ...issue, local: '' });
    return issue.campaignId;
  };
  const late = await schedule();
  await later(7 * 3600);
  expect(await startDueCampaigns(at.system)).toBe(0);
  expect(await stateOf(at, late)).toMatchObject({
    state: 'paused',
    audience: null,
    startedAt: null,
    trouble: expect.stringContaining('due while nothing was running'),
  });
  const soon = await schedule();
  await later(3600);
  expect(await startDueCampaigns(at.system)).toBe(1);
  expect((await stateOf(at, soon)).state).toBe('sending');
  await cancelCampaign(at.system, { campaignId: soon });
  await resumeCampaign(at.system, { campaignId: late });
  await send(late);
  expect(await stateOf(at, late)).toMatchObject({ state: 'finished', counted: { sent: 2 } });
});

test('N4 what cannot be sent is refused with every reason, and a past time too', async () => {
  const list = await makeList(at, 0);
  const { campaignId, version } = await makeIssue(at, list.id, '');
  await expect(scheduleCampaign(at.system, { campaignId, version, local: '' })).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/no subject.*Nobody has confirmed/),
  });
  await expect(
    scheduleCampaign(at.system, { campaignId, version, local: '2001-01-01T08:00' }),
  ).rejects.toMatchObject({ code: 'invalid' });
  expect((await stateOf(at, campaignId)).version).toBe(version);
});

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('waited ten seconds for nothing');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
