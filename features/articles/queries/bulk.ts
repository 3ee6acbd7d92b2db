import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, bulkChanges, bulkStories } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import type { BulkAct } from '../bulk-input';
import type { ListArticles } from '../list-input';
import { findPage } from './desk';
import { fits, inOrder, wanted } from './desk-filter';

/** The first so many stories of a list, whatever page of it is open. */
export const listArticleIds = (ctx: Ctx, asked: ListArticles, most: number): Promise<number[]> =>
  findPage(ctx, { ...asked, after: undefined }, most);

/** Every story of a list, as a query of ids in no order. */
export function everyStory(ctx: Ctx, asked: ListArticles): SQL {
  const question = wanted(asked);
  const found = question ? sql`${articles.id} in (select desk_finds(${question}))` : undefined;
  return sql`select ${articles.id} from ${articles} where ${and(fits(ctx, asked), inOrder(asked).only, found)}`;
}

/** How many stories a list holds. Plan at 100,000, all of them: a scan of articles, 40 ms; asked for by a button alone. */
export async function countList(ctx: Ctx, { query }: { query: ListArticles }): Promise<{ stories: number }> {
  authorise(ctx.actor, 'read-desk');
  const [row] = await ctx.db.execute<{ stories: number }>(
    sql`select count(*)::int as stories from (${everyStory(ctx, query)}) listed`,
  );
  return { stories: row?.stories ?? 0 };
}

/** What the way back from an act depends on. Plan: articles_pkey. */
export async function findForBulk(ctx: Ctx, articleId: number) {
  const [row] = await ctx.db
    .select({ title: articles.headTitle, stage: articles.stage, assigneeId: articles.assigneeId })
    .from(articles)
    .where(eq(articles.id, articleId));
  return row ?? null;
}

/** How far a bulk change is, for its maker. */
export interface BulkProgress {
  changeId: number;
  /** Null where it takes another back. */
  kind: BulkAct['kind'] | null;
  state: 'gathering' | 'running' | 'cancelling' | 'cancelled' | 'done';
  total: number;
  done: number;
  refused: number;
  /** Something was done that can be taken back. */
  mayUndo: boolean;
  /** The first hundred, with the reason. */
  refusals: { articleId: number; title: string; sentence: string }[];
}

const refusalsShown = 100;

/** The newest bulk change that its maker has not put aside, or null. Plan: bulk_changes_actor, then bulk_stories_refused. */
export async function findBulkChange(ctx: Ctx): Promise<BulkProgress | null> {
  authorise(ctx.actor, 'read-desk');
  if (ctx.actor.kind !== 'staff') return null;
  const [row] = await ctx.db
    .select()
    .from(bulkChanges)
    .where(and(eq(bulkChanges.actorId, ctx.actor.id), isNull(bulkChanges.readAt)))
    .orderBy(desc(bulkChanges.id))
    .limit(1);
  if (!row) return null;
  const { id: changeId, total, done, refused, gatheredAt, cancelledAt, endedAt } = row;
  const act = row.act as BulkAct | null;
  const ended = cancelledAt && done + refused < total ? 'cancelled' : 'done';
  const running = gatheredAt ? 'running' : 'gathering';
  return {
    changeId,
    kind: act?.kind ?? null,
    state: endedAt ? ended : cancelledAt ? 'cancelling' : running,
    ...{ total, done, refused },
    mayUndo: act !== null && endedAt !== null && done > 0,
    refusals: await listRefusals(ctx, changeId),
  };
}

const listRefusals = async (ctx: Ctx, changeId: number): Promise<BulkProgress['refusals']> => {
  const rows = await ctx.db
    .select({ articleId: articles.id, title: articles.headTitle, sentence: bulkStories.sentence })
    .from(bulkStories)
    .innerJoin(articles, eq(articles.id, bulkStories.articleId))
    .where(and(eq(bulkStories.changeId, changeId), eq(bulkStories.state, 'refused')))
    .orderBy(bulkStories.articleId)
    .limit(refusalsShown);
  return rows.map(({ sentence, ...row }) => ({ ...row, sentence: sentence ?? '' }));
};
