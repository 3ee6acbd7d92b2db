import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  type BenchNewsroom,
  cpuMicrosecondsOf,
  median,
  openBenchNewsroom,
  type Running,
  tellFigure,
  turnEverything,
} from './lib';
import { ask } from './press';

const small = 1_000;
const large = Number(process.env.ARTICLES ?? 100_000);
/** How often each page is made anew at each size. */
const times = Number(process.env.ROUNDS ?? 30);

interface Stand {
  newsroom: BenchNewsroom;
  web: Running;
  pages: Map<string, string>;
}

/**
 * `npm run bench -- growth`: what making each kind of page costs in a newsroom of 1,000 stories and in one of 100,000,
 * ten comments a story, turn and turn about. Target: 1.5 times.
 */
export async function benchGrowth(): Promise<void> {
  const stands: Stand[] = [];
  try {
    for (const articles of [small, large]) stands.push(await open(articles));
    const [one, other] = stands;
    if (!one || !other) return;
    for (const [kind, path] of one.pages) {
      const otherPath = other.pages.get(kind);
      if (otherPath === undefined) throw new Error(`no ${kind} among ${large} stories`);
      await compareMisses(kind, [one, path], [other, otherPath]);
    }
  } finally {
    for (const { newsroom } of stands) await newsroom.close();
  }
}

async function open(articles: number): Promise<Stand> {
  const newsroom = await openBenchNewsroom({ articles, comments: articles * 10, subscribers: 0 });
  await editByHand(newsroom.db);
  return { newsroom, web: await newsroom.startWeb(), pages: await pagesOf(newsroom.db) };
}

async function compareMisses(kind: string, few: [Stand, string], many: [Stand, string]): Promise<void> {
  const taken: [Cost[], Cost[]] = [[], []];
  // The first rounds compile what the page needs and fill the database's caches.
  for (let round = -10; round < times; round++) {
    const pair = [await miss(...few), await miss(...many)] as const;
    if (round >= 0) for (const at of [0, 1] as const) taken[at].push(pair[at]);
  }
  const of = (at: 0 | 1, what: keyof Cost) => median(taken[at].map((cost) => cost[what]));
  tellFigure(
    `growth ${kind}`,
    `${of(0, 'ms').toFixed(1)} ms at ${small} stories, ${of(1, 'ms').toFixed(1)} at ${large}, ratio ${(of(1, 'ms') / of(0, 'ms')).toFixed(2)} (target 1.50); processor ${of(0, 'cpuMs').toFixed(1)} and ${of(1, 'cpuMs').toFixed(1)} ms`,
  );
}

interface Cost {
  ms: number;
  cpuMs: number;
}

/** One page made anew: everything turns, the process has heard, and the next reader waits for it. */
async function miss({ newsroom, web }: Stand, path: string): Promise<Cost> {
  await turnEverything(newsroom.db, web);
  const [began, cpu] = [performance.now(), cpuMicrosecondsOf(web.pid)];
  await ask(web.url, path, {}, path === nowhere ? 404 : 200);
  return { ms: performance.now() - began, cpuMs: (cpuMicrosecondsOf(web.pid) - cpu) / 1_000 };
}

const nowhere = '/nowhere/to-be-found';

/** What the bulk seed leaves to editors: corrections for one story in twenty, a series, a chosen top, a bar. */
async function editByHand(db: Database): Promise<void> {
  await db.execute(sql`
    insert into corrections (article_id, text, passage, corrected_at)
    select id, 'The number was wrong.', headline, first_live_at + interval '1 hour'
    from (select id, head_title as headline, first_live_at from articles where id % 20 = 0 and live_revision_id is not null) x`);
  await db.execute(sql`
    with made as (insert into series (name, slug) values ('The long read', 'the-long-read') returning id)
    update articles set live_series_id = made.id from made
    where articles.id in (select id from articles where live_revision_id is not null order by hashint8(id) limit 30)`);
  await db.execute(sql`
    insert into slots (page, position, article_id)
    select 'front', row_number() over (order by first_live_at) - 1, id
    from (select id, first_live_at from articles where live_revision_id is not null order by first_live_at desc offset 30 limit 4) x`);
  await db.execute(sql`
    insert into slots (page, position, article_id)
    select 'section:' || section_id, 0, max(article_id) from article_sections group by section_id`);
  await db.execute(sql`insert into breaking_bars (text) values ('The harbour bridge is closed')`);
  // As the server itself does within a minute or two.
  await db.execute(sql`vacuum (analyze) corrections, articles, slots, search_documents, search_vocabulary`);
}

/** An address of each kind of page; of lists the fullest, and one far down. */
async function pagesOf(db: Database): Promise<Map<string, string>> {
  const [row] = await db.execute<Record<string, string>>(sql`
    with deep as (
      select id, first_live_at from articles where live_revision_id is not null
      order by first_live_at desc, id desc offset (select count(*) * 8 / 10 from articles) limit 1
    ), story as (
      select s.slug || '/' || a.live_slug as path, a.live_revision_id from articles a join sections s on s.id = a.live_section_id
      where a.comment_count between 5 and 25 order by a.first_live_at desc limit 1
    ), talked as (
      select s.slug || '/' || a.live_slug as path from articles a join sections s on s.id = a.live_section_id
      order by a.comment_count desc limit 1
    ), section as (
      select '/' || s.slug as path from article_sections x join sections s on s.id = x.section_id group by s.slug order by count(*) desc limit 1
    ), tag as (
      select '/tag/' || t.slug as path from article_tags x join tags t on t.id = x.tag_id group by t.slug order by count(*) desc limit 1
    ), author as (
      select '/author/' || u.slug as path from bylines x join authors u on u.id = x.author_id group by u.slug order by count(*) desc limit 1
    ), text as (
      select search_words(r.plain_text) as words from story join revisions r on r.id = story.live_revision_id
    ), corrected as (
      select id, corrected_at from corrections order by corrected_at offset 10 limit 1
    )
    select '/' as front, '/' || story.path as article, '/' || talked.path as "most commented",
      section.path as section, tag.path as tag, author.path as author, '/series/the-long-read' as series,
      '/latest' as latest,
      '/latest?before=' || floor(extract(epoch from deep.first_live_at) * 1000)::bigint || '-' || deep.id as "latest far down",
      '/archive' as "archive index",
      '/archive/' || to_char(deep.first_live_at at time zone 'UTC', 'YYYY/MM') as "archive month",
      '/corrections' as corrections,
      '/corrections?before=' || floor(extract(epoch from corrected.corrected_at) * 1000)::bigint || '-' || corrected.id as "corrections far down",
      '/search?q=' || (select word from search_vocabulary where length(word) > 3 order by documents desc limit 1) as "search common word",
      '/search?q=' || (select word from search_vocabulary where documents > 2 order by documents, word limit 1) as "search rare word",
      '/search?q=%22' || text.words[5] || '%20' || text.words[6] || '%22' as "search phrase",
      '/search?q=zzyzzyx' as "search nothing",
      ${nowhere} as "no page",
      '/feed.xml' as feed, section.path || '/feed.xml' as "section feed", tag.path || '/atom.xml' as "tag feed",
      author.path || '/feed.json' as "author feed",
      '/sitemap.xml' as "sitemap index", '/sitemap-0.xml' as "sitemap of shelves", '/sitemap-1.xml' as sitemap,
      '/news-sitemap.xml' as "news sitemap", '/newsletter' as newsletter
    from deep, story, talked, section, tag, author, text, corrected`);
  if (!row) throw new Error('the newsroom is empty');
  return new Map(Object.entries(row));
}
