import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { themeColor } from './theme-color';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');

type Theme = 'light' | 'dark';
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

/** Contrast of two colours. Source: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
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
});
