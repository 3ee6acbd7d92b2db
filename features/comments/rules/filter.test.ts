import { describe, expect, test } from 'vitest';
import { type LabelledComment, labelledComments } from '@/test/labelled-comments';
import { askFilter, type Learned, leastLessons, type Met, signsOf } from './filter';

function learn(lessons: readonly LabelledComment[]): Learned {
  const totals = { good: 0, spam: 0 };
  const signs = new Map<string, Met>();
  for (const lesson of lessons) {
    const kind = lesson.spam ? 'spam' : 'good';
    totals[kind]++;
    for (const sign of signsOf(lesson)) {
      const met = signs.get(sign) ?? { good: 0, spam: 0 };
      signs.set(sign, { ...met, [kind]: met[kind] + 1 });
    }
  }
  return { totals, signs };
}

const set = labelledComments();
const learned = learn(set.lessons);
const ask = (comment: { name: string; body: string }) => askFilter(signsOf(comment), learned);

/** How many of what it calls spam is spam, and how many of the spam it calls so, in per cent. */
function judged(comments: readonly LabelledComment[], from: number) {
  const called = comments.filter((comment) => (ask(comment)?.spam ?? 0) >= from);
  const right = called.filter(({ spam }) => spam).length;
  const all = comments.filter(({ spam }) => spam).length;
  return { precision: (100 * right) / called.length, recall: (100 * right) / all };
}

describe('C3 the filter, on comments it has never seen', () => {
  test('the set is large, repeatable, and nothing asked was a lesson', () => {
    const asked = [...set.sentences, ...set.families, ...set.hard];
    expect(set.lessons.length + asked.length).toBeGreaterThanOrEqual(2_000);
    expect(labelledComments()).toEqual(set);
    const lessons = new Set(set.lessons.map(({ body }) => body));
    expect(asked.filter(({ body }) => lessons.has(body))).toEqual([]);
  });

  test.each([
    ['other sentences of the families it learned', set.sentences, 0.98, 99, 80],
    ['other sentences of the families it learned', set.sentences, 0.8, 98, 90],
    ['families of which it learned nothing', set.families, 0.98, 99, 70],
    ['families of which it learned nothing', set.families, 0.8, 98, 85],
  ] as const)('%s: at %#', (_name, comments, from, precision, recall) => {
    const found = judged(comments, from);
    expect(found.precision).toBeGreaterThanOrEqual(precision);
    expect(found.recall).toBeGreaterThanOrEqual(recall);
  });

  test('of good comments near the line hardly one is called spam outright', () => {
    const wrong = set.hard.filter((comment) => !comment.spam && (ask(comment)?.spam ?? 0) >= 0.98);
    expect(wrong.length).toBeLessThanOrEqual(1);
  });
});

test('C3 it says nothing before it learned enough of both kinds', () => {
  const few = (totals: Met) =>
    askFilter(['bonus'], { totals, signs: new Map([['bonus', { good: 0, spam: 9 }]]) });
  expect(few({ good: leastLessons - 1, spam: 500 })).toBeNull();
  expect(few({ good: 500, spam: leastLessons - 1 })).toBeNull();
  expect(few({ good: leastLessons, spam: leastLessons })?.spam).toBeGreaterThan(0.9);
});

test('C3 it names what speaks for its opinion, and no single sign makes it sure', () => {
  const totals = { good: 1_000, spam: 1_000 };
  const signs = new Map<string, Met>([
    ['bonus', { good: 0, spam: 900 }],
    ['<a link>', { good: 50, spam: 700 }],
    ['tram', { good: 400, spam: 0 }],
  ]);
  const one = askFilter(['bonus', 'never met'], { totals, signs });
  expect(one?.spam).toBeLessThan(0.98);
  expect(one?.because).toEqual(['bonus']);
  expect(askFilter(['bonus', '<a link>'], { totals, signs })?.because).toEqual(['bonus', '<a link>']);
  expect(askFilter(['tram'], { totals, signs })).toMatchObject({ because: ['tram'] });
  expect(askFilter(['bonus', 'tram'], { totals, signs })?.spam).toBeCloseTo(0.5, 1);
  expect(askFilter(['never met'], { totals, signs })).toEqual({ spam: 0.5, because: [] });
});

test('C3 the signs of a comment: its words in pairs, numbers by length, links and manner; never more than 150', () => {
  const signs = signsOf({ name: 'SEO Pro', body: 'WIN 500 NOW AT HTTPS://WWW.Lucky.example/x !!!' });
  for (const sign of [
    'name seo',
    'win',
    '###',
    'win ###',
    '<link to lucky.example>',
    '<a link>',
    '<loud marks>',
    '<in capitals>',
  ])
    expect(signs).toContain(sign);
  expect(signsOf({ name: '', body: 'pay at cheap-pills.example/buy' })).toContain(
    '<an address without http>',
  );
  expect(signsOf({ name: '', body: 'It was over.Then it began, at a.m. or so.' })).not.toContain(
    '<an address without http>',
  );
  expect(signsOf({ name: '', body: 'bоnus' })).toContain('<letters of two scripts in a word>');
  expect(
    signsOf({
      name: 'n '.repeat(80),
      body: 'word '.repeat(5) + Array.from({ length: 900 }, (_, n) => `w${'x'.repeat(n % 40)}`).join(' '),
    }).length,
  ).toBeLessThanOrEqual(150);
  expect(signsOf({ name: '', body: '' })).toEqual([]);
});
