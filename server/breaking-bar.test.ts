import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { closeQueue } from '@/db/queue';
import { cloneDatabase, type TestDatabase } from '@/db/testing';
import { lowerBar, raiseBar } from '@/features/articles/commands';
import { barPlace } from '@/lib/bar-place';
import { touch } from '@/lib/press-notes';
import { startSchedule } from '@/worker/schedule';
import { barNews } from './breaking-bar';
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

const words = 'All the news that fits, and where it does not, the press leaves a place. '.split(' ');
/** A page as long as a real one, like no other. */
const textOf = (path: string) =>
  Array.from(
    { length: 4_000 },
    (_, n) => words[(n * n + path.length * 7 + Number(path.slice(-2)) * n) % words.length],
  ).join(' ');

/** An instance with real news, whose pages are long and take their time: one render is more than any page may wait. */
async function instance({ timer = false, renderMs = 0 } = {}): Promise<Paper> {
  const db = openDatabase(at.url, { max: 4 });
  const hearing = new CacheEvents({
    url: at.url,
    onStale: (tags) => paper.press.stale(tags),
    onEverything: () => paper.press.staleAll(),
  });
  const paper = await openPaper({
    hearing,
    press: { news: barNews(() => db), rendersAtOnce: 50 },
    render: async (req, res) => {
      touch('all');
      await wait(renderMs);
      res.setHeader('Content-Type', 'text/html');
      res.end(`<html><body>${barPlace}<main>${textOf(req.url ?? '')}</main></body></html>`);
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
    href: '/latest?a=1&b=2',
    minutes: lowersInMs === null ? 0 : 60,
  }).then(async ({ barId }) => {
    await at.db.execute(
      sql`with sooner as (
            update breaking_bars set lower_at = clock() + ${lowersInMs}::float8 * interval '1 millisecond' where id = ${barId})
          insert into cache_events (tags) values ('{bar}')`,
    );
    return barId;
  });

/** What stands over each of these pages, in as many words, asked for all in one instant. */
const barsOn = (papers: Paper[], pages: string[]) =>
  Promise.all(
    papers.flatMap((paper) =>
      pages.map(async (page) => {
        const { text, headers } = await paper.get(page, { 'accept-encoding': 'br' });
        const bar = /<body>(.*?)<main>/.exec(text)?.[1];
        return headers.warning ? `${bar} (the last good page)` : bar;
      }),
    ),
  );

test('R17 a second after it is raised each of 500 kept pages of two instances shows it, all asked for at once', async () => {
  const papers = [await instance({ renderMs: 50 }), await instance({ renderMs: 50 })];
  const pages = Array.from({ length: 500 }, (_, n) => `/page-${n + 100}`);
  expect(new Set(await barsOn(papers, pages))).toEqual(new Set(['']));
  const barId = await raise('The bridge <is> closed & shut', null);
  await wait(1_000);
  expect(new Set(await barsOn(papers, pages))).toEqual(
    new Set([
      '<aside class="breaking" aria-label="Breaking"><p><b>Breaking</b> <a href="/latest?a=1&amp;b=2">The bridge &lt;is&gt; closed &amp; shut</a></p></aside>',
    ]),
  );
  await lowerBar(at.system, { barId });
  await wait(1_000);
  expect(new Set(await barsOn(papers, pages))).toEqual(new Set(['']));
  for (const { press } of papers) expect(press.figures.renders, 'no page was made again').toBe(500);
});

test('R17 it lowers itself at its time, with no traffic before', async () => {
  const papers = [await instance({ timer: true }), await instance()];
  const pages = Array.from({ length: 60 }, (_, n) => `/page-${n + 100}`);
  await barsOn(papers, pages);
  await raise('For a moment', 1_500);
  const shown = async () =>
    (await barsOn(papers, ['/page-100'])).every((bar) => bar?.includes('For a moment'));
  await expect.poll(shown).toBe(true);
  await wait(1_700);
  expect(new Set(await barsOn(papers, pages))).toEqual(new Set(['']));
  await expect
    .poll(async () => {
      const [row] = await at.db.execute<{ late: number | null }>(
        sql`select extract(epoch from lowered_at - lower_at)::float8 as late from breaking_bars order by id desc limit 1`,
      );
      return row?.late ?? null;
    })
    .toBeLessThan(1);
});
