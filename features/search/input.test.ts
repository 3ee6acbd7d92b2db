import { expect, test } from 'vitest';
import { longestQuery, parseSearch, searchHref } from './input';

test('R8 an address is read leniently: what makes no sense counts as not said', () => {
  expect(parseSearch({})).toEqual({
    q: '',
    section: '',
    author: '',
    from: '',
    to: '',
    sort: 'best',
    page: 1,
    before: undefined,
  });
  expect(
    parseSearch({ q: ['first', 'second'], from: '2026-02-30', to: '2026-02-28', sort: 'worst', page: '-1' }),
  ).toMatchObject({ q: 'first', from: '', to: '2026-02-28', sort: 'best', page: 0 });
  expect(parseSearch({ q: '  a\u0000b\n c  ' }).q).toBe('a b c');
  expect(parseSearch({ q: 'x'.repeat(10_000) }).q).toHaveLength(longestQuery);
  expect(parseSearch({ q: '😀'.repeat(300) }).q.isWellFormed()).toBe(true);
});

test('R8 a search has one address, and it comes back from it', () => {
  const request = parseSearch({ q: 'harbour & “night”', section: 'news', sort: 'newest', before: '1-2' });
  const href = searchHref(request);
  expect(href).toBe('/search?q=harbour+%26+%E2%80%9Cnight%E2%80%9D&section=news&sort=newest&before=1-2');
  expect(parseSearch(Object.fromEntries(new URL(href, 'http://x').searchParams))).toEqual(request);
  expect(searchHref({})).toBe('/search');
});
