import { describe, expect, test } from 'vitest';
import { contrast, type Hex, mixed, parseHex } from './colours';
import { accentFault, groundOfAccent, isReadable, lookStyle, nearestReadable, themes, tokens } from './look';

/** Every step of the wheel, pale and strong. */
const colours = [0, 51, 102, 153, 204, 255].flatMap((red) =>
  [0, 51, 102, 153, 204, 255].flatMap((green) =>
    [0, 51, 102, 153, 204, 255].map(
      (blue): Hex => `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`,
    ),
  ),
);

describe.each(themes)('D19 an accent on %s paper', (theme) => {
  test('of any colour has a nearest one that can be read, and one that can is its own nearest', () => {
    for (const colour of colours) {
      const nearest = nearestReadable(colour, theme);
      for (const ground of ['paper', 'raised', 'sunken'] as const)
        expect(contrast(nearest, tokens[theme][ground]), colour).toBeGreaterThanOrEqual(4.5);
      if (isReadable(colour, theme)) expect(nearest).toBe(colour);
      else expect(accentFault(colour, theme)?.nearest).toBe(nearest);
    }
  });

  test('lies on a tint on which it, and ink, can be read', () => {
    for (const colour of colours.filter((each) => isReadable(each, theme))) {
      const ground = groundOfAccent(colour, theme);
      expect(contrast(colour, ground), colour).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tokens[theme].ink, ground), colour).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('D19 a faulty accent is told with its contrast, never rounded up, and with the nearest', () => {
  expect(accentFault('#e0a000', 'light')).toEqual({
    nearest: nearestReadable('#e0a000', 'light'),
    sentence: expect.stringMatching(
      /^Text in #e0a000 cannot be read on the light paper: its contrast is 2\.\d : 1/,
    ),
  });
  expect(accentFault('#0057b8', 'light')).toBeNull();
  expect(accentFault('#0057b8', 'dark')?.sentence).toContain('on the dark paper');
});

test('D19 colours are read in every usual spelling and in no other', () => {
  expect(['#ABC', 'abc', ' #AaBbCc ', '#a1241b'].map(parseHex)).toEqual([
    '#aabbcc',
    '#aabbcc',
    '#aabbcc',
    '#a1241b',
  ]);
  for (const text of [
    '',
    '#ab',
    '#abcd',
    'red',
    'url(x)',
    '#a1241b;}',
    '#a1241b\n}',
    'rgb(0 0 0)',
    '#ａ１２４１ｂ',
  ])
    expect(parseHex(text)).toBeNull();
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
});

test('D19 the style of a page is as small as what was changed', () => {
  expect(lookStyle({ light: '', dark: '' }, false)).toBe('');
  expect(lookStyle({ light: '', dark: '' }, true)).toBe('.nameplate a{color:var(--accent)}');
  expect(lookStyle({ light: '#0057b8', dark: '' }, false)).toBe(
    `:root,[data-theme]{--accent:light-dark(#0057b8,#f0897a);--accent-ground:light-dark(${groundOfAccent('#0057b8', 'light')},#38201b)}`,
  );
});
