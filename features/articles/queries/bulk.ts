import { eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles } from '@/db/schema';
import type { ListArticles } from '../list-input';
import { findPage } from './desk';

/** The first so many stories of a list, whatever page of it is open. */
export const listArticleIds = (ctx: Ctx, asked: ListArticles, most: number): Promise<number[]> =>
  findPage(ctx, { ...asked, after: undefined }, most);

/** What the way back from an act depends on. Plan: articles_pkey. */
export async function findForBulk(ctx: Ctx, articleId: number) {
  const [row] = await ctx.db
    .select({ title: articles.headTitle, stage: articles.stage, assigneeId: articles.assigneeId })
    .from(articles)
    .where(eq(articles.id, articleId));
  return row ?? null;
}
