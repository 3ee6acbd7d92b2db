import { describe, expect, test } from 'vitest';
import { mentionedIn, mentionParts, mentionTyped } from './mentions';

const people = [
  { id: 1, name: 'Ida Wells' },
  { id: 2, name: 'Ida Wells-Barnett' },
  { id: 3, name: 'Østen Ål' },
  { id: 4, name: 'Robin Ash' },
  { id: 5, name: 'Robin Ash' },
];
const named = (text: string, chosenIds: number[] = []) =>
  mentionedIn(text, people, chosenIds).map(({ id }) => id);

describe('D6 who is named in a note', () => {
  test.each([
    ['@Ida Wells please', [1]],
    ['@ida wells, please', [1]],
    ['Ask @Ida Wells-Barnett.', [2]],
    ['(@Østen Ål)', [3]],
    ['@Ida Wellsworth is nobody here', []],
    ['write to x@Ida Wells', []],
    ['Ida Wells', []],
    ['@Ida Wells @Ida Wells and @Østen Ål', [1, 3]],
    ['@', []],
  ])('D6 %s', (text, ids) => expect(named(text)).toEqual(ids));

  test('D6 of two with one name the chosen one is meant, both when none is', () => {
    expect(named('@Robin Ash?')).toEqual([4, 5]);
    expect(named('@Robin Ash?', [5])).toEqual([5]);
    expect(named('@Robin Ash?', [1])).toEqual([4, 5]);
  });

  test('D6 the parts of a text put together are the text', () => {
    const text = 'So @Ida Wells-Barnett and @Østen Ål, see a@b.example.';
    const parts = mentionParts(text, people);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter(({ ids }) => ids.length > 0).map((part) => part.text)).toEqual([
      '@Ida Wells-Barnett',
      '@Østen Ål',
    ]);
  });

  test.each([
    ['Ask @', ''],
    ['Ask @Id', 'Id'],
    ['Ask @Ida We', 'Ida We'],
    ['Ask me@pap', null],
    ['@Ida\n', null],
    ['@a b c d e', null],
    ['nothing', null],
  ])('D6 typed before the caret: %j', (text, typed) => expect(mentionTyped(text)).toBe(typed));

  test('D6 a text of nothing but @ takes no time', () => {
    const begun = performance.now();
    mentionParts('@'.repeat(100_000), people);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
