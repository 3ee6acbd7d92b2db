import { expect, test } from 'vitest';
import { longestTargetChars, readAddress } from './address';

test.each([
  ['/', '/'],
  ['/world/a-story', '/world/a-story'],
  ['/?utm_source=x&fbclid=1', '/'],
  ['/?p=12&utm_source=x', '/?p=12'],
  ['/world?p=12', '/world'],
  ['/world?before=abc&after=', '/world?before=abc'],
  ['/world?after=2&before=1', '/world?before=1&after=2'],
  ['/world?before=1&before=2', '/world?before=1'],
  ['/search?q=%20caf%C3%A9%20%20bar', '/search?q=caf%C3%A9+bar'],
  ['/search?q=a%00b', '/search?q=a+b'],
  ['/search?q[]=a&q=%ff', '/search?q=%EF%BF%BD'],
  ['/w%6frld', '/world'],
  ['/caf%c3%a9', '/caf%C3%A9'],
  ['http://elsewhere.example/world?x=1', '/world'],
  ['/__proto__?__proto__=1&constructor=2', '/__proto__'],
])('R12 %s is kept as %s', (target, key) => {
  expect(readAddress(target)).toEqual({ key, slashed: false });
});

test.each([
  ['/world/', '/world'],
  ['//evil.example/x', '/evil.example/x'],
  ['/world//a', '/world/a'],
])('R12 %s has slashes too many: %s', (target, key) => {
  expect(readAddress(target)).toEqual({ key, slashed: true });
});

test.each([
  '/%',
  '/%zz',
  '/%c3',
  '/a/../admin',
  '/a/%2e%2e/b',
  '/.',
  '/a%00b',
  '/a%0d%0ab',
  '/a\\b',
  '/a%2Fb',
  '/..%2f..%2fx',
  '*',
  '',
])('%j means nothing', (target) => {
  expect(readAddress(target)).toBe(400);
});

test('a long address is refused before it is read, a long value is cut, and reading is idempotent', () => {
  expect(readAddress(`/${'a'.repeat(longestTargetChars)}`)).toBe(414);
  const long = readAddress(`/search?q=${'%F0%9F%98%80'.repeat(300)}`);
  if (typeof long === 'number') throw new Error('refused');
  expect(decodeURIComponent(long.key.slice('/search?q='.length)).length).toBeLessThanOrEqual(201);
  expect(readAddress(long.key)).toEqual(long);
  for (const target of ['/search?q=a+b%26c', '/caf%C3%A9/%40x?before=%2B1', '/%E2%80%A8'])
    expect(readAddress(readKey(target))).toMatchObject({ key: readKey(target) });
});

function readKey(target: string): string {
  const read = readAddress(target);
  if (typeof read === 'number') throw new Error(`refused: ${target}`);
  return read.key;
}
