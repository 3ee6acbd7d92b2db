import { asc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, relatedPins, revisions } from '@/db/schema';
import { relatedStories } from './related';

/**
 * The stories pinned under an article, in their order, live or not. Under the headline that readers see, where they see
 * one: who may edit this article may not read every working copy. By `related_pins_pkey`, then primary keys.
 */
export async function listPins(ctx: Ctx, articleId: number): Promise<{ id: number; name: string }[]> {
  return ctx.db
    .select({ id: articles.id, name: sql<string>`coalesce(${revisions.title}, ${articles.headTitle})` })
    .from(relatedPins)
    .innerJoin(articles, eq(articles.id, relatedPins.pinnedId))
    .leftJoin(revisions, eq(revisions.id, articles.liveRevisionId))
    .where(eq(relatedPins.articleId, articleId))
    .orderBy(asc(relatedPins.position))
    .limit(relatedStories);
}
