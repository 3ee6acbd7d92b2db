import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { databaseNow, readContext, transact } from '@/db/context';
import { closeQueue } from '@/db/queue';
import { createArticle, saveDraft, scheduleArticle } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { createSection } from '@/features/taxonomy/commands';
import { createSectionInput } from '@/features/taxonomy/input';
import { cacheTags } from '@/lib/cache-tags';
import { type BenchNewsroom, openBenchNewsroom, quantile, type Running, tellFigure } from './lib';

const count = Number(process.env.STORIES ?? 200);
/** Each needs a while to be scheduled, and none may fall due before the last is. */
const schedulingMs = 60;

interface Batch {
  dueAt: Date;
  /** Addresses, and a word that stands in the headlines of this batch only. */
  paths: string[];
  mark: string;
  articleIds: number[];
}

/**
 * `npm run bench -- schedule`: 200 stories due at one instant under two processes that nobody visits; when each was
 * applied by the ledger, and when every surface of both processes shows it. Then 200 that fall due while nothing runs.
 * Beside it, the same rows turned by one bare UPDATE. Target: 1 s.
 */
export async function benchSchedule(): Promise<void> {
  const newsroom = await openBenchNewsroom({ articles: 1_000, comments: 0, subscribers: 0 });
  try {
    const ctx = readContext(newsroom.db, { kind: 'system', name: 'bench' });
    const section = await createSection(ctx, createSectionInput.parse({ name: 'Timetable' }));
    const webs = [await newsroom.startWeb(), await newsroom.startWeb()];
    const batch = await scheduleBatch(newsroom, section, 'Punctual');
    for (const web of webs) for (const at of surfaces(section.slug)) await bodyOf(web, at);
    await sleepUntil(newsroom, batch.dueAt);
    await watch(newsroom, webs, batch, section.slug);
    const missed = await scheduleBatch(newsroom, section, 'Unattended');
    for (const web of webs) await web.stop();
    await sleepUntil(newsroom, new Date(missed.dueAt.getTime() + 2_000));
    await restart(newsroom, missed, section.slug);
    await bareUpdate(newsroom);
  } finally {
    await closeQueue();
    await newsroom.close();
  }
}

async function scheduleBatch(
  { db }: BenchNewsroom,
  section: { sectionId: number; slug: string },
  mark: string,
): Promise<Batch> {
  const ctx = readContext(db, { kind: 'system', name: 'bench' });
  const stories: { id: number; slug: string }[] = [];
  for (let n = 1; n <= count; n++) {
    const { id, revisionId } = await createArticle(ctx, {});
    const draft = {
      articleId: id,
      baseRevisionId: revisionId,
      title: `${mark} ${n}`,
      sectionIds: [section.sectionId],
    };
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'On the minute.' }] }],
    };
    const { slug } = await saveDraft(ctx, saveDraftInput.parse({ ...draft, body }));
    stories.push({ id, slug });
  }
  const dueAt = new Date((await databaseNow(db)).getTime() + stories.length * schedulingMs + 3_000);
  for (const { id } of stories) await scheduleArticle(ctx, { articleId: id, effectiveAt: dueAt });
  const paths = stories.map(({ slug }) => `/${section.slug}/${slug}`);
  return { dueAt, paths, mark, articleIds: stories.map(({ id }) => id) };
}

const surfaces = (section: string) => ['/', `/${section}`, '/latest', '/feed.xml', '/news-sitemap.xml'];

/** From the due instant on: asks every surface of every process until it shows the batch. */
async function watch(newsroom: BenchNewsroom, webs: Running[], batch: Batch, section: string): Promise<void> {
  const late: number[] = [];
  const since = await stopwatch(newsroom, batch.dueAt);
  await Promise.all(
    webs.flatMap((web) =>
      surfaces(section).map(async (at) => {
        while (!(await bodyOf(web, at)).includes(batch.mark)) await wait(50);
        late.push(since());
      }),
    ),
  );
  const stories: number[] = [];
  for (const web of webs)
    for (const at of batch.paths) {
      while ((await fetch(web.url + at)).status !== 200) await wait(5);
      stories.push(since());
    }
  const applied = await latenessOf(newsroom, batch);
  tellFigure(
    'applied, by the ledger',
    `${count} at once: p50 ${ms(quantile(applied, 0.5))}, last ${ms(Math.max(...applied))} late`,
  );
  const bare = await refill(newsroom, webs, section);
  tellFigure(
    'shown, two processes',
    `front, lists, feed and sitemap ${ms(Math.max(...late))} late at most (target 1000 ms); making the same pages anew takes ${ms(bare)}, ratio ${(Math.max(...late) / bare).toFixed(1)}`,
  );
  tellFigure(
    'all stories read',
    `${count} cold pages on each process, one after another, by ${ms(Math.max(...stories))}`,
  );
}

/** What it takes to make the very same pages again with nothing scheduled: the part that is not the clock's. */
async function refill({ db }: BenchNewsroom, webs: Running[], section: string): Promise<number> {
  const ctx = readContext(db, { kind: 'system', name: 'bench' });
  await transact(ctx, async (tx) => tx.stale(cacheTags.site));
  // Both have heard of it by then.
  await wait(1_000);
  const began = performance.now();
  await Promise.all(webs.flatMap((web) => surfaces(section).map((at) => bodyOf(web, at))));
  return performance.now() - began;
}

async function restart(newsroom: BenchNewsroom, batch: Batch, section: string): Promise<void> {
  const web = await newsroom.startWeb();
  const shown = await Promise.all(
    surfaces(section).map(async (at) => (await bodyOf(web, at)).includes(batch.mark)),
  );
  const missing = shown.filter((there) => !there).length;
  tellFigure(
    'due while all was down',
    `first answers after the start that lack them: ${missing} of ${shown.length} (target 0)`,
  );
}

/** What turning that many rows costs without any of the rest: one UPDATE of as many ledger rows, rolled back. */
async function bareUpdate({ db }: BenchNewsroom): Promise<void> {
  const began = performance.now();
  await db
    .transaction(async (tx) => {
      await tx.execute(sql`
        update articles set updated_live_at = clock() where id in (select id from articles order by id desc limit ${count})`);
      tx.rollback();
    })
    .catch(() => {});
  tellFigure('bare UPDATE', `${ms(performance.now() - began)} for ${count} rows, for comparison`);
}

async function latenessOf({ db }: BenchNewsroom, { articleIds }: Batch): Promise<number[]> {
  const rows = await db.execute<{ ms: number }>(sql`
    select (extract(epoch from applied_at - effective_at) * 1000)::float8 as ms
    from publications where article_id = any(${sql.param(articleIds)}) and applied_at is not null`);
  if (rows.length !== articleIds.length)
    throw new Error(`${rows.length} of ${articleIds.length} were applied`);
  return rows.map((row) => row.ms);
}

/** Milliseconds since an instant of the database's clock. */
async function stopwatch({ db }: BenchNewsroom, at: Date): Promise<() => number> {
  const offset = (await databaseNow(db)).getTime() - performance.now();
  return () => performance.now() + offset - at.getTime();
}

async function sleepUntil({ db }: BenchNewsroom, at: Date): Promise<void> {
  await wait(Math.max(0, at.getTime() - (await databaseNow(db)).getTime()));
}

const bodyOf = async (web: Running, at: string) => (await fetch(web.url + at)).text();
const ms = (value: number) => `${value.toFixed(0)} ms`;
