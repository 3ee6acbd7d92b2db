import { describe, expect, test } from 'vitest';
import { submitCommentInput } from '../input';
import { closesAt, type Facts, isOpen, judge, replyDepth, typedFaults } from '.';

const limits: Facts['limits'] = {
  links: 2,
  secondsToConfirm: 3,
  sameText: 3,
  likenessPercent: 80,
  fromNetwork: 5,
  fromAddress: 5,
  flood: 100,
  suspectPercent: 80,
  spamPercent: 98,
};
const plain: Facts = {
  staff: false,
  honeypotFilled: false,
  secondsToConfirm: 30,
  links: 0,
  blockedWords: [],
  suspectWords: [],
  sameText: 0,
  likenessPercent: 0,
  recent: { fromNetwork: 0, fromAddress: 0, everywhere: 0 },
  filter: null,
  trusted: false,
  moderation: 'first-time',
  limits,
};
const trusted = { trusted: true };
const recent = (more: Partial<Facts['recent']>) => ({ recent: { ...plain.recent, ...more } });
const filter = (spam: number) => ({ filter: { spam, because: ['bonus', '<a link>'] } });

describe('C3 the checks run in order and the first verdict wins', () => {
  test.each<[string, Partial<Facts>, string, string[]]>([
    ['a first comment is held', {}, 'held', ['New commenter']],
    ['a trusted commenter is not', trusted, 'approved', []],
    [
      'nothing is trusted where everything is read first',
      { ...trusted, moderation: 'everything' },
      'held',
      ['Every comment is read first'],
    ],
    ['without moderation it stands', { moderation: 'nothing' }, 'approved', []],
    [
      'the honeypot beats trust',
      { ...trusted, honeypotFilled: true },
      'spam',
      ['Filled in the field that people do not see'],
    ],
    [
      'staff beat the honeypot and every list',
      { staff: true, honeypotFilled: true, blockedWords: ['x'] },
      'approved',
      [],
    ],
    [
      'a blocked word beats trust',
      { ...trusted, blockedWords: ['casino', 'buy now'] },
      'spam',
      ['Blocked: “casino”, “buy now”'],
    ],
    ['a suspect word holds', { ...trusted, suspectWords: ['idiot*'] }, 'held', ['Suspect: “idiot*”']],
    [
      'a machine confirms at once',
      { ...trusted, secondsToConfirm: 0.4 },
      'held',
      ['Confirmed within 3 seconds'],
    ],
    ['three links', { ...trusted, links: 3 }, 'held', ['3 links']],
    ['two links', { ...trusted, links: 2 }, 'approved', []],
    [
      'one link where none is let through',
      { ...trusted, links: 1, limits: { ...limits, links: 0 } },
      'held',
      ['1 link'],
    ],
    [
      'the same text a second time',
      { ...trusted, sameText: 1, likenessPercent: 100 },
      'held',
      ['Same text was posted in the last day'],
    ],
    ['the same text a fourth time', { ...trusted, sameText: 3 }, 'spam', ['Same text 3 times in a day']],
    [
      'nearly the same text',
      { ...trusted, likenessPercent: 91 },
      'held',
      ['Nearly the text of another comment (91 %)'],
    ],
    ['a text that is alike, but less', { ...trusted, likenessPercent: 79 }, 'approved', []],
    [
      'a busy network',
      { ...trusted, ...recent({ fromNetwork: 5 }) },
      'held',
      ['5 comments from this network in ten minutes'],
    ],
    [
      'a busy address',
      { ...trusted, ...recent({ fromAddress: 5 }) },
      'held',
      ['5 comments under this address in ten minutes'],
    ],
    [
      'a flood holds even the trusted',
      { ...trusted, ...recent({ everywhere: 100 }) },
      'held',
      ['A flood: 100 comments in five minutes'],
    ],
    [
      'what reads like spam',
      { ...filter(0.991), moderation: 'nothing' },
      'spam',
      ['Reads like spam (99 %): “bonus”, “<a link>”'],
    ],
    [
      'but only held of the trusted',
      { ...trusted, ...filter(0.991) },
      'held',
      ['Reads like spam (99 %): “bonus”, “<a link>”'],
    ],
    [
      'what reads a little like spam',
      { ...filter(0.85), moderation: 'nothing' },
      'held',
      ['Reads like spam (85 %): “bonus”, “<a link>”'],
    ],
    ['what the filter is not sure of', { ...trusted, ...filter(0.79) }, 'approved', []],
    [
      'every check that agrees is told, in order',
      { links: 3, ...recent({ fromNetwork: 6 }) },
      'held',
      ['3 links', '6 comments from this network in ten minutes', 'New commenter'],
    ],
    [
      'those that do not agree are not',
      { links: 3, honeypotFilled: true },
      'spam',
      ['Filled in the field that people do not see'],
    ],
  ])('%s', (_name, facts, state, reasons) => {
    expect(judge({ ...plain, ...facts })).toEqual({ state, reasons });
  });
});

