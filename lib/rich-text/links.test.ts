import { expect, test } from 'vitest';
import { addressesIn, safeHref } from './links';

const found = (text: string) => addressesIn(text).map((address) => [address.text, address.href]);

test.each([
  ['See https://example.org/a.', [['https://example.org/a', 'https://example.org/a']]],
  ['(https://example.org/a_(b))', [['https://example.org/a_(b)', 'https://example.org/a_(b)']]],
  ['“www.example.org”, they say', [['www.example.org', 'https://www.example.org/']]],
  ['http://a.example?x=1&y=2!', [['http://a.example?x=1&y=2', 'http://a.example/?x=1&y=2']]],
  [
    'one https://a.example, two https://b.example',
    [
      ['https://a.example', 'https://a.example/'],
      ['https://b.example', 'https://b.example/'],
    ],
  ],
])('D1 addresses in %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'https://',
  'www.',
  'wwww.x',
  'me@www.example.org',
  'javascript:alert(1)',
  'https://user:word@a.example',
  'a.b',
  '',
])('D1 %j is no address', (text) => {
  expect(found(text)).toEqual([]);
});

test('D1 where an address stands is told', () => {
  const text = 'Read https://a.example now';
  const [address] = addressesIn(text);
  expect(text.slice(address?.index, (address?.index ?? 0) + (address?.text.length ?? 0))).toBe(
    'https://a.example',
  );
});

test.each(['/.//elsewhere.example', './/elsewhere.example', 'a/../..//elsewhere.example'])(
  'A5 %j stays within the site, read once or twice',
  (written) => {
    expect(safeHref(written)).toBe('/elsewhere.example');
    expect(safeHref('/elsewhere.example')).toBe('/elsewhere.example');
  },
);
