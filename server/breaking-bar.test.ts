import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { readContext } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { raiseBar } from '@/features/articles/commands';
import { readShellRows } from '@/features/articles/queries/shell';
import { cacheTags } from '@/lib/cache-tags';
import { goodUntil, touch } from '@/lib/press-notes';
import { startSchedule } from '@/worker/schedule';
import { CacheEvents } from './cache-events';
import { openPaper, type Paper } from './testing';

let at: TestDatabase;
beforeAll(async () => {
  at = await cloneDatabase(inject('templateUrl'));
});
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});
afterAll(async () => {
  await closeQueue();
  await at.close();
});

/** An instance whose pages are the bar alone, each render as long as a real one takes on this kind of machine. */
async function instance({ timer = false, renderMs = 0 } = {}): Promise<Paper> {
  const db = openDatabase(at.url, { max: 4 });
  const hearing = new CacheEvents({
    url: at.url,
    onStale: (tags) => paper.press.stale(tags),
    onEverything: () => paper.press.staleAll(),
  });
  const paper = await openPaper({
    hearing,
    render: async (_req, res) => {
      touch(cacheTags.site);
      const { bar } = await readShellRows(readContext(db, { kind: 'reader' }));
      goodUntil(bar?.lowerAt ?? null);
      if (renderMs > 0) await wait(renderMs);
      res.setHeader('Content-Type', 'text/html');
      res.end(`${bar?.text ?? 'no bar'}`);
    },
  });
  await hearing.start();
  const schedule = timer ? await startSchedule({ db }) : null;
  cleanUp.push(
    () => db.$client.end({ timeout: 1 }),
    () => hearing.stop(),
    paper.close,
    async () => schedule?.stop(),
  );
  return paper;
}

const raise = (text: string, lowersInMs: number | null) =>
  raiseBar(at.system, {
    text,
    label: '',
    articleId: null,
    href: null,
    minutes: lowersInMs === null ? 0 : 60,
  }).then(({ barId }) =>
    at.db.execute(
      sql`update breaking_bars set lower_at = clock() + ${lowersInMs}::float8 * interval '1 millisecond' where id = ${barId}`,
    ),
  );

test('R17 a second after it is raised every page of two instances shows it, in a herd on 60 pages each', async () => {
  const papers = [await instance({ renderMs: 15 }), await instance({ renderMs: 15 })];
  const pages = Array.from({ length: 60 }, (_, n) => `/page-${n}`);
  const everywhere = () =>
    Promise.all(papers.flatMap((paper) => pages.map(async (page) => (await paper.get(page)).text)));
  expect(new Set(await everywhere())).toEqual(new Set(['no bar']));
  await raise('The bridge is closed', null);
  await wait(1_000);
  expect(new Set(await everywhere())).toEqual(new Set(['The bridge is closed']));
  await at.db.execute(sql`update breaking_bars set lowered_at = clock()`);
});

test('R17 it lowers itself at its time, with no traffic before', async () => {
  const [one, other] = [await instance({ timer: true }), await instance()];
  await raise('For a moment', 900);
  expect((await one.get('/a')).text).toBe('For a moment');
  expect((await other.get('/a')).text).toBe('For a moment');
  await wait(1_100);
  expect((await one.get('/a')).text).toBe('no bar');
  expect((await other.get('/a')).text).toBe('no bar');
  await expect
    .poll(async () => {
      const [row] = await at.db.execute<{ late: number | null }>(
        sql`select extract(epoch from lowered_at - lower_at)::float8 as late from breaking_bars order by id desc limit 1`,
      );
      return row?.late ?? null;
    })
    .toBeLessThan(1);
});