test('C1 replies nest three deep and stay flat from there', () => {
  expect([0, 1, 2, 3].map(replyDepth)).toEqual([1, 2, 3, 3]);
});

test('C2 each field that is wrong is named, and only that', () => {
  const good = { name: 'Ada', email: 'ada@example.test', body: 'Yes.' };
  expect(typedFaults(good, false)).toEqual({});
  expect(typedFaults({ name: '', email: '', body: '' }, false)).toEqual({
    name: 'missing',
    email: 'missing',
    body: 'missing',
  });
  expect(typedFaults({ ...good, body: 'x'.repeat(5001) }, false)).toEqual({ body: 'tooLong' });
  for (const email of [
    'a@b',
    'a b@c.test',
    'a@x.test,b@y.test',
    'Ada <a@x.test>',
    'a@x.test\nBcc: b@y.test',
  ]) {
    expect(typedFaults({ ...good, email }, false), email).toEqual({ email: 'badEmail' });
  }
  expect(typedFaults({ name: '', email: '', body: 'Signed in.' }, true)).toEqual({});
});

test('C6 a discussion closes by policy and by age', () => {
  const firstLiveAt = new Date('2026-01-01T00:00:00Z');
  const open = { policy: 'open' as const, firstLiveAt };
  expect(isOpen(open, 0, new Date('2030-01-01'))).toBe(true);
  expect(isOpen(open, 14, new Date('2026-01-14T23:59:59Z'))).toBe(true);
  expect(isOpen(open, 14, new Date('2026-01-15T00:00:00Z'))).toBe(false);
  expect(closesAt(open, 14)?.toISOString()).toBe('2026-01-15T00:00:00.000Z');
  expect(isOpen({ ...open, policy: 'closed' }, 0, firstLiveAt)).toBe(false);
});

test('C2 what is typed is kept exactly, but for control characters and line ends', () => {
  const parse = (more: object) =>
    submitCommentInput.safeParse({ articleId: '7', name: 'A', email: 'a@b.test', body: 'x', ...more });
  expect(parse({ body: '  <b>hi</b>\r\nthere\u0000 "\u2028" 👩‍👩‍👧 ' }).data?.body).toBe(
    '<b>hi</b>\nthere "\u2028" 👩‍👩‍👧',
  );
  expect(parse({ name: 'Ada\nLovelace\u0007' }).data?.name).toBe('Ada Lovelace');
  for (const wrong of [
    { body: ['a', 'b'] },
    { articleId: 'NaN' },
    { articleId: '-1' },
    { articleId: '9007199254740993' },
    { parentId: 'x' },
    { body: 'x'.repeat(100_001) },
    { name: null },
  ]) {
    expect(parse(wrong).success, JSON.stringify(wrong).slice(0, 60)).toBe(false);
  }
});
