import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from '@/lib/colours';
import { tokens as known, type Theme } from '@/lib/look';
import { themeColor } from './theme-color';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colour(name: string, theme: Theme): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no --${name} in the form the file promises`);
  return token[theme];
}

const grounds = ['paper', 'raised', 'sunken'];
const textOn: [text: string, grounds: string[]][] = [
  ...['ink', 'soft', 'muted', 'accent', 'danger', 'success', 'warning', 'info'].map(
    (text): [string, string[]] => [text, grounds],
  ),
  ['ink', ['mark', 'danger-ground', 'success-ground', 'warning-ground', 'info-ground', 'accent-ground']],
  ...['danger', 'success', 'warning', 'info', 'accent'].map((text): [string, string[]] => [
    text,
    [`${text}-ground`],
  ]),
  ['on-fill', ['fill', 'fill-hover']],
  ['on-danger-fill', ['danger-fill']],
  // The breaking bar.
  ['paper', ['accent']],
];
const seenOn: [mark: string, grounds: string[]][] = [
  ['edge', grounds],
  ['focus', grounds],
];

describe.each<Theme>(['light', 'dark'])('R14 in %s colours', (theme) => {
  test.each(textOn)('%s reads on %j at 4.5 or more', (text, on) => {
    for (const ground of on)
      expect(
        contrast(colour(text, theme), colour(ground, theme)),
        `${text} on ${ground}`,
      ).toBeGreaterThanOrEqual(4.5);
  });

  test.each(seenOn)('%s is seen on %j at 3 or more', (mark, on) => {
    for (const ground of on)
      expect(
        contrast(colour(mark, theme), colour(ground, theme)),
        `${mark} on ${ground}`,
      ).toBeGreaterThanOrEqual(3);
  });

  test("the browser's own frame has the colour of the paper", () => {
    expect(themeColor.find(({ media }) => media.includes(theme))?.color).toBe(colour('paper', theme));
  });

  test.each(Object.entries(known[theme]))('D19 what a look is held to knows --%s', (name, value) => {
    expect(value).toBe(colour(name, theme));
  });
});
