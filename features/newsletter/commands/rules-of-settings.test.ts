import { sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { consents } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { saveMailRelay, updateSettings } from '@/features/settings/commands';
import { readSettings } from '@/features/settings/queries';
import { relayFor } from '@/lib/mailer/in-force';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { consentNow } from '../consent';
import { signUpInput } from '../input';
import { makeList, startIssue, stateOf } from '../testing';
import { mailConfirmation, sendCampaign, signUp } from '.';

let at: TestDatabase;
let first: SmtpSink;
let second: SmtpSink;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  [first, second] = [await openSmtpSink(), await openSmtpSink()];
});
beforeEach(async () => {
  await at.db.execute(sql`truncate settings, consents`);
  first.caught = [];
  second.caught = [];
});
afterAll(async () => {
  relayFor('smtp://127.0.0.1:1').close();
  await closeQueue();
  await at.close();
  await Promise.all([first.close(), second.close()]);
});

const administrator = () => at.as(staffActor('administrator'));
const keepRelay = ({ url }: SmtpSink) =>
  saveMailRelay(administrator(), {
    host: '127.0.0.1',
    port: Number(new URL(url).port),
    security: 'none',
    user: '',
    password: '',
    forgetPassword: false,
    fromAddress: 'news@paper.example',
    fromName: '',
  });
const set = (wanted: Parameters<typeof updateSettings>[1]) => updateSettings(administrator(), wanted);
const keptWordings = async () =>
  (await at.db.select({ wording: consents.wording }).from(consents).orderBy(consents.id)).map(
    ({ wording }) => wording,
  );

test('D19 N1 the consent is kept in the words its reader saw, and never in words of the public', async () => {
  await makeList(at, 0);
  const seen = consentNow(await readSettings(at.reader));
  expect(seen.wording).toContain('Broadsheet by email');
  await set({ newsletterConsent: 'Write to me about the harbour.' });
  const now = consentNow(await readSettings(at.reader));
  expect(now.wording).toBe('Write to me about the harbour.');
  const sent = (email: string, consent: string, consentProof: string) =>
    signUp(at.reader, signUpInput.parse({ email, consent, consentProof }));
  await sent('new@reader.example', now.wording, now.proof);
  // Her page was made before the sentence changed.
  await sent('old-page@reader.example', seen.wording, seen.proof);
  await sent('forger@reader.example', 'I sell you my house.', now.proof);
  await sent('no-proof@reader.example', 'I sell you my house.', '');
  expect(await keptWordings()).toEqual([now.wording, seen.wording, now.wording, now.wording]);
});

test('D19 sender, answers and postal address stand on the issue and on the confirmation', async () => {
  await keepRelay(first);
  await set({
    siteName: 'The Evening Post',
    newsletterFromName: 'Ed of the Post',
    newsletterReplyTo: 'letters@paper.example',
    newsletterPostalAddress: 'Quay Street 4\n20457 Hamburg',
  });
  const list = await makeList(at, 1, 'foot');
  const { campaignId } = await startIssue(at, list.id);
  await sendCampaign(at.system, { campaignId });
  await signUp(at.reader, signUpInput.parse({ email: 'asks@reader.example', list: list.slug }));
  const [row] = await at.db.execute<{ data: { subscriberId: number; listIds: number[] } }>(
    sql`select data from pgboss.job where name = 'mail.confirm-subscription' order by created_on desc limit 1`,
  );
  if (!row) throw new Error('no job');
  await mailConfirmation(at.system, row.data);
  expect(first.caught).toHaveLength(2);
  for (const { raw } of first.caught) {
    const { from, replyTo, html, text } = await simpleParser(raw);
    expect(from?.value).toEqual([{ name: 'Ed of the Post', address: 'news@paper.example' }]);
    expect(replyTo?.text).toBe('letters@paper.example');
    for (const part of [html, text])
      expect(part).toContain('The Evening Post · Quay Street 4 · 20457 Hamburg');
  }
});

test('D19 an issue under way goes on over the relay that was set meanwhile', async () => {
  await keepRelay(first);
  const list = await makeList(at, 400, 'moving');
  const { campaignId } = await startIssue(at, list.id);
  first.delayMs = 5;
  const sending = sendCampaign(at.system, { campaignId });
  await expect.poll(() => first.caught.length).toBeGreaterThan(20);
  await keepRelay(second);
  await sending;
  first.delayMs = 0;
  expect(second.caught.length).toBeGreaterThan(0);
  const to = [...first.caught, ...second.caught].map((mail) => mail.to);
  expect(new Set(to).size).toBe(400);
  expect(to).toHaveLength(400);
  expect(await stateOf(at, campaignId)).toMatchObject({ state: 'finished', counted: { sent: 400 } });
});
