import { expect, test } from 'vitest';
import { compareFiling, type Filing } from './compare-filing';

const names = {
  sections: [
    { id: 1, name: 'News' },
    { id: 2, name: 'Sport' },
  ],
  authors: [{ id: 3, name: 'Ada' }],
  series: [],
};
const filed = (more: Partial<Filing> = {}): Filing => ({
  slug: 'wall',
  lang: null,
  sectionIds: [1],
  authorIds: [3],
  tags: [],
  seriesId: null,
  lead: null,
  leadAlt: '',
  leadCaption: '',
  leadCredit: '',
  ...more,
});

test('D4 two versions that are filed alike differ in nothing', () => {
  expect(compareFiling(filed(), filed(), names)).toEqual({ mine: [], theirs: [] });
});

test('D4 section, order, tags, address and lead picture are told apart, each side in the same rows', () => {
  const lead = { mediaId: 7, hash: 'abc', width: 10, height: 10 };
  const { mine, theirs } = compareFiling(
    filed({ sectionIds: [1, 2], tags: [{ id: 9, name: 'Storm' }], lead }),
    filed({
      sectionIds: [2, 1],
      slug: 'the-wall',
      lead: { ...lead, mediaId: 8, hash: 'def' },
      authorIds: [99],
    }),
    names,
  );
  expect(mine.map(({ label, value }) => [label, value])).toEqual([
    ['Sections', 'News, Sport'],
    ['Bylines', 'Ada'],
    ['Tags', 'Storm'],
    ['Address', 'wall'],
    ['Lead picture', 'Picture 7'],
  ]);
  expect(theirs.map(({ value }) => value)).toEqual(['Sport, News', 'no. 99', '', 'the-wall', 'Picture 8']);
  expect([mine, theirs].map((side) => side.at(-1)?.picture)).toEqual(['abc', 'def']);
});
