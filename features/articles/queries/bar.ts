import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, breakingBars, revisions, sections, users } from '@/db/schema';
import { articleAddress } from '../rules';

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

/** The bar as readers see it. */
export interface StandingBar {
  label: string;
  text: string;
  href: string | null;
  /** When it lowers itself. */
  lowerAt: Date | null;
}

const stands = and(isNull(breakingBars.loweredAt), sql`coalesce(${breakingBars.lowerAt} > clock(), true)`);

/**
 * The bar that stands for readers. A killed or withdrawn story takes its link with it; what there is to say stays.
 * EXPLAIN: Index Scan using breaking_bars_standing › articles_pkey › sections_pkey.
 */
export async function findBarForReaders(ctx: Ctx): Promise<StandingBar | null> {
  const [row] = await ctx.db
    .select({
      label: breakingBars.label,
      text: breakingBars.text,
      href: breakingBars.href,
      lowerAt: breakingBars.lowerAt,
      slug: articles.liveSlug,
      sectionSlug: sections.slug,
    })
    .from(breakingBars)
    .leftJoin(articles, and(eq(articles.id, breakingBars.articleId), isNotNull(articles.liveRevisionId)))
    .leftJoin(sections, eq(sections.id, articles.liveSectionId))
    .where(stands);
  if (!row) return null;
  const { label, text, href, lowerAt, slug, sectionSlug } = row;
  return { label, text, href: slug === null ? href : articleAddress({ sectionSlug, slug }), lowerAt };
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
    .where(stands);
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
