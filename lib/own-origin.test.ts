import { expect, test } from 'vitest';
import { isOwnOrigin } from './own-origin';

test.each([
  ['https://paper.example', 'paper.example', true],
  ['https://paper.example', 'web-1:3000', true],
  ['http://web-1:3000', 'web-1:3000', true],
  ['https://evil.example', 'paper.example', false],
  ['https://paper.example.evil', 'paper.example', false],
  ['null', 'paper.example', false],
  ['null', undefined, false],
  ['data:text/html,x', '', false],
  ['', null, false],
])('A5 origin %j asked of host %j is ours: %s', (origin, host, expected) => {
  expect(isOwnOrigin(origin, host, 'https://paper.example')).toBe(expected);
});
