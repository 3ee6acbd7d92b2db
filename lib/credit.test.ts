import { expect, test } from 'vitest';
import { splitCredit } from './credit';

test.each([
  [
    'Kim inspects a drill. (Image Credit: Korean Central News Agency)',
    'Kim inspects a drill.',
    'Korean Central News Agency',
  ],
  [
    'Seoae Ryu Sung-ryong (bottom), USS Theodore Roosevelt (CVN-71) (center), on April 11. (Image Credit: South Korean Navy/via Yonhap)',
    'Seoae Ryu Sung-ryong (bottom), USS Theodore Roosevelt (CVN-71) (center), on April 11.',
    'South Korean Navy/via Yonhap',
  ],
  ['At the talks (photo: Ana Ruiz (Reuters)).', 'At the talks', 'Ana Ruiz (Reuters)'],
  ['(Credit: NASA)', '', 'NASA'],
  ['(IMAGE CREDIT：新华社)', '', '新华社'],
  ['The carrier (CVN-71)', 'The carrier (CVN-71)', ''],
  ['Unbalanced Image Credit: X)', 'Unbalanced Image Credit: X)', ''],
  ['Nothing named (Image Credit: )', 'Nothing named (Image Credit: )', ''],
  ['Mid (Image Credit: X) sentence', 'Mid (Image Credit: X) sentence', ''],
  ['', '', ''],
])('R4 %j', (given, caption, credit) => {
  expect(splitCredit(given)).toEqual({ caption, credit });
});

// Whatever grows with the square of these lengths takes hours, on any machine; what does not, milliseconds.
test('R4 a hostile caption costs no time', { timeout: 60_000 }, () => {
  for (const text of [
    '('.repeat(1e6),
    ')'.repeat(1e6),
    `(${'a'.repeat(1e6)})`,
    `${'('.repeat(5e5)}${')'.repeat(5e5)}`,
  ]) {
    expect(splitCredit(text).caption.length).toBeLessThanOrEqual(text.length);
  }
});
