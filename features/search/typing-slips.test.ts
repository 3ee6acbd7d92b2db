import { expect, test } from 'vitest';
import { likeliest, oneSlipAway, slipsBetween } from './typing-slips';

test.each([
  ['storm', 'storm', 0],
  ['strom', 'storm', 1],
  ['stom', 'storm', 1],
  ['stormy', 'storm', 1],
  ['storn', 'storm', 1],
  ['morst', 'storm', 3],
  ['goverment', 'government', 1],
])('R8 from %s to %s it is %i slips', (a, b, slips) => {
  expect(slipsBetween(a, b, 2)).toBe(slips);
});

test('R8 every slip of one letter is among the strings looked up, and few others', () => {
  const away = oneSlipAway('strom');
  expect(away).toEqual(expect.arrayContaining(['storm', 'stron', 'srom', 'stroms']));
  expect(away).not.toContain('strom');
  expect(away.length).toBeLessThan(300);
  expect(oneSlipAway('шторн')).toContain('шторм');
});

test('R8 what was meant is the nearest word, then the commonest; far ones are not guessed at', () => {
  const words = [
    { word: 'stork', documents: 5 },
    { word: 'storm', documents: 90 },
    { word: 'strong', documents: 500 },
  ];
  expect(likeliest('storn', words)?.word).toBe('storm');
  expect(likeliest('xyzzy', words)).toBeNull();
  expect(likeliest('storm', [{ word: 'storm', documents: 9 }])).toBeNull();
  expect(likeliest('goverrmnent', [{ word: 'government', documents: 9 }])?.word).toBe('government');
});
