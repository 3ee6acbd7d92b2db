import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { transact } from '@/db/context';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import { databaseLine } from '@/test/database-line';
import { CacheEvents, type CacheEventsOptions } from './cache-events';
import { openPaper, type Paper } from './testing';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
  await at.db.execute(sql`create table stories (id int primary key, text text not null)`);
});
afterAll(() => at.close());

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

interface Ear {
  events: CacheEvents;
  heard: string[];
  everything: number;
}

async function listenIn(options: Partial<CacheEventsOptions> = {}): Promise<Ear> {
  const ear: Ear = { heard: [], everything: 0, events: undefined as never };
  ear.events = new CacheEvents({
    url: at.url,
    onStale: (tags) => ear.heard.push(...tags),
    onEverything: () => ear.everything++,
    ...options,
  });
  await ear.events.start();
  cleanUp.push(() => ear.events.stop());
  return ear;
}

const announce = (...tags: string[]) => transact(at.system, async (tx) => tx.stale(...tags));

/** An instance of the site: its own press, its own ears, its own connections; nothing shared but the database. */
async function instance({
  url = at.url,
  ...events
}: Partial<CacheEventsOptions> = {}): Promise<Paper & { events: CacheEvents }> {
  const db = openDatabase(url, { max: 4 });
  const render = async (req: IncomingMessage, res: ServerResponse) => {
    const id = Number(req.url?.slice(1));
    touch(cacheTags.article(id));
    const [row] = await db.execute<{ text: string }>(sql`select text from stories where id = ${id}`);
    res.setHeader('Content-Type', 'text/html');
    res.end(row?.text ?? 'none');
  };
  const hearing = new CacheEvents({
    url,
    onStale: (tags) => paper.press.stale(tags),
    onEverything: () => paper.press.staleAll(),
    ...events,
  });
  const paper = await openPaper({ render, hearing });
  await hearing.start();
  cleanUp.push(
    () => db.$client.end({ timeout: 1 }),
    () => hearing.stop(),
    paper.close,
  );
  return { ...paper, events: hearing };
}

const write = (id: number, text: string) =>
  transact(at.system, async (tx) => {
    await tx.db.execute(
      sql`insert into stories values (${id}, ${text}) on conflict (id) do update set text = excluded.text`,
    );
    tx.stale(cacheTags.article(id));
  });

async function millisecondsUntil(paper: Paper, target: string, text: string): Promise<number> {
  const began = performance.now();
  while ((await paper.get(target)).text !== text) {
    if (performance.now() - began > 10_000) throw new Error('never');
    await wait(5);
  }
  return performance.now() - began;
}

test('O2 C8 what one instance publishes the other shows within 300 ms, every time, and never the old page again', async () => {
  await write(1, 'first');
  const [one, other] = [await instance(), await instance()];
  await Promise.all([one.get('/1'), other.get('/1')]);
  const took: number[] = [];
  for (let i = 0; i < 20; i++) {
    await write(1, `text ${i}`);
    took.push(await millisecondsUntil(other, '/1', `text ${i}`));
    expect((await other.get('/1')).text).toBe(`text ${i}`);
    await millisecondsUntil(one, '/1', `text ${i}`);
  }
  took.sort((a, b) => a - b);
  expect(took[18]).toBeLessThan(300);
});

test('O2 with notifications lost the other instance still hears, by looking', async () => {
  await write(2, 'first');
  const other = await instance({ listen: false });
  await other.get('/2');
  await write(2, 'second');
  expect(await millisecondsUntil(other, '/2', 'second')).toBeLessThan(1_000);
});

test('O2 an event of a transaction that began earlier and committed later is heard', async () => {
  const { heard } = await listenIn();
  const slow = postgres(at.url, { max: 1 });
  cleanUp.push(() => slow.end());
  await slow`begin`;
  await slow`insert into cache_events (tags) values (${['slow']})`;
  await announce('quick');
  await expect.poll(() => heard).toContain('quick');
  await wait(700);
  expect(heard).not.toContain('slow');
  await slow`commit`;
  await expect.poll(() => heard).toContain('slow');
  expect(heard.filter((tag) => tag === 'quick')).toHaveLength(1);
});

test('O2 what happened before the start is not told one by one, everything after it is', async () => {
  // An older transaction is still under way, anywhere on the server: the next look begins again at it.
  const older = postgres(at.url, { max: 1 });
  cleanUp.push(() => older.end());
  await older`begin`;
  await older`select pg_current_xact_id()`;
  await announce('before');
  const { heard } = await listenIn();
  await Promise.all(Array.from({ length: 50 }, (_, i) => announce(`after:${i}`)));
  await expect.poll(() => new Set(heard).size).toBe(50);
  await older`rollback`;
  expect(heard).not.toContain('before');
});

test('O5 a killed connection is replaced and what was said meanwhile is heard', async () => {
  const { heard, events } = await listenIn();
  for (let round = 0; round < 3; round++) {
    await at.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'broadsheet cache events' and datname = current_database()`,
    );
    await announce(`round:${round}`);
    await expect.poll(() => heard, { timeout: 3_000 }).toContain(`round:${round}`);
    await expect.poll(() => events.isCurrent(), { timeout: 3_000 }).toBe(true);
  }
});

test.each(['cut', 'silence'] as const)(
  'O5 database %s: pages seen before go out marked, nothing kept passes for fresh, and 2 s after it is back all is new',
  async (trouble) => {
    await write(3, 'old');
    const line = await databaseLine(at.url);
    cleanUp.push(line.close);
    const paper = await instance({ url: line.url });
    await paper.get('/3');
    line[trouble]();
    await write(3, 'new');
    await expect.poll(() => paper.events.isCurrent(), { timeout: 5_000, interval: 50 }).toBe(false);
    const answers = await Promise.all(Array.from({ length: 50 }, () => paper.get('/3')));
    for (const { status, text, headers } of answers) {
      expect(status).toBe(200);
      expect(text).toBe('old');
      expect(headers.warning).toMatch(/^111 /);
    }
    expect((await paper.get('/4')).status).toBe(503);
    line.mend();
    expect(await millisecondsUntil(paper, '/3', 'new')).toBeLessThan(2_000);
  },
);

test('O5 when the database is another one than before, or its clock has jumped, everything counts as changed', async () => {
  const ear = await listenIn();
  expect(ear.everything).toBe(1);
  await wait(700);
  expect(ear.everything).toBe(1);
  await at.setClock(3_600);
  await expect.poll(() => ear.everything).toBe(2);
  expect(Math.abs(ear.events.databaseNow() - (Date.now() + 3_600_000))).toBeLessThan(1_000);
  await at.setClock(0);
  await expect.poll(() => ear.everything).toBe(3);
});

test('a start without a database fails, and can be tried again', async () => {
  const line = await databaseLine(at.url);
  cleanUp.push(line.close);
  line.cut();
  const events = new CacheEvents({ url: line.url, onStale() {}, onEverything() {} });
  await expect(events.start()).rejects.toThrow();
  expect(events.isCurrent()).toBe(false);
  line.mend();
  await events.start();
  expect(events.isCurrent()).toBe(true);
  await events.stop();
});
