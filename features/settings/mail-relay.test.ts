import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { closeQueue } from '@/db/queue';
import { attempts, audit, settings } from '@/db/schema';
import { cloneDatabase, staffActor, type TestDatabase } from '@/db/testing';
import { deliverMail, senderOf } from '@/lib/mailer';
import { relayFor } from '@/lib/mailer/in-force';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { forgetMailRelay, saveMailRelay, testMailInForce, testMailRelay } from './commands';
import { describeMail, relayKey } from './mail-in-force';
import { mailRelayFormInput, saveMailRelayInput, testMailRelayInput } from './mail-relay';
import { hasRelay, mailInForce } from './queries';

const account = { user: 'paper', password: 'lantern hall 9' };
let at: TestDatabase;
let sink: SmtpSink;
let guarded: SmtpSink;

beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  [sink, guarded] = [await openSmtpSink(), await openSmtpSink(0, { account })];
});
beforeEach(async () => {
  await at.db.execute(sql`truncate settings, attempts`);
});
afterEach(() => {
  sink.mode = () => 'ok';
  for (const each of [sink, guarded]) each.caught = [];
});
afterAll(async () => {
  relayFor('smtp://127.0.0.1:1').close();
  await closeQueue();
  await at.close();
  await Promise.all([sink.close(), guarded.close()]);
});

const administrator = () => at.as(staffActor('administrator', { id: 1, email: 'ada@paper.example' }));
const portOf = ({ url }: SmtpSink) => Number(new URL(url).port);
const typed = (more: Record<string, unknown> = {}) => ({
  host: '127.0.0.1',
  port: String(portOf(sink)),
  security: 'none',
  user: '',
  password: '',
  fromAddress: 'news@paper.example',
  fromName: '',
  ...more,
});
const save = (more?: Record<string, unknown>) =>
  saveMailRelay(administrator(), saveMailRelayInput.parse(typed(more)));
const tryOut = (more?: Record<string, unknown>) =>
  testMailRelay(administrator(), testMailRelayInput.parse({ ...typed(more), to: 'ada@paper.example' }));
const send = async (subject: string) => {
  const via = await mailInForce(at.system);
  await deliverMail(via, {
    to: 'reader@reader.example',
    from: senderOf(via, 'The Evening Post'),
    subject,
    html: '<p>x</p>',
    text: 'x',
  });
};
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, fields }) => ({ code, fields }),
  );

test('D19 a kept relay carries the next mail, and another one the mail after that, without a restart', async () => {
  expect(await describeMail(at.system)).toMatchObject({ origin: 'mailbox', kept: null });
  expect(await hasRelay(at.system)).toBe(false);
  await save({ fromName: 'The Desk' });
  await send('first');
  expect(sink.caught).toMatchObject([{ from: 'news@paper.example', to: 'reader@reader.example' }]);
  expect(sink.caught[0]?.raw).toContain('From: The Desk <news@paper.example>');
  await save({ port: portOf(guarded), ...account });
  await send('second');
  expect(guarded.caught).toHaveLength(1);
  expect(guarded.caught[0]?.raw).toContain('From: The Evening Post <news@paper.example>');
  expect(sink.caught).toHaveLength(1);
  await forgetMailRelay(administrator());
  await send('third');
  expect([sink.caught.length, guarded.caught.length]).toEqual([1, 1]);
});

test('D19 the password is sealed in the database, and neither the page nor the audit log tells it', async () => {
  await save({ port: portOf(guarded), ...account });
  const stored = JSON.stringify(await at.db.select().from(settings));
  const told = JSON.stringify([
    await describeMail(at.system),
    await at.db.select().from(audit).where(eq(audit.verb, 'update-mail-relay')),
  ]);
  expect(told).toContain('typed anew');
  for (const text of [stored, told]) expect(text).not.toContain(account.password);
  const [row] = await at.db
    .select({ sealed: sql<string>`value ->> 'sealedPassword'` })
    .from(settings)
    .where(eq(settings.key, relayKey));
  expect(row?.sealed).toBeTruthy();
  expect(told).not.toContain(row?.sealed);
  expect(await describeMail(at.system)).toMatchObject({ kept: { password: 'kept', user: 'paper' } });
});

test('D19 an empty password keeps the kept one, for that server and user alone', async () => {
  await save({ port: portOf(guarded), ...account });
  await save({ port: portOf(guarded), user: account.user, fromName: 'Changed' });
  await send('still signed in');
  expect(guarded.caught).toHaveLength(1);
  const elsewhere = [{ host: 'localhost' }, { port: portOf(sink) }, { user: 'another' }, { security: 'tls' }];
  for (const other of elsewhere) {
    const form = { port: portOf(guarded), user: account.user, ...other };
    const refused = { code: 'invalid', fields: { password: expect.stringContaining('nowhere else') } };
    expect(await refusalOf(save(form))).toEqual(refused);
    expect(await refusalOf(tryOut(form))).toEqual(refused);
  }
  expect(await refusalOf(save({ password: 'x' }))).toMatchObject({ fields: { user: expect.any(String) } });
  await save({ port: portOf(guarded), user: account.user, forgetPassword: 'on' });
  expect(await describeMail(at.system)).toMatchObject({ kept: { password: 'none' } });
  expect(await refusalOf(save({ port: portOf(guarded), user: account.user }))).toMatchObject({
    fields: { password: 'Type the password of this user.' },
  });
});

