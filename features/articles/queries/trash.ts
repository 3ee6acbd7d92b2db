import { and, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, sections } from '@/db/schema';
import { authorise, may } from '@/features/users/rules';
import { type ListPlace, placeText } from '../list-input';
import { isSeen } from './calendar';

export interface TrashLine {
  articleId: number;
  title: string;
  section: string | null;
  trashedAt: Date;
  /** Who put it there; null where that was the command line, or is not known. */
  trashedBy: string | null;
  mayRestore: boolean;
}

export interface TrashPage {
  lines: TrashLine[];
  next: string | null;
}

const pageSize = 50;

/**
 * What lies in the trash, the last thrown away first, by key; a contributor sees her own. Plan at 100,000 stories, 400 of
 * them thrown away: articles_put_away, a sort of those, then audit_subject for each of the 50.
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
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
      sectionIds: articles.headSectionIds,
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
  const lines = rows.slice(0, pageSize).map(({ createdBy, assigneeId, sectionIds, ...row }) => ({
    ...row,
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
