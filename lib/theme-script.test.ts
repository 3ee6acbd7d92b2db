import { createContext, runInContext } from 'node:vm';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { themeScript } from './theme-script';

/** Runs the script on a page whose storage holds `stored`; gives what it set. */
function themeAfter(localStorage: object): string | undefined {
  const dataset: { theme?: string } = {};
  runInContext(themeScript, createContext({ localStorage, document: { documentElement: { dataset } } }));
  return dataset.theme;
}

test('R14 the one inline script sets a chosen theme and nothing else', () => {
  expect(themeAfter({ theme: 'dark' })).toBe('dark');
  expect(themeAfter({ theme: 'light' })).toBe('light');
  expect(themeAfter({})).toBeUndefined();
  expect(themeAfter({ theme: '"><script>' })).toBeUndefined();
});

test('R14 a browser that refuses storage still gets its page', () => {
  const refusing = Object.defineProperty({}, 'theme', {
    get: () => {
      throw new Error('SecurityError');
    },
  });
  expect(themeAfter(refusing)).toBeUndefined();
});

test('A5 the inline script reaches the page byte for byte, so that its hash holds, in 200 bytes', () => {
  expect(Buffer.byteLength(themeScript)).toBeLessThanOrEqual(200);
  expect(renderToStaticMarkup(createElement('script', null, themeScript))).toBe(
    `<script>${themeScript}</script>`,
  );
});
