import { expect, test } from 'vitest';
import { staffActor } from '@/db/testing';
import { actFor, boardColumns, movesOf } from './board-rules';

test('D13 a card goes where the table of stages leads, and nowhere else', () => {
  const acts = (
    column: 'draft' | 'in_review' | 'approved' | 'scheduled' | 'live',
    stage: 'draft' | 'approved',
  ) => boardColumns.map((to) => actFor({ column, stage }, to));
  expect(acts('draft', 'draft')).toEqual([null, 'submit', 'approve', 'schedule', 'publish']);
  expect(acts('approved', 'approved')).toEqual(['return', null, null, 'schedule', 'publish']);
  expect(acts('scheduled', 'approved')).toEqual([null, null, 'cancel', null, 'publish']);
  expect(acts('live', 'draft')).toEqual([null, null, null, null, null]);
  expect(actFor({ column: 'in_review', stage: 'in_review' }, 'draft')).toBe('return');
});

test('D13 a card offers only what the role allows', () => {
  const draft = { column: 'draft', stage: 'draft' } as const;
  const contributor = staffActor('contributor', { id: 7 });
  expect(movesOf(contributor, { ownerIds: [7] }, draft)).toEqual({ in_review: 'submit' });
  expect(movesOf(contributor, { ownerIds: [8] }, draft)).toEqual({});
  const elsewhere = staffActor('editor', { id: 9, sectionIds: [2] });
  expect(movesOf(elsewhere, { ownerIds: [8], sectionIds: [1] }, draft)).toEqual({});
  expect(Object.keys(movesOf(staffActor('editor', { id: 9 }), {}, draft))).toHaveLength(4);
});
