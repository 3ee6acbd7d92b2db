import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { lowerBar, raiseBar } from '@/features/articles/commands';
import {
  cpuMicrosecondsOf,
  figuresOf,
  median,
  openBenchNewsroom,
  quantile,
  type Running,
  tellFigure,
} from './lib';
import { ask } from './press';

const pages = Number(process.env.PAGES ?? 500);

/**
 * `npm run bench -- bar`: a breaking bar over 500 different kept pages of each of two instances, all asked for in one
 * instant a second after it was raised (R17), and again after it was lowered. Target: all, and no page made again.
 */
export async function benchBar(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles: pages * 2, comments: 2_000, subscribers: 0 });
  try {
    const webs = [await newsroom.startWeb(), await newsroom.startWeb()];
    const stories = await storiesOf(newsroom.db);
    for (const web of webs) for (const story of stories) await ask(web.url, story, takesBrotli);
    const system = () => ({
      db: newsroom.db,
      actor: { kind: 'system', name: 'bench' } as const,
      now: new Date(),
    });
    const { barId } = await raiseBar(system(), {
      ...{ text: 'The bridge is closed', label: '', articleId: null, href: null, minutes: 0 },
    });
    await wait(1_000);
    await askAll('bar raised, 500 at once', webs, stories, 'The bridge is closed');
    await askAll('the same again', webs, stories, 'The bridge is closed');
    await lowerBar(system(), { barId });
    await wait(1_000);
    await askAll('bar lowered, 500 at once', webs, stories, null);
  } finally {
    await newsroom.close();
  }
}

const takesBrotli = { 'Accept-Encoding': 'br' };

async function storiesOf(db: Database): Promise<string[]> {
  const rows = await db.execute<{ path: string }>(sql`
    select '/' || s.slug || '/' || a.live_slug as path
    from articles a join sections s on s.id = a.live_section_id
    where a.live_revision_id is not null and a.kind <> 'page' order by a.id limit ${pages}`);
  return rows.map(({ path }) => path);
}

async function askAll(name: string, webs: Running[], stories: string[], text: string | null): Promise<void> {
  const renders = async () =>
    (await Promise.all(webs.map(figuresOf))).reduce((sum, figures) => sum + figures.renders, 0);
  const processor = () => webs.reduce((sum, { pid }) => sum + cpuMicrosecondsOf(pid), 0);
  const [madeBefore, usedBefore] = [await renders(), processor()];
  const began = performance.now();
  const asked = await Promise.all(
    webs.flatMap((web) =>
      stories.map(async (story) => {
        const { body, headers } = await ask(web.url, story, takesBrotli);
        return { ms: performance.now() - began, body, old: headers.warning !== undefined };
      }),
    ),
  );
  const used = (processor() - usedBefore) / asked.length;
  const made = (await renders()) - madeBefore;
  const right = asked.filter(({ body, old }) => !old && shows(body, text) === (text !== null)).length;
  const ms = asked.map((each) => each.ms);
  tellFigure(
    name,
    [
      `${right} of ${asked.length} right (two instances), ${made} pages made again`,
      `median ${median(ms).toFixed(0)} ms, slowest ${quantile(ms, 1).toFixed(0)} ms`,
      `CPU ${(used / 1_000).toFixed(2)} ms a page`,
    ].join('; '),
  );
}

/** Any bar, when none is expected. */
const shows = (body: Buffer, text: string | null): boolean =>
  brotliDecompressSync(body)
    .toString()
    .includes(text ?? '<aside class="breaking"');
