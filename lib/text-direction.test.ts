import { expect, test } from 'vitest';
import { textDirection } from './text-direction';

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['ur', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en', 'ltr'],
  ['ja', 'ltr'],
  ['', 'ltr'],
  ['no language', 'ltr'],
])('R14 %j is written %s', (language, direction) => {
  expect(textDirection(language)).toBe(direction);
});
