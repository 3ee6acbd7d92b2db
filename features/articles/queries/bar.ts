import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, breakingBars, revisions, users } from '@/db/schema';

/** The bar that stands, as the desk keeps it. */
export interface BarForDesk {
  id: number;
  label: string;
  text: string;
  href: string | null;
  story: { articleId: number; title: string; live: boolean } | null;
  raisedAt: Date;
  raisedBy: string | null;
  lowerAt: Date | null;
}

/** By `breaking_bars_standing`, then primary keys. */
export async function findStandingBar(ctx: Ctx): Promise<BarForDesk | null> {
  const [row] = await ctx.db
    .select({
      bar: breakingBars,
      raisedBy: users.name,
      articleId: articles.id,
      title: articles.headTitle,
      liveTitle: revisions.title,
    })
    .from(breakingBars)
    .leftJoin(users, eq(users.id, breakingBars.raisedBy))
    .leftJoin(articles, eq(articles.id, breakingBars.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.liveRevisionId))
    .where(and(isNull(breakingBars.loweredAt), sql`coalesce(${breakingBars.lowerAt} > clock(), true)`));
  if (!row) return null;
  const { id, label, text, href, raisedAt, lowerAt } = row.bar;
  const story =
    row.articleId === null
      ? null
      : {
          articleId: row.articleId,
          title: row.liveTitle ?? row.title ?? '',
          live: row.liveTitle !== null,
        };
  return { id, label, text, href, story, raisedAt, raisedBy: row.raisedBy, lowerAt };
}
