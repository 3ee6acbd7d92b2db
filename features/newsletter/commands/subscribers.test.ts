import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { lists, subscribers, suppressions } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { emailHash } from '@/lib/email-address';
import { relay } from '@/lib/mailer';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { signUpInput } from '../input';
import { confirmToken } from '../links';
import { startIssue, stateOf } from '../testing';
import {
  addSubscriber,
  confirmSubscription,
  eraseSubscriber,
  sendCampaign,
  signUp,
  suppressSubscriber,
  unsuppressSubscriber,
} from '.';

let at: TestDatabase;
let sink: SmtpSink;
let listId: number;

beforeAll(async () => {
  sink = await openSmtpSink();
  process.env.SMTP_URL = sink.url;
  at = await cloneDatabase(inject('templateUrl'));
  const [first] = await at.db.select({ id: lists.id }).from(lists);
  listId = first?.id ?? 0;
});
afterAll(async () => {
  relay()?.close();
  await closeQueue();
  await at.close();
  await sink.close();
});

test('N8 an erased reader leaves no address behind, is not imported again, and may come back by herself', async () => {
  const editor = at.as({ kind: 'system', name: 'test' });
  const { id } = await addSubscriber(editor, { email: 'erase@example.org', listId, consent: 'on paper' });
  const { campaignId } = await startIssue(at, listId);
  await sendCampaign(at.system, { campaignId });
  const before = await stateOf(at, campaignId);
  await eraseSubscriber(editor, { subscriberId: id });
  const [found] = await at.db.execute<{ n: string }>(sql`
    select (select count(*) from subscribers where email ilike '%erase@example%')
      + (select count(*) from deliveries where email ilike '%erase@example%')
      + (select count(*) from consents where subscriber_id = ${id}) as n`);
  expect(Number(found?.n)).toBe(0);
  expect(await stateOf(at, campaignId)).toMatchObject({ addsUp: true, counted: before.counted });
  await expect(
    addSubscriber(editor, { email: 'erase@example.org', listId, consent: 'on paper' }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await signUp(at.reader, signUpInput.parse({ email: 'erase@example.org' }));
  const [back] = await at.db
    .select()
    .from(subscribers)
    .where(eq(subscribers.emailHash, emailHash('erase@example.org')));
  const askedAt = Math.floor(Date.now() / 1000);
  const token = confirmToken({ subscriberId: back?.id ?? 0, askedAt, listIds: [listId] });
  await confirmSubscription(at.reader, { token, networkHash: null });
  expect(await at.db.$count(suppressions)).toBe(0);
  await addSubscriber(editor, { email: 'erase@example.org', listId, consent: 'on paper' });
});

test('N8 what the desk stops stays stopped until the desk lifts it', async () => {
  const { id } = await addSubscriber(at.system, { email: 'stop@example.org', listId, consent: 'on paper' });
  await suppressSubscriber(at.system, { subscriberId: id });
  sink.caught = [];
  const { campaignId } = await startIssue(at, listId);
  await sendCampaign(at.system, { campaignId });
  expect(sink.caught.map(({ to }) => to)).not.toContain('stop@example.org');
  expect((await stateOf(at, campaignId)).counted.suppressed).toBeGreaterThan(0);
  await unsuppressSubscriber(at.system, { subscriberId: id });
  expect(await at.db.$count(suppressions, eq(suppressions.emailHash, emailHash('stop@example.org')))).toBe(0);
});

test('A3 only administrators change who is on a list', async () => {
  for (const role of ['contributor', 'author', 'editor'] as const) {
    const ctx = at.as(staffActor(role));
    await expect(
      addSubscriber(ctx, { email: 'a@example.org', listId, consent: 'paper' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(eraseSubscriber(ctx, { subscriberId: 1 })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(suppressSubscriber(ctx, { subscriberId: 1 })).rejects.toMatchObject({ code: 'forbidden' });
  }
});
