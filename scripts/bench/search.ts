import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { seededRandom } from '@/db/seed/words';
import { findBySlug } from '@/features/articles/queries/site';
import { findStories } from '@/features/search/find-stories';
import { parseSearch } from '@/features/search/input';
import { parseQuery } from '@/features/search/parse-query';
import { type BenchNewsroom, median, openBenchNewsroom, quantile, tellFigure } from './lib';
import { ask } from './press';

const sizes = [1_000, Number(process.env.ARTICLES ?? 100_000)];
const asked = Number(process.env.ROUNDS ?? 100);

/**
 * `npm run bench -- search`: what searches of each kind take, drawn from the words of the stock itself, and what the
 * related stories of an article do; in a newsroom of 1,000 stories and in one of 100,000. Beside them `select 1`, which
 * says what the machine was like. Targets at 100,000: search p95 50 ms, an article with its related stories 20 ms.
 */
export async function benchSearch(): Promise<void> {
  for (const articles of sizes) {
    const newsroom = await openBenchNewsroom({ articles, comments: 0, subscribers: 0 });
    try {
      await measure(newsroom, articles);
    } finally {
      await newsroom.close();
    }
  }
}

async function measure({ db, startWeb }: BenchNewsroom, articles: number): Promise<void> {
  const ctx = readContext(db, { kind: 'reader' });
  const random = seededRandom(7);
  const kinds = await drawQueries(db, random);
  for (const [kind, queries] of kinds)
    await tell(`${articles} ${kind}`, ctx, queries, (q) => search(ctx, q), 50);
  await tell(
    `${articles} newest first`,
    ctx,
    kinds.get('common word') ?? [],
    (q) => search(ctx, q, 'newest'),
    50,
  );
  const slugs = await db.execute<{ slug: string }>(
    sql`select live_slug as slug from articles order by hashint8(id) limit ${asked}`,
  );
  await tell(
    `${articles} article with related`,
    ctx,
    slugs.map(({ slug }) => slug),
    (slug) => findBySlug(ctx, slug),
    20,
  );
  const web = await startWeb();
  const pages = [...kinds.values()].flatMap((queries) => queries.slice(0, asked / 4));
  await tell(`${articles} whole page, all kinds`, ctx, pages, (q) =>
    ask(web.url, `/search?q=${encodeURIComponent(q)}`),
  );
}

/** What something took, beside a bare `select 1` before each. */
export async function tell(
  name: string,
  ctx: Ctx,
  what: string[],
  work: (each: string) => Promise<unknown>,
  target?: number,
): Promise<void> {
  const [took, bare]: [number[], number[]] = [[], []];
  // What came first would pay for the database's caches.
  for (const each of what.slice(0, 20)) await work(each);
  for (const each of what) {
    bare.push(await milliseconds(() => ctx.db.execute(sql`select 1`)));
    took.push(await milliseconds(() => work(each)));
  }
  const aim = target === undefined ? '' : ` (target ${target})`;
  tellFigure(
    name,
    `p50 ${median(took).toFixed(1)} ms, p95 ${quantile(took, 0.95).toFixed(1)} ms${aim}, worst ${Math.max(...took).toFixed(1)}; select 1: p50 ${median(bare).toFixed(1)}, p95 ${quantile(bare, 0.95).toFixed(1)}`,
  );
}

function search(ctx: Ctx, q: string, sort = '') {
  const request = parseSearch({ q, sort });
  const [since, until] = [new Date(Date.UTC(1000, 0)), new Date(Date.UTC(9000, 0))];
  const narrowed = { sectionIds: [], author: null, since, until, narrows: false };
  return findStories(ctx, { request, asked: parseQuery(request.q), narrowed, before: null, language: 'en' });
}

/** Queries as readers might put them: words by how many stories have them, and what stands side by side in a text. */
async function drawQueries(db: Database, random: () => number): Promise<Map<string, string[]>> {
  const words = async (least: number, most: number) =>
    (
      await db.execute<{ word: string }>(sql`
        select v.word from search_vocabulary v, (select documents as stories from search_vocabulary where word = '') n
        where v.word <> '' and v.documents between ${least}::float8 * stories and ${most}::float8 * stories and length(v.word) > 3
        order by hashtext(v.word) limit ${asked}`)
    ).map(({ word }) => word);
  const texts = await db.execute<{ words: string[] }>(sql`
    select search_words(r.plain_text) as words from articles a join revisions r on r.id = a.live_revision_id
    order by hashint8(a.id) limit ${asked}`);
  const common = await words(0.1, 1);
  const phrase = ({ words: all }: { words: string[] }) => {
    const at = Math.floor(random() * (all.length - 3));
    return `"${all.slice(at, at + 2 + Math.floor(random() * 2)).join(' ')}"`;
  };
  const slip = (word: string) => {
    const at = 1 + Math.floor(random() * (word.length - 2));
    return random() < 0.5
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  };
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? '';
  return new Map([
    ['common word', repeated(common)],
    ['two common words', Array.from({ length: asked }, () => `${pick(common)} ${pick(common)}`)],
    ['word between', repeated(await words(0.002, 0.05))],
    ['rare word', repeated(await words(0, 0.002))],
    ['phrase', texts.map(phrase)],
    ['typing slip', repeated((await words(0.001, 1)).filter((word) => word.length > 4)).map(slip)],
    [
      'either, without',
      Array.from({ length: asked }, () => `${pick(common)} OR ${pick(common)} -${pick(common)}`),
    ],
  ]);
}

const repeated = (list: string[]): string[] =>
  Array.from({ length: asked }, (_, n) => list[n % list.length] ?? '');

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
