import { expect, test } from 'vitest';
import { entriesFor, firstOf } from './palette-search';

const groups = [
  { heading: 'Write', entries: [{ id: 'new', label: 'New story', words: ['write', 'article'] }] },
  {
    heading: 'Go to',
    entries: [
      { id: 'presets', label: 'Presets' },
      { id: 'settings', label: 'Settings' },
      { id: 'medias', label: 'Médias' },
    ],
  },
];
const found = (typed: string) =>
  entriesFor(groups, typed).flatMap(({ entries }) => entries.map(({ id }) => id));

test.each([
  ['', ['new', 'presets', 'settings', 'medias']],
  ['sett', ['settings']],
  ['set', ['settings', 'presets']],
  ['ARTICLE new', ['new']],
  ['media', ['medias']],
  ['nothing of the kind', []],
])('D17 typing %j finds %j', (typed, ids) => {
  expect(found(typed)).toEqual(ids);
  expect(firstOf(entriesFor(groups, typed))).toBe(ids[0] ?? '');
});
