import { expect, test } from 'vitest';
import { holds } from './conditional';

test.each([
  ['"abc"', '"abc"', true],
  ['W/"abc"', '"abc"', true],
  ['"abc"', 'W/"abc"', true],
  ['"x", W/"abc" , "y"', 'W/"abc"', true],
  ['*', '"abc"', true],
  [' * ', '"abc"', true],
  ['"abcd"', '"abc"', false],
  ['abc', '"abc"', false],
  ['"x*"', '"abc"', false],
  ['', '"abc"', false],
  [null, '"abc"', false],
  [undefined, '"abc"', false],
])('R9 If-None-Match %j on %s: held %s', (held, etag, expected) => {
  expect(holds(held, etag)).toBe(expected);
});
