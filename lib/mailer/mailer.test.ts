import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { createElement as h } from 'react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseEmailAddress } from '@/lib/email-address';
import { openSmtpSink, type SmtpSink } from '@/test/smtp-sink';
import { readEnv } from '../env';
import { readToken, signToken } from '../signed-token';
import { composeMail, prepareLetter } from './compose';
import { readDkim } from './dkim';
import { deliverMail, listMailbox, mailBy, readMailbox } from './index';
import { SmtpRelay } from './relay';
import { renderMail } from './render';
import { isSubmitError } from './submit-error';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
process.env.MAIL_FROM = 'The Paper <news@example.org>';
process.env.DKIM_DOMAIN = 'example.org';
process.env.DKIM_SELECTOR = 'k1';
process.env.DKIM_PRIVATE_KEY = keys.privateKey;

const verify = (raw: Buffer) =>
  dkimVerify(raw, {
    resolver: async () => [[`v=DKIM1; k=rsa; p=${keys.publicKey.toString('base64')}`]],
  });
const mail = {
  from: { name: 'The Paper', address: 'news@example.org' },
  to: 'reader@example.net',
  subject: 'Grüße aus der Redaktion',
  html: `<p>${'Long enough to be folded. '.repeat(40)}</p>`,
  text: 'Long enough.\n.\nA dot on its own line.',
  listUnsubscribe: 'https://example.org/api/unsubscribe/abc',
  listId: { name: 'Morning', id: 'morning.example.org' },
};

test('N9 the signature covers both unsubscribe headers, and tampering with either breaks it', async () => {
  const { raw } = await composeMail(mail);
  const [signature] = (await verify(raw)).results;
  expect(signature?.status.result).toBe('pass');
  const covered = signature?.signingHeaders?.keys?.toLowerCase().split(/[:\s]+/);
  expect(covered).toEqual(
    expect.arrayContaining([
      'list-unsubscribe',
      'list-unsubscribe-post',
      'list-id',
      'from',
      'to',
      'subject',
      'message-id',
    ]),
  );
  for (const [from, to] of [
    ['List-Unsubscribe=One-Click', 'List-Unsubscribe=Other'],
    ['/api/unsubscribe/abc', '/api/unsubscribe/abd'],
  ] as const) {
    const forged = Buffer.from(raw.toString('latin1').replace(from, to), 'latin1');
    expect((await verify(forged)).results[0]?.status.result).toBe('fail');
  }
  const parsed = await simpleParser(raw);
  expect(parsed.subject).toBe(mail.subject);
  expect(parsed.html).toContain('Long enough to be folded.');
});

const awkward = [
  'two  spaces, a tab\t, trailing spaces   ',
  '.',
  '..dots first',
  'From the start',
  '='.repeat(200),
  `https://example.org/${'a'.repeat(300)}?b=c&d=é`,
  'Ünïcödé — “quotes” 你好 🗞️'.repeat(8),
  '',
  ' indented',
  '{{slot}}{{slot}} and {{slot}}',
].join('\n');

test('N9 any text arrives as it was written, signed, with the reader’s own words in its slots', async () => {
  const write = prepareLetter({ ...mail, text: awkward, html: `<pre>${awkward}</pre>`, slots: ['{{slot}}'] });
  for (const fill of ['', 'x', `https://example.org/${'t'.repeat(400)}=`]) {
    const { raw } = await write({ to: 'reader@example.net', fills: new Map([['{{slot}}', fill]]) });
    const wanted = awkward.replaceAll('{{slot}}', fill);
    const { text, html } = await simpleParser(raw);
    expect(text).toBe(wanted);
    expect(html).toBe(`<pre>${wanted}</pre>`);
    expect((await verify(raw)).results[0]?.status.result).toBe('pass');
    expect(
      raw
        .toString('latin1')
        .split('\r\n')
        .filter((line) => line.length > 76 && !/^(DKIM|List-Uns| *<?https| h=| bh=)/.test(line)),
    ).toEqual([]);
  }
});

test('N9 the name of a list in another script keeps its id readable', async () => {
  const { raw } = await composeMail({
    ...mail,
    listId: { name: 'Früh "am" <Morgen>', id: 'früh.example.org' },
  });
  expect(raw.toString()).toMatch(/^List-Id: =\?UTF-8\?Q\?.*\?= <frh\.example\.org>\r$/im);
});

