import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { type StoryCard, selectCards } from './story-card';

/** Which stories: all, those of sections (a section with its children), of a tag, of an author, or first live in a span. */
export type StoryList =
  | { of: 'site' }
  | { of: 'section'; sectionIds: readonly number[] }
  | { of: 'tag'; tagId: number }
  | { of: 'author'; authorId: number }
  | { of: 'span'; from: Date; to: Date };

/** A place in a list of stories, newest first: the story that stands there. */
export interface StoryCursor {
  liveAt: Date;
  id: number;
}

/** One page of a list. */
export interface StoryPage {
  stories: StoryCard[];
  /** Where the next page begins, or null on the last. */
  older: StoryCursor | null;
  /** Where the page before begins: `first` for the first page, null when this is it. */
  newer: StoryCursor | 'first' | null;
}

/**
 * A page of live stories, newest first: those after `before`, or the newest. Page 500 costs what page 1 costs: each list
 * has an index in its own order, (shelf, live_at desc, article_id desc), of which the page is one range; `article_id`
 * parts stories of the same instant. A section's children each give their own range, merged.
 * EXPLAIN (100,000 stories): Limit › Nested Loop › Index Only Scan using article_sections_list
 * (section_id, live_at < …) › Index Scan using articles_pkey; 21 + 21 rows read.
 */
export async function listStories(
  ctx: Ctx,
  list: StoryList,
  { before = null, limit = 20 }: { before?: StoryCursor | null; limit?: number } = {},
): Promise<StoryPage> {
  const [rows, newer] = await Promise.all([
    selectCards(ctx, pageOf(keys(list, before && sql`< ${tuple(before)}`, 'desc', limit + 1))),
    before === null ? null : newerPage(ctx, list, before, limit),
  ]);
  const stories = rows.slice(0, limit);
  const last = stories.at(-1);
  return { stories, older: rows.length > limit && last ? { liveAt: last.liveAt, id: last.id } : null, newer };
}

/** Ids of the newest stories of a list, newest first. */
export async function listStoryIds(ctx: Ctx, list: StoryList, limit: number): Promise<number[]> {
  const rows = await ctx.db.execute<{ article_id: string }>(keys(list, null, 'desc', limit));
  return rows.map((row) => Number(row.article_id));
}

/** The page before begins after the story that stands `limit` + 1 above this page; with fewer, it is the first. */
async function newerPage(
  ctx: Ctx,
  list: StoryList,
  before: StoryCursor,
  limit: number,
): Promise<StoryCursor | 'first'> {
  const above = await ctx.db.execute<{ article_id: string; live_at: string }>(
    keys(list, sql`>= ${tuple(before)}`, 'asc', limit + 1),
  );
  const start = above.length > limit ? above.at(-1) : undefined;
  return start ? { id: Number(start.article_id), liveAt: new Date(start.live_at) } : 'first';
}

const tuple = ({ liveAt, id }: StoryCursor): SQL =>
  sql`(${liveAt.toISOString()}::timestamptz, ${id}::bigint)`;

const pageOf = (rows: SQL): SQL =>
  sql`select k.article_id, row_number() over (order by k.live_at desc, k.article_id desc) as place from (${rows}) k`;

type Order = 'asc' | 'desc';

/** `article_id` and `live_at` of a list from one side of a place on, in the order asked for. */
function keys(list: StoryList, beyond: SQL | null, order: Order, limit: number): SQL {
  if (list.of === 'section')
    return filed('article_sections', 'section_id', list.sectionIds, beyond, order, limit);
  if (list.of === 'tag') return filed('article_tags', 'tag_id', [list.tagId], beyond, order, limit);
  if (list.of === 'author') return filed('bylines', 'author_id', [list.authorId], beyond, order, limit);
  const within =
    list.of === 'span'
      ? sql`and a.first_live_at >= ${list.from.toISOString()}::timestamptz and a.first_live_at < ${list.to.toISOString()}::timestamptz`
      : sql``;
  return sql`
    select a.id as article_id, a.first_live_at as live_at from articles a
    where a.live_revision_id is not null and a.kind <> 'page' ${within}
      ${beyond ? sql`and (a.first_live_at, a.id) ${beyond}` : sql``}
    order by a.first_live_at ${sql.raw(order)}, a.id ${sql.raw(order)} limit ${limit}`;
}

function filed(
  table: string,
  column: string,
  ids: readonly number[],
  beyond: SQL | null,
  order: Order,
  limit: number,
): SQL {
  const direction = sql.raw(order);
  return sql`
    select distinct f.live_at, f.article_id
    from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) shelf(id)
    cross join lateral (
      select x.article_id, x.live_at
      from ${sql.identifier(table)} x join articles a on a.id = x.article_id and a.kind <> 'page'
      where x.${sql.identifier(column)} = shelf.id::bigint ${beyond ? sql`and (x.live_at, x.article_id) ${beyond}` : sql``}
      order by x.live_at ${direction}, x.article_id ${direction} limit ${limit}
    ) f
    order by f.live_at ${direction}, f.article_id ${direction} limit ${limit}`;
}
