import { expect, test } from 'vitest';
import { dropped, type SectionMove, stepped, type Way, type Zone } from './section-moves';

/**
 * 1 News
 *   2 City
 *     3 Harbour
 *   4 World
 * 5 Culture
 * 6 Sport
 */
const sections = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 2 },
  { id: 4, parentId: 1 },
  { id: 5, parentId: null },
  { id: 6, parentId: null },
];
const to = (parentId: number | null, beforeId: number | null): SectionMove => ({ parentId, beforeId });

test.each<[moving: number, zone: Zone, over: number, becomes: SectionMove | null]>([
  [6, 'before', 1, to(null, 1)],
  [6, 'under', 5, to(5, null)],
  [6, 'after', 2, to(2, 3)],
  [6, 'after', 4, to(1, null)],
  [6, 'after', 1, to(1, 2)],
  [3, 'after', 5, to(null, 6)],
  [4, 'before', 2, to(1, 2)],
  // Where it stands already.
  [6, 'after', 5, null],
  [5, 'before', 6, null],
  [4, 'under', 1, null],
  [4, 'before', 4, null],
  // Under itself.
  [1, 'under', 3, null],
  [1, 'after', 4, null],
  [1, 'under', 1, null],
  [1, 'before', 99, null],
])('D15 section %i dropped %s %i', (moving, zone, over, becomes) => {
  expect(dropped(sections, { moving, over, zone })).toEqual(becomes);
});

test.each<[moving: number, way: Way, becomes: SectionMove | null]>([
  [5, 'up', to(null, 1)],
  [5, 'down', to(null, null)],
  [1, 'down', to(null, 6)],
  [1, 'up', null],
  [6, 'down', null],
  [5, 'in', to(1, null)],
  [4, 'in', to(2, null)],
  [2, 'in', null],
  [1, 'out', null],
  [3, 'out', to(1, 4)],
  [4, 'out', to(null, 5)],
  [99, 'up', null],
])('D15 section %i one step %s', (moving, way, becomes) => {
  expect(stepped(sections, moving, way)).toEqual(becomes);
});
