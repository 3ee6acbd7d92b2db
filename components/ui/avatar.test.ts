import { expect, test } from 'vitest';
import { initialsOf } from './avatar';

test.each([
  ['Ida B. Wells', 'IW'],
  ['łukasz', 'Ł'],
  ['  Nellie   Bly ', 'NB'],
  ['안 수산', '안수'],
  ['', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
