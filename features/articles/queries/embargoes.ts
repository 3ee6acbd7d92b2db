import { and, asc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles } from '@/db/schema';

/** Articles whose embargo is still to lift, the soonest first; a hundred at most. Plan: Index Scan articles_embargo. */
export const listEmbargoes = (
  ctx: Ctx,
  { to, ownerId }: { to: Date; ownerId?: number | undefined },
): Promise<{ articleId: number; title: string; embargoAt: Date }[]> =>
  ctx.db
    .select({
      articleId: articles.id,
      title: articles.headTitle,
      embargoAt: sql<Date>`${articles.embargoAt}`.mapWith(articles.embargoAt),
    })
    .from(articles)
    .where(
      and(
        gt(articles.embargoAt, ctx.now),
        sql`${articles.embargoAt} <= ${to.toISOString()}`,
        isNull(articles.trashedAt),
        isNull(articles.killedAt),
        ownerId === undefined
          ? undefined
          : or(eq(articles.createdBy, ownerId), eq(articles.assigneeId, ownerId)),
      ),
    )
    .orderBy(asc(articles.embargoAt), asc(articles.id))
    .limit(100);
