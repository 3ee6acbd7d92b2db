import { expect, test } from 'vitest';
import { type Page, PageStore } from './store';

const page = (key: string, bytes = 8_000): Page => ({
  key,
  answer: {
    ...{ status: 200, etag: '', lastModified: '', dated: false, head: [], notModified: [] },
    ...{ compressed: false, place: null, bytes, sent: 0 },
  },
  tags: [],
  goodUntil: Number.POSITIVE_INFINITY,
  stale: false,
  retryAt: 0,
  sent: 0,
});

function visit(store: PageStore, key: string): void {
  const kept = store.use(key);
  if (kept) kept.sent++;
  else {
    const made = page(key);
    made.sent = 1;
    store.put(made);
  }
}

test('O2 the store never takes more than its bytes, and tells of every page that leaves', () => {
  const left: string[] = [];
  const store = new PageStore(1_000_000, ({ key }) => left.push(key));
  for (let i = 0; i < 1_000; i++) {
    visit(store, `/p${i}`);
    expect(store.bytes).toBeLessThanOrEqual(1_000_000);
  }
  expect(store.size + left.length).toBe(1_000);
  expect(new Set(left).size).toBe(left.length);
  expect([...store.pages()].reduce((sum, kept) => sum + kept.answer.bytes + 2_048, 0)).toBe(store.bytes);
});

test('what people read stays, however many addresses a visitor invents', () => {
  const store = new PageStore(1_000_000, () => {});
  for (let round = 0; round < 3; round++) for (let i = 0; i < 40; i++) visit(store, `/read/${i}`);
  for (let i = 0; i < 5_000; i++) visit(store, `/invented/${i}`);
  for (let i = 0; i < 40; i++) expect(store.get(`/read/${i}`), `/read/${i}`).toBeDefined();
});

test('among residents the one read longest ago leaves first', () => {
  const left: string[] = [];
  const store = new PageStore(100_000, ({ key }) => left.push(key));
  for (const key of ['/a', '/b', '/c']) for (let i = 0; i < 3; i++) visit(store, key);
  visit(store, '/a');
  for (let i = 0; i < 30; i++) for (let twice = 0; twice < 2; twice++) visit(store, `/new/${i}`);
  expect(left.indexOf('/b')).toBeLessThan(left.indexOf('/a'));
  expect(left.indexOf('/b')).toBeGreaterThanOrEqual(0);
});

test('a page is counted anew when it grows, replaced without a trace, and not kept when it is too large', () => {
  const store = new PageStore(1_000_000, () => {});
  const first = page('/a');
  store.put(first);
  first.answer.bytes = 20_000;
  store.measure(first);
  expect(store.bytes).toBe(22_048);
  store.put(page('/a', 1_000));
  expect(store.bytes).toBe(3_048);
  store.measure(first);
  store.remove(first);
  expect(store.bytes).toBe(3_048);
  store.put(page('/huge', 200_000));
  expect(store.get('/huge')).toBeUndefined();
});
