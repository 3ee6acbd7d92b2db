import { expect, test } from 'vitest';
import { groupVersions, type Mark, sittingMs, type VersionLine } from './history-rules';

const start = Date.UTC(2026, 4, 4, 9);
/** `minute` after nine; ids rise with time. */
const version = (id: number, minute: number, createdBy: string | null, ...marks: Mark[]): VersionLine => ({
  id,
  title: '',
  words: 0,
  createdAt: new Date(start + minute * 60_000),
  createdBy,
  marks,
});
const shape = (versions: VersionLine[]) =>
  groupVersions(versions).map(({ newest, others }) => [newest.id, ...others.map(({ id }) => id)]);
const named: Mark = { kind: 'named', name: 'To the lawyer' };

test('D9 a run of one person’s saves is one group, another person or a pause begins the next', () => {
  expect(
    shape([
      version(6, 95, 'Ada'),
      version(5, 60, 'Ada'),
      version(4, 31, 'Ada'),
      version(3, 3, 'Ben'),
      version(2, 2, 'Ada'),
      version(1, 1, 'Ada'),
    ]),
  ).toEqual([[6], [5, 4], [3], [2, 1]]);
  expect(sittingMs).toBe(1_800_000);
  expect(shape([version(2, 30, 'Ada'), version(1, 0, 'Ada')])).toEqual([[2, 1]]);
  expect(shape([version(2, 2, null), version(1, 1, null)])).toEqual([[2, 1]]);
  expect(shape([])).toEqual([]);
});

test('D9 a milestone is never hidden in a run: it is the newest of its own', () => {
  expect(
    shape([version(4, 4, 'Ada'), version(3, 3, 'Ada', named), version(2, 2, 'Ada'), version(1, 1, 'Ada')]),
  ).toEqual([[4], [3, 2, 1]]);
});
