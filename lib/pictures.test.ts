import { expect, test } from 'vitest';
import { focalClass } from './pictures';

test.each([
  [undefined, undefined],
  [{ x: 0.5, y: 0.5 }, undefined],
  [{ x: 0.48, y: 0.1 }, 'fy1'],
  [{ x: 0, y: 1 }, 'fx0 fy10'],
  [{ x: -3, y: 7 }, 'fx0 fy10'],
  [{ x: 0.24, y: 0.5 }, 'fx2'],
])('R15 the point %j is kept in sight by %j', (focal, classes) => {
  expect(focalClass(focal)).toBe(classes);
});