test('N9 a key that cannot sign is said at once', () => {
  const read = (more: Record<string, string>) => () =>
    readDkim(readEnv({ AUTH_SECRET: 'x'.repeat(40), ...more }));
  expect(read({})()).toBeNull();
  expect(read({ DKIM_DOMAIN: 'example.org' })).toThrow('must be set together');
  expect(
    read({ DKIM_DOMAIN: 'a.org', DKIM_SELECTOR: 'k', DKIM_PRIVATE_KEY: '-----BEGIN nonsense' }),
  ).toThrow();
  const inOneLine = keys.privateKey.replaceAll('\n', '\\n');
  expect(read({ DKIM_DOMAIN: 'a.org', DKIM_SELECTOR: 'k', DKIM_PRIVATE_KEY: inOneLine })()?.key.type).toBe(
    'private',
  );
});

const hostile: string[] = [
  'Name\r\nBcc: victim@example.net',
  'Name\nBcc: victim@example.net',
  'Name\rBcc: victim@example.net',
  'Name\u2028Bcc: victim@example.net',
  'Name\0\r\n\r\n<p>body</p>',
];
test.each(hostile)('A5 line breaks in %j add no header, recipient or body', async (text) => {
  const { raw, envelope } = await composeMail({
    ...mail,
    to: { name: text, address: 'reader@example.net' },
    from: { name: text, address: 'news@example.org' },
    subject: text,
    messageId: `<${text}@example.org>`,
    listId: { name: text, id: text },
    headers: { 'X-Issue': text },
  });
  expect(envelope).toEqual({ from: 'news@example.org', to: ['reader@example.net'] });
  const { headers } = await simpleParser(raw);
  const plain = await composeMail({ ...mail, headers: { 'X-Issue': 'plain' } });
  expect([...headers.keys()]).toEqual([...(await simpleParser(plain.raw)).headers.keys()]);
});

