import { sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articleAddress } from '@/features/articles/rules';
import type { Discussion } from '../rules';
import type { CommentPolicy } from './types';

export interface DiscussedArticle extends Discussion {
  id: number;
  title: string;
  href: string;
  commentCount: number;
}

/** The live article a discussion stands under; null when readers cannot see it. */
export async function findDiscussedArticle(ctx: Ctx, articleId: number): Promise<DiscussedArticle | null> {
  const [row] = await ctx.db.execute<{
    id: string;
    title: string;
    live_slug: string;
    section_slug: string | null;
    comment_policy: CommentPolicy;
    comment_count: number;
    first_live_at: string;
  }>(sql`
    select a.id, r.title, a.live_slug, s.slug as section_slug, a.comment_policy, a.comment_count, a.first_live_at
    from articles a join revisions r on r.id = a.live_revision_id left join sections s on s.id = a.live_section_id
    where a.id = ${articleId}`);
  if (!row) return null;
  return {
    id: Number(row.id),
    title: row.title,
    href: articleAddress({ sectionSlug: row.section_slug, slug: row.live_slug }),
    policy: row.comment_policy,
    commentCount: row.comment_count,
    firstLiveAt: new Date(row.first_live_at),
  };
}
