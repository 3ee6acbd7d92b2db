import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Attendance, beatMs } from '../../../presence';
import { Attender, awayMs, readingMs, restingMs } from './attender';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

type Wants = 'read' | 'write' | 'take';
const loadId = 'this-page';
const by = (load: string | null): Attendance => ({
  present: [],
  writer: load === null ? null : { userId: load === loadId ? 1 : 2, name: 'Ada', loadId: load },
  revisionId: 1,
});

/** A page and a server that grants what is free. */
function desk({ mayWrite = true }: { mayWrite?: boolean } = {}) {
  const asked: Wants[] = [];
  const heard: (string | null)[] = [];
  const barred: boolean[] = [];
  const said: number[] = [];
  const at = { writer: null as string | null, dirty: false, left: 0, offline: false };
  const attender = new Attender({
    loadId,
    mayWrite: () => mayWrite,
    attend: async ({ wants, said: number }) => {
      said.push(number);
      if (at.offline) return null;
      asked.push(wants);
      if (wants === 'take' || (wants === 'write' && at.writer === null)) at.writer = loadId;
      if (wants === 'read' && at.writer === loadId) at.writer = null;
      return by(at.writer);
    },
    leave: ({ said: number }) => {
      said.push(number);
      at.left++;
      if (at.writer === loadId) at.writer = null;
    },
    isDirty: () => at.dirty,
    onBarred: async (_, held) => void barred.push(held),
    onRevision: async () => undefined,
    onChange: ({ writer }) => void heard.push(writer?.loadId ?? null),
  });
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { attender, asked, said, heard, barred, at, pass };
}

test('D5 a page takes what is free, says that it is there, and gives it back when it goes', async () => {
  const { attender, asked, at, pass } = desk();
  attender.begin();
  await pass(3 * beatMs + 10);
  expect(asked).toEqual(['write', 'write', 'write', 'write']);
  expect(at.writer).toBe(loadId);
  attender.end();
  expect(at).toMatchObject({ writer: null, left: 1 });
  await pass(10 * beatMs);
  expect(asked).toHaveLength(4);
});

test('D5 a page that was refused never takes by itself, only when somebody types and nobody writes', async () => {
  const { attender, asked, at, pass } = desk();
  at.writer = 'another';
  attender.begin();
  await pass(beatMs + 10);
  expect(asked).toEqual(['write', 'read']);
  expect(attender.barred).toBe(true);
  attender.edited();
  at.writer = null;
  await pass(3 * beatMs);
  expect(at.writer).toBeNull();
  attender.edited();
  await pass(10);
  expect(at.writer).toBe(loadId);
});

test('D5 who is taken over from is told once her hands are tied, and may take over in turn', async () => {
  const { attender, heard, barred, at, pass } = desk();
  attender.begin();
  await pass(10);
  at.writer = 'another';
  await attender.look();
  expect([heard.at(-1), barred]).toEqual(['another', [true]]);
  expect(await attender.take()).toBe(true);
  expect(attender.barred).toBe(false);
});

test('D5 a page at which nobody does anything lets others write; with unsaved words it holds on', async () => {
  const { attender, at, pass } = desk();
  attender.begin();
  await pass(readingMs + 2 * beatMs);
  expect(at.writer).toBeNull();
  attender.edited();
  await pass(10);
  await pass(readingMs + 2 * beatMs);
  expect(at.writer).toBe(loadId);
  at.dirty = true;
  await pass(2 * restingMs);
  expect(at.writer).toBe(loadId);
  at.dirty = false;
  await pass(awayMs);
  expect(at).toMatchObject({ writer: null, left: 1 });
  attender.acted();
  await pass(10);
  expect(at.writer).toBeNull();
  attender.edited();
  await pass(10);
  expect(at.writer).toBe(loadId);
});

test('D5 a page without a line goes on asking, and nothing it knew is forgotten meanwhile', async () => {
  const { attender, asked, heard, at, pass } = desk();
  attender.begin();
  await pass(10);
  at.offline = true;
  await pass(3 * beatMs);
  expect(heard).toEqual([loadId]);
  at.offline = false;
  await pass(beatMs);
  expect(asked.length).toBeGreaterThan(1);
});

test('D5 who may not write never asks to', async () => {
  const { attender, asked, pass } = desk({ mayWrite: false });
  attender.begin();
  await pass(10);
  attender.edited();
  await pass(beatMs);
  expect(new Set(asked)).toEqual(new Set(['read']));
});

test('D5 every word of a page has its number, the goodbye and what it says when it stands again, too', async () => {
  const { attender, said, at, pass } = desk();
  attender.begin();
  at.offline = true;
  await pass(beatMs + 10);
  at.offline = false;
  attender.end();
  attender.begin();
  await pass(10);
  expect(said).toEqual([1, 2, 3, 4]);
});