test.each([
  ['a@example.org', 'a@example.org'],
  ['A@EXAMPLE.ORG', 'A@example.org'],
  ["o'brien+news@mail.example.co.uk", "o'brien+news@mail.example.co.uk"],
  ['  a@example.org ', 'a@example.org'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['@example.org', null],
  ['a@b', null],
  ['a@example..org', null],
  ['a@-example.org', null],
  ['a..b@example.org', null],
  ['a@1.2.3.4', null],
  ['a@[127.0.0.1]', null],
  ['"a b"@example.org', null],
  ['<a@example.org>', null],
  ['a@example.org, b@example.org', null],
  ['a@example.org\r\nBcc: victim@example.net', null],
  ['a@example.org\u200b', null],
  ['a@exam\u200bple.org', null],
  ['用户@例子.广告', null],
  ['javascript:alert(1)@example.org', null],
  [`${'a'.repeat(65)}@example.org`, null],
  [`a@${'b'.repeat(300)}.org`, null],
  ['a@'.repeat(5000), null],
])('N1 the address %j is read as %j', (typed, wanted) => {
  expect(parseEmailAddress(typed)).toBe(wanted);
});

test('N2 a token is worth nothing for another purpose, changed, or cut', () => {
  const token = signToken('unsubscribe', [7, 12]);
  expect(readToken('unsubscribe', token)).toEqual([7, 12]);
  expect(readToken('confirm', token)).toBeNull();
  const [body, signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify([8, 12])).toString('base64url');
  for (const wrong of [
    `${forged}.${signature}`,
    `${body}.`,
    `${body}`,
    '',
    '.',
    `${token}x`,
    `${token}.x`,
    'x'.repeat(9999),
  ])
    expect(readToken('unsubscribe', wrong)).toBeNull();
});

test('N9 the text of a template says what its HTML says, without what is hidden', async () => {
  const { text, html } = await renderMail(
    h(
      'html',
      null,
      h('head', null, h('title', null, 'No'), h('style', null, 'p{}')),
      h(
        'body',
        null,
        h('div', { 'aria-hidden': true }, 'Preheader'),
        h('h1', null, h('a', { href: 'https://example.org/bread' }, 'Bread & roses')),
        h(
          'p',
          null,
          'A ',
          h('b', null, '“word”'),
          ' from ',
          h('a', { href: 'https://example.org/?a=1&b=2' }, 'us'),
          '.',
        ),
        h('ul', null, h('li', null, 'one'), h('li', null, 'two <3')),
        h('a', { href: 'https://example.org/harbour' }, h('img', { src: 'x', alt: 'A harbour' })),
        h('table', null, h('tbody', null, h('tr', null, h('td', null, 'left'), h('td', null, 'right')))),
      ),
    ),
  );
  expect(html.startsWith('<!doctype html><html>')).toBe(true);
  expect(text).toBe(
    'Bread & roses\nhttps://example.org/bread\n\nA “word” from us (https://example.org/?a=1&b=2).\n\n- one\n- two <3\n\n[A harbour]\n\nleft\nright\n',
  );
});

test('N7 without a relay mail is kept whole in the mailbox, and only its own names are read', async () => {
  const { messageId, answer } = await deliverMail(mailBy(null), mail);
  expect(answer).toMatch(/^kept as \d{13}-[0-9a-f]{12}\.eml$/);
  const [newest] = await listMailbox({ limit: 1 });
  expect((await readMailbox(newest?.id ?? ''))?.toString()).toContain(messageId);
  const { messageId: second } = await deliverMail(mailBy(null), mail);
  const [first] = await listMailbox({ limit: 1 });
  expect((await listMailbox({ limit: 1, before: first?.id }))[0]?.id).toBe(newest?.id);
  expect(second).not.toBe(messageId);
  for (const id of [
    '../auth-secret',
    '..%2Fauth-secret',
    '',
    'x',
    `${newest?.id}.part`,
    '0000000000000-000000000000',
  ])
    expect(await readMailbox(id)).toBeNull();
});

let sink: SmtpSink;
let relay: SmtpRelay;
beforeAll(async () => {
  sink = await openSmtpSink();
  relay = new SmtpRelay(sink.url, { maxConnections: 2 });
});
afterEach(() => {
  sink.mode = () => 'ok';
});
afterAll(async () => {
  relay.close();
  await sink.close();
});

const submit = async (mayBegin?: () => boolean) => {
  try {
    return await relay.submit(await composeMail(mail), mayBegin);
  } catch (error) {
    if (isSubmitError(error))
      return { failure: error.failure, code: error.replyCode, status: error.statusCode };
    throw error;
  }
};

test.each([
  ['temp', { failure: 'refused', code: 451, status: '4.7.1' }],
  ['perm', { failure: 'refused', code: 550, status: '5.1.1' }],
  ['spam', { failure: 'refused', code: 554, status: '5.7.1' }],
  ['tempdata', { failure: 'refused', code: 451, status: '4.3.0' }],
  ['no-sender', { failure: 'relay', code: 550, status: '5.7.1' }],
  ['cut-before', { failure: 'cut' }],
  ['cut-after', { failure: 'unknown' }],
] as const)('N6 a relay that says %s is told apart, and the next mail goes through', async (mode, wanted) => {
  sink.caught = [];
  sink.mode = (to) => (to === '' && mode !== 'no-sender' ? 'ok' : mode);
  expect(await submit()).toMatchObject(wanted);
  // nodemailer's own pool would have sent it again by itself.
  expect(sink.caught.length).toBe(mode === 'cut-after' ? 1 : 0);
  sink.mode = () => 'ok';
  expect(await submit()).toMatch(/^250/);
});

test('N6 a mail held back after the go-ahead leaves nothing at the server', async () => {
  sink.caught = [];
  expect(await submit(() => false)).toMatchObject({ failure: 'withheld' });
  expect(sink.caught).toEqual([]);
  expect(await submit(() => true)).toMatch(/^250/);
});

test('N7 a relay that is not there, or turns everybody away, is named as such', async () => {
  const away = new SmtpRelay('smtp://127.0.0.1:1');
  await expect(away.submit(await composeMail(mail))).rejects.toMatchObject({ failure: 'relay' });
  const closed = await openSmtpSink();
  closed.mode = () => 'banner';
  const turned = new SmtpRelay(closed.url);
  await expect(turned.submit(await composeMail(mail))).rejects.toMatchObject({ failure: 'relay' });
  await closed.close();
});

test('N6 many mails share few connections and each arrives once', async () => {
  sink.caught = [];
  sink.underWay.most = 0;
  sink.delayMs = 2;
  const mails = await Promise.all(
    Array.from({ length: 250 }, (_, i) => composeMail({ ...mail, to: `r${i}@example.net` })),
  );
  await Promise.all(mails.map((one) => relay.submit(one)));
  sink.delayMs = 0;
  expect(new Set(sink.caught.map(({ to }) => to)).size).toBe(250);
  expect(sink.caught.length).toBe(250);
  expect(sink.underWay.most).toBeLessThanOrEqual(2);
});
