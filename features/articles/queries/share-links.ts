import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, shareLinks, users } from '@/db/schema';
import { may } from '@/features/users/rules';
import { shareAddress, shareLinkIdOf } from '../share-token';
import { type ArticleView, findPreview } from './article-view';
import { findHistoryHead } from './history';

export interface ShareLink {
  id: number;
  url: string;
  note: string;
  createdBy: string | null;
  expiresAt: Date;
}

/**
 * The links of an article that still open it, the newest first; null where one may not change the article, for a link is
 * as good as its text. By share_links_article.
 */
export async function listShareLinks(
  ctx: Ctx,
  { articleId }: { articleId: number },
): Promise<ShareLink[] | null> {
  const head = await findHistoryHead(ctx, articleId);
  if (!head || !may(ctx.actor, 'edit-article', head.matter)) return null;
  const rows = await ctx.db
    .select({
      id: shareLinks.id,
      note: shareLinks.note,
      createdBy: users.name,
      expiresAt: shareLinks.expiresAt,
    })
    .from(shareLinks)
    .leftJoin(users, eq(users.id, shareLinks.createdBy))
    .where(
      and(
        eq(shareLinks.articleId, articleId),
        isNull(shareLinks.revokedAt),
        gt(shareLinks.expiresAt, sql`clock()`),
      ),
    )
    .orderBy(desc(shareLinks.id))
    .limit(100);
  return rows.map((row) => ({ ...row, url: shareAddress(row.id) }));
}

export type Shared =
  | { state: 'open'; article: ArticleView; expiresAt: Date }
  /** It ran out, was withdrawn, or its story is gone. */
  | { state: 'over' }
  /** Nobody here made it. */
  | { state: 'unknown' };

/** What a share link shows, to whoever holds it: the newest version. By share_links_pkey, then as the preview. */
export async function findShared(ctx: Ctx, token: string): Promise<Shared> {
  const id = shareLinkIdOf(token);
  if (id === null) return { state: 'unknown' };
  const [link] = await ctx.db
    .select({ articleId: shareLinks.articleId, expiresAt: shareLinks.expiresAt })
    .from(shareLinks)
    .innerJoin(articles, eq(articles.id, shareLinks.articleId))
    .where(
      and(
        eq(shareLinks.id, id),
        isNull(shareLinks.revokedAt),
        gt(shareLinks.expiresAt, sql`clock()`),
        isNull(articles.trashedAt),
        isNull(articles.killedAt),
      ),
    )
    .limit(1);
  const article = link && (await findPreview(ctx, link.articleId));
  return article ? { state: 'open', article, expiresAt: link.expiresAt } : { state: 'over' };
}
