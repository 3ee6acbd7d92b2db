import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { corrections, publications } from '@/db/schema';
import { type ArticleView, findPreview } from './article-view';
import { findAsReadersSaw } from './ledger';

/** What readers had of an article at an instant. */
export type AsSeen =
  | { state: 'seen'; article: ArticleView; revisionId: number; since: Date }
  /** Withdrawn or killed by then. */
  | { state: 'taken back'; kind: 'withdraw' | 'kill'; since: Date }
  | { state: 'not yet' };

/**
 * "As readers saw it at 14:02" (D9): the version that was live then, with the dates and corrections it carried. Pictures,
 * names of sections and authors, related stories and comments are those of today; so is a correction's wording. Who may
 * see it is for the caller to decide. Plan: publications_article, revisions_pkey, corrections_article.
 */
export async function findArticleAsSeen(
  ctx: Ctx,
  { articleId, at }: { articleId: number; at: Date },
): Promise<AsSeen> {
  const seen = await findAsReadersSaw(ctx, { articleId, at });
  if (!seen) return { state: 'not yet' };
  const { revision, appliedAt: since, kind } = seen;
  if (!revision) return { state: 'taken back', kind: kind === 'kill' ? 'kill' : 'withdraw', since };
  const [article, times, shown] = await Promise.all([
    findPreview(ctx, articleId, revision.id),
    findTimes(ctx, articleId, at),
    listCorrectionsThen(ctx, articleId, at),
  ]);
  if (!article) return { state: 'not yet' };
  return {
    state: 'seen',
    article: { ...article, ...times, corrections: shown },
    revisionId: revision.id,
    since,
  };
}

/** The dates in its head by then: first live, and the last update that was worth a line. */
async function findTimes(ctx: Ctx, articleId: number, at: Date) {
  const applied = await ctx.db
    .select({ effectiveAt: publications.effectiveAt, material: publications.material })
    .from(publications)
    .where(
      and(
        eq(publications.articleId, articleId),
        lte(publications.appliedAt, at),
        sql`${publications.revisionId} is not null`,
      ),
    )
    .orderBy(asc(publications.effectiveAt), asc(publications.id))
    .limit(2_000);
  const [first, ...again] = applied;
  return {
    liveAt: first?.effectiveAt ?? null,
    updatedAt: again.findLast(({ material }) => material)?.effectiveAt ?? null,
  };
}

/** Those of then, removed since or not. */
async function listCorrectionsThen(
  ctx: Ctx,
  articleId: number,
  at: Date,
): Promise<ArticleView['corrections']> {
  const rows = await ctx.db
    .select()
    .from(corrections)
    .where(
      and(
        eq(corrections.articleId, articleId),
        lte(corrections.correctedAt, at),
        or(isNull(corrections.removedAt), gt(corrections.removedAt, at)),
      ),
    )
    .orderBy(asc(corrections.correctedAt), asc(corrections.id))
    .limit(100);
  return rows.map(({ id, text, passage, correctedAt, amendedAt }) => ({
    id,
    text,
    passage,
    at: correctedAt,
    amendedAt: amendedAt !== null && amendedAt <= at ? amendedAt : null,
  }));
}
