import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, relatedPins } from '@/db/schema';
import { relatedStories } from './related';

/** The stories pinned under an article, in their order, live or not. By `related_pins_pkey`. */
export async function listPins(ctx: Ctx, articleId: number): Promise<{ id: number; name: string }[]> {
  return ctx.db
    .select({ id: articles.id, name: articles.headTitle })
    .from(relatedPins)
    .innerJoin(articles, eq(articles.id, relatedPins.pinnedId))
    .where(eq(relatedPins.articleId, articleId))
    .orderBy(asc(relatedPins.position))
    .limit(relatedStories);
}
