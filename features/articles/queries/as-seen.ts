import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { corrections, publications } from '@/db/schema';
import { type ArticleView, findPreview } from './article-view';
import { findAsReadersSaw } from './ledger';
import { authorsThen, findOfThen, hasTurnedSince, leadThen, sectionsThen } from './of-then';
import { listTagsThen } from './tags-then';

/** A picture's file that was exchanged since, the headlines of the cards in the text. */
export type OfToday = 'pictures' | 'cards';

/** What readers had of an article at an instant. */
export type AsSeen =
  | {
      state: 'seen';
      article: ArticleView;
      revisionId: number;
      since: Date;
      /** What the page shows as it is now, as nothing tells what it was. */
      ofToday: OfToday[];
    }
  /** Withdrawn or killed by then. */
  | { state: 'taken back'; kind: 'withdraw' | 'kill'; since: Date }
  | { state: 'not yet' };

/**
 * "As readers saw it at 14:02" (D9): the version that was live then, with the dates it carried, its bylines, sections and
 * tags under the names of then, the library's words of its lead picture, and the corrections that stood by then in the
 * words of then. Related stories, comments and the
 * other parts of a series are left out: what stood there is not known. What is of today is named. Who may see it is for
 * the caller to decide. Plan: publications_article, revisions_pkey, corrections_article, audit_subject.
 */
export async function findArticleAsSeen(
  ctx: Ctx,
  { articleId, at }: { articleId: number; at: Date },
): Promise<AsSeen> {
  const seen = await findAsReadersSaw(ctx, { articleId, at });
  if (!seen) return { state: 'not yet' };
  const { revision, appliedAt: since, kind } = seen;
  if (!revision) return { state: 'taken back', kind: kind === 'kill' ? 'kill' : 'withdraw', since };
  const { authorIds, sectionIds, tagIds, leadMediaId } = revision;
  const [article, times, shown, was, tags, turned] = await Promise.all([
    findPreview(ctx, articleId, revision.id),
    findTimes(ctx, articleId, at),
    listCorrectionsThen(ctx, articleId, at),
    findOfThen(ctx, { articleId, at, authorIds, sectionIds, leadMediaId }),
    listTagsThen(ctx, { at, tagIds }),
    hasTurnedSince(ctx, articleId, at),
  ]);
  if (!article) return { state: 'not yet' };
  return {
    state: 'seen',
    article: {
      ...article,
      ...times,
      authors: authorsThen(authorIds, article, was),
      sections: sectionsThen(sectionIds, article, was),
      tags,
      lead: leadThen(article.lead, revision, was),
      corrections: shown.map((correction) => {
        const { text, passage } = { ...correction, ...was.correction.get(correction.id) };
        return { ...correction, text, passage };
      }),
      related: [],
      series: null,
    },
    ofToday: [
      ...(turned ? (['pictures'] as const) : []),
      ...(article.cards.length > 0 ? (['cards'] as const) : []),
    ],
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
