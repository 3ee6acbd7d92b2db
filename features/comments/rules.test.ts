import { describe, expect, test } from 'vitest';
import { submitCommentInput } from './input';
import { closesAt, type Facts, isOpen, judge, replyDepth, typedFaults } from './rules';

const plain: Facts = {
  staff: false,
  honeypotFilled: false,
  secondsToConfirm: 30,
  body: 'A fair point about the tram line.',
  sameTextCount: 0,
  recentFromNetwork: 0,
  moderation: 'first-time',
  limits: { links: 2, fromNetwork: 5 },
  trusted: false,
};

describe('C3 the checks run in order and the first verdict wins', () => {
  test.each<[string, Partial<Facts>, string]>([
    ['a first comment is held', {}, 'held'],
    ['a trusted commenter is not', { trusted: true }, 'approved'],
    [
      'nothing is trusted where everything is read first',
      { trusted: true, moderation: 'everything' },
      'held',
    ],
    ['without moderation it stands', { moderation: 'nothing' }, 'approved'],
    ['the honeypot beats trust', { trusted: true, honeypotFilled: true }, 'spam'],
    ['staff beat the honeypot', { staff: true, honeypotFilled: true }, 'approved'],
    ['a machine confirms at once', { trusted: true, secondsToConfirm: 0.4 }, 'held'],
    ['three links', { trusted: true, body: 'http://a.test https://b.test www.c.test' }, 'held'],
    ['two links', { trusted: true, body: 'http://a.test https://b.test' }, 'approved'],
    ['the same text a second time', { trusted: true, sameTextCount: 1 }, 'held'],
    ['the same text a fourth time', { trusted: true, sameTextCount: 3 }, 'spam'],
    [
      'more links where the paper lets more through',
      {
        trusted: true,
        body: 'http://a.test https://b.test www.c.test',
        limits: { links: 3, fromNetwork: 5 },
      },
      'approved',
    ],
    [
      'no link where it lets none through',
      { trusted: true, body: 'http://a.test', limits: { links: 0, fromNetwork: 5 } },
      'held',
    ],
    ['a busy network', { trusted: true, recentFromNetwork: 5 }, 'held'],
  ])('%s', (_name, facts, state) => {
    const outcome = judge({ ...plain, ...facts });
    expect(outcome.state).toBe(state);
    if (state !== 'approved') expect(outcome.reasons[0]).toMatch(/\S/);
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
