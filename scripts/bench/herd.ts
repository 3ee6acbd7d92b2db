import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { transact } from '@/db/context';
import {
  cpuMicrosecondsOf,
  figuresOf,
  median,
  openBenchNewsroom,
  quantile,
  type Running,
  tellFigure,
  turnEverything,
} from './lib';
import { ask, longestStory } from './press';

const readers = 200;
const rounds = Number(process.env.ROUNDS ?? 20);

/**
 * `npm run bench -- herd`: 200 readers at once on a page that nobody holds; what one such page costs; and how long after
 * a commit the other instance shows it. Targets: 1 render, 15 ms of processor time a page, p95 of 300 ms.
 */
export async function benchHerd(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles: 200, comments: 2_000, subscribers: 0 });
  try {
    const web = await newsroom.startWeb();
    const story = await longestStory(web);
    await herd(newsroom.db, web, story);
    await miss(newsroom.db, web, await storyLikeTheSample(newsroom.db));
    await spread(newsroom.db, web, await newsroom.startWeb());
  } finally {
    await newsroom.close();
  }
}

/** The herd against one reader alone on the same cold page, turn and turn about. */
async function herd(db: Database, web: Running, story: string): Promise<void> {
  const alone: number[] = [];
  const together: number[] = [];
  const renders: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    await turnEverything(db, web);
    alone.push(await milliseconds(() => ask(web.url, story)));
    await turnEverything(db, web);
    const before = (await figuresOf(web)).renders;
    together.push(
      await milliseconds(() => Promise.all(Array.from({ length: readers }, () => ask(web.url, story)))),
    );
    renders.push((await figuresOf(web)).renders - before);
  }
  tellFigure(
    'herd renders',
    `${Math.max(...renders)} for ${readers} at once, at most, of ${renders.length} herds (target 1)`,
  );
  const [one, all] = [median(alone.slice(1)), median(together.slice(1))];
  tellFigure(
    'herd all answered',
    `${all.toFixed(0)} ms, one reader alone ${one.toFixed(0)} ms, ratio ${(all / one).toFixed(1)}`,
  );
}

/** What making one page costs: processor time of the whole process, statements by the database's own count. */
async function miss(db: Database, web: Running, story: Sampled): Promise<void> {
  const pages = 200;
  const make = async () => {
    await turnEverything(db, web);
    await ask(web.url, story.path);
  };
  // A process that has just started compiles its JavaScript first.
  for (let i = 0; i < pages; i++) await make();
  const cpu = cpuMicrosecondsOf(web.pid);
  for (let i = 0; i < pages; i++) await make();
  const spent = (cpuMicrosecondsOf(web.pid) - cpu) / pages / 1_000;
  const bytes = (await ask(web.url, story.path)).body.length;
  tellFigure(
    'miss',
    `${spent.toFixed(1)} ms of processor time (target 15) for ${story.words} words and ${story.comments} comments, ${Math.round(bytes / 1_000)} KB`,
  );
}

interface Sampled {
  path: string;
  words: number;
  comments: number;
}

/** The live story nearest to the one the target speaks of: 836 words and 20 comments. */
async function storyLikeTheSample(db: Database): Promise<Sampled> {
  const [row] = await db.execute<{ section: string; slug: string; words: number; comments: number }>(sql`
    select s.slug as section, a.live_slug as slug, r.words, a.comment_count as comments
    from articles a join revisions r on r.id = a.live_revision_id join sections s on s.id = a.live_section_id
    where a.comment_count >= 20 order by a.comment_count - 20 + abs(r.words - 836) / 40.0 limit 1`);
  if (!row) throw new Error('no story has 20 comments');
  return { path: `/${row.section}/${row.slug}`, words: row.words, comments: row.comments };
}

/** From the return of the commit to the first new page on the other instance. */
async function spread(db: Database, one: Running, other: Running): Promise<void> {
  const took: number[] = [];
  let old = 0;
  for (let round = 0; round < rounds * 2; round++) {
    const name = `Paper ${round}`;
    await Promise.all([ask(one.url, '/'), ask(other.url, '/')]);
    await rename(db, name);
    const shows = async () => (await ask(other.url, '/')).body.includes(name);
    took.push(
      await milliseconds(async () => {
        while (!(await shows()));
      }),
    );
    for (let again = 0; again < 5; again++) if (!(await shows())) old++;
  }
  tellFigure(
    'commit to other instance',
    `p50 ${median(took).toFixed(0)} ms, p95 ${quantile(took, 0.95).toFixed(0)} ms (target 300), old pages after the first new one: ${old}`,
  );
}

const rename = (db: Database, name: string) =>
  transact({ db, actor: { kind: 'system', name: 'bench' }, now: new Date() }, async (tx) => {
    await tx.db.execute(
      sql`insert into settings (key, value) values ('siteName', ${JSON.stringify(name)}::jsonb)
          on conflict (key) do update set value = excluded.value`,
    );
    tx.stale('settings');
  });

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