test('D19 a password that another AUTH_SECRET sealed is said, and mail waits instead of getting lost', async () => {
  await save({ port: portOf(guarded), ...account });
  await at.db.update(settings).set({ value: sql`jsonb_set(value, '{sealedPassword}', '"AAAA"')` });
  expect(await describeMail(at.system)).toMatchObject({ kept: { password: 'unreadable' } });
  await expect(send('waits')).rejects.toMatchObject({
    failure: 'relay',
    answer: expect.stringContaining('AUTH_SECRET'),
  });
  expect(await refusalOf(tryOut({ port: portOf(guarded), user: account.user }))).toMatchObject({
    fields: { password: expect.stringContaining('Type it again') },
  });
});

test('D19 a test goes over what is typed, before anything is kept, and tells the relay’s answer', async () => {
  const test = await tryOut({ port: portOf(guarded), ...account });
  expect(test).toEqual({
    sent: true,
    to: 'ada@paper.example',
    host: '127.0.0.1',
    answer: expect.stringMatching(/^250 /),
  });
  expect(guarded.caught).toMatchObject([{ to: 'ada@paper.example', from: 'news@paper.example' }]);
  expect(await at.db.$count(settings)).toBe(0);
  expect(await testMailInForce(administrator(), { to: 'ada@paper.example' })).toMatchObject({
    sent: true,
    host: null,
  });
});

test.each([
  ['perm', 'refuses the recipient. It said: 550 5.1.1 no such user'],
  ['no-sender', 'refuses the sender. It said: 550 5.7.1 this sender may not'],
  ['spam', 'read the mail and refused it. It said: 554 5.7.1'],
  ['temp', 'refuses the recipient. It said: 451 4.7.1'],
  ['tempdata', 'put the mail off. It said: 451 4.3.0'],
  ['cut-before', 'ended the conversation.'],
  ['banner', 'turned us away. It said: 421 4.3.2 not now'],
] as const)('D19 a relay that says %s is explained, with what to do', async (mode, sentence) => {
  sink.mode = () => mode;
  expect(await tryOut()).toEqual({
    sent: false,
    to: 'ada@paper.example',
    happened: expect.stringContaining(sentence),
    advice: expect.stringMatching(/\w{3}.*\.$/),
  });
});

/** Something that listens and is no mail server. */
async function listenAs(greeting: string): Promise<{ port: number; heard: () => string; close: () => void }> {
  let heard = '';
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    if (greeting) socket.write(greeting);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, heard: () => heard, close: () => server.close() };
}

test('D19 whoever is not there, is no mail server, wants TLS or another password is told apart', async () => {
  const locked = await openSmtpSink(0, { tls: true });
  const shell = await listenAs('SSH-2.0-secret-banner\r\n');
  const found = async (more: Record<string, unknown>) => {
    const test = await tryOut(more);
    return test.sent ? 'sent' : `${test.happened} ${test.advice}`;
  };
  expect(await found({ port: 1025, host: 'no-such-host.invalid' })).toContain('No server is known under');
  const free = await listenAs('');
  free.close();
  expect(await found({ port: free.port })).toContain('refused the connection');
  expect(await found({ port: portOf(guarded), user: 'paper', password: 'wrong' })).toContain(
    'refused the user and password. It said: 535 5.7.8',
  );
  expect(await found({ port: portOf(sink), user: 'paper', password: 'any' })).toContain('no way to sign in');
  expect(await found({ security: 'tls' })).toContain('No encrypted connection');
  expect(await found({ security: 'starttls' })).toContain('No encrypted connection');
  expect(await found({ port: portOf(locked), security: 'tls' })).toContain('certificate');
  const silent = await found({ port: shell.port });
  expect(silent).toContain('is no mail server');
  expect(silent).not.toContain('secret-banner');
  expect(shell.heard()).toBe('');
  shell.close();
  await locked.close();
});

test('D19 a server that says nothing is waited for ten seconds at most, and spoken to by nobody', async () => {
  const mute = await listenAs('');
  const test = await tryOut({ port: mute.port });
  expect(test).toMatchObject({ sent: false, happened: expect.stringContaining('did not answer') });
  expect(mute.heard()).toBe('');
  mute.close();
}, 20_000);

test('D19 tests are throttled, by person', async () => {
  for (let n = 0; n < 10; n++) expect(await tryOut()).toMatchObject({ sent: true });
  expect(await refusalOf(tryOut())).toMatchObject({ code: 'too-many' });
  expect(await at.db.$count(attempts)).toBe(10);
  expect(sink.caught).toHaveLength(10);
});

test.each([
  [{ host: 'smtp://relay.example' }, 'host', 'the name alone'],
  [{ host: 'a b' }, 'host', 'the name alone'],
  [{ host: '' }, 'host', 'Write the name'],
  [{ port: '22' }, 'port', 'do not listen there'],
  [{ port: '70000' }, 'port', 'from 1 to 65535'],
  [{ security: 'maybe' }, 'security', 'from the list'],
  [{ fromAddress: 'a@b, c@d' }, 'fromAddress', 'one e-mail address'],
])('D19 %j is refused beside its field', (more, field, sentence) => {
  const parsed = mailRelayFormInput.safeParse({ ...typed(more), intent: 'save' });
  expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    [field, expect.stringContaining(sentence)],
  ]);
});
