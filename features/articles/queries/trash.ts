import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, publications, sections } from '@/db/schema';
import { trashed } from '@/db/trash';
import { authorise, may } from '@/features/users/rules';
import { type ListPlace, placeText } from '../list-input';
import type { Publication } from '../rules';
import { isSeen } from './calendar';

export interface TrashLine {
  articleId: number;
  title: string;
  section: string | null;
  trashedAt: Date;
  /** Who put it there; null where that was the command line, or is not known. */
  trashedBy: string | null;
  mayRestore: boolean;
  /** Readers never had it, so that it may go for good. */
  mayGo: boolean;
  /** In the order of their time. */
  plans: (PlanOfTrash & { isPast: boolean })[];
}

/** What was planned when a story went into the trash, and was cancelled by that. */
export interface PlanOfTrash {
  id: number;
  kind: Publication['kind'];
  effectiveAt: Date;
  /** The version that readers were to get; null for a withdrawal. */
  revisionId: number | null;
  material: boolean;
}

export interface TrashPage {
  lines: TrashLine[];
  next: string | null;
}

const pageSize = 50;

/**
 * What lies in the trash, the last thrown away first, by key; a contributor sees her own. Plan at 100,000 stories, 400 of
 * them thrown away: articles_put_away, a sort of those, then audit_subject and publications_article for each of the 50.
 */
export async function listTrash(ctx: Ctx, after?: ListPlace): Promise<TrashPage> {
  authorise(ctx.actor, 'read-desk');
  const rows = await ctx.db
    .select({
      articleId: articles.id,
      title: articles.headTitle,
      section: sections.name,
      trashedAt: sql`${articles.trashedAt}`.mapWith(articles.savedAt),
      trashedBy: sql<string | null>`(
        select actor_name from audit where subject = 'article' and subject_id = ${articles.id}::text
          and verb = 'trash-article' and actor_id is not null order by id desc limit 1)`,
      mayGo: sql<boolean>`${trashed.articles.mayGo}`,
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
      sectionIds: articles.headSectionIds,
      plans: sql<PlanRow[] | null>`(
        select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'effectiveAt', p.effective_at, 'revisionId', p.revision_id,
            'material', p.material, 'isPast', p.effective_at <= clock()) order by p.effective_at, p.id)
          from publications p where p.article_id = ${articles.id} and p.cancelled_at = ${articles.trashedAt})`,
    })
    .from(articles)
    .leftJoin(sections, sql`${sections.id} = ${articles.headSectionIds}[1]`)
    .where(
      and(
        isNotNull(articles.trashedAt),
        isSeen(ctx),
        after ? sql`(${articles.trashedAt}, ${articles.id}) < (${after.key}, ${after.id})` : undefined,
      ),
    )
    .orderBy(sql`${articles.trashedAt} desc, ${articles.id} desc`)
    .limit(pageSize + 1);
  const lines = rows.slice(0, pageSize).map(({ createdBy, assigneeId, sectionIds, plans, ...row }) => ({
    ...row,
    plans: (plans ?? []).map((plan) => ({ ...plan, effectiveAt: new Date(plan.effectiveAt) })),
    mayRestore: may(ctx.actor, 'trash-article', { ownerIds: [createdBy, assigneeId], sectionIds }),
  }));
  const last = lines.at(-1);
  return {
    lines,
    next:
      rows.length > pageSize && last
        ? placeText({ key: last.trashedAt.toISOString(), id: last.articleId })
        : null,
  };
}

type PlanRow = Omit<TrashLine['plans'][number], 'effectiveAt'> & { effectiveAt: string };

/** What was cancelled in the very act that put an article into the trash, by its time. Plan: publications_article. */
export const listPlansOfTrash = ({ db }: Ctx, articleId: number): Promise<PlanOfTrash[]> =>
  db
    .select({
      id: publications.id,
      kind: publications.kind,
      effectiveAt: publications.effectiveAt,
      revisionId: publications.revisionId,
      material: publications.material,
    })
    .from(publications)
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .where(and(eq(articles.id, articleId), eq(publications.cancelledAt, articles.trashedAt)))
    .orderBy(asc(publications.effectiveAt), asc(publications.id))
    .limit(100);
