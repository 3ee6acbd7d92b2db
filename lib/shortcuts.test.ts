import { expect, test } from 'vitest';
import { isShortcut, keysOf, shortcuts } from './shortcuts';

const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('D17 keys are told apart by their modifiers, on any keyboard', () => {
  expect(isShortcut('editor.save', pressed('s', { ctrlKey: true }))).toBe(true);
  expect(isShortcut('editor.save', pressed('S', { metaKey: true }))).toBe(true);
  expect(isShortcut('editor.save', pressed('s', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(isShortcut('editor.save', pressed('s'))).toBe(false);
  expect(isShortcut('editor.focus', pressed('F', { ctrlKey: true, shiftKey: true }))).toBe(true);
  expect(isShortcut('editor.find', pressed('F', { ctrlKey: true, shiftKey: true }))).toBe(false);
  // A question mark needs Shift on most keyboards, and not on all; so does a slash on some.
  expect(isShortcut('everywhere.help', pressed('?', { shiftKey: true }))).toBe(true);
  expect(isShortcut('stories.search', pressed('/', { shiftKey: true }))).toBe(true);
  expect(isShortcut('stories.choose', pressed('x', { altKey: true }))).toBe(false);
  expect(isShortcut('places.up', pressed('ArrowUp', { altKey: true }))).toBe(true);
  expect(isShortcut('places.up', pressed('ArrowUp'))).toBe(false);
  expect(keysOf('places.up')).toBe('Alt ↑');
  expect(keysOf('editor.publish')).toBe('Ctrl Shift Enter');
});

test('D17 within a part of the desk no two acts share their keys', () => {
  for (const keys of Object.values(shortcuts)) {
    const all = Object.values<string>(keys);
    expect(new Set(all).size).toBe(all.length);
  }
});
