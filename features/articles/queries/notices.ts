import { and, count, desc, eq, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { articles, notes, notices } from '@/db/schema';
import { authorise, may } from '@/features/users/rules';
import type { ListNotices } from '../notes-input';

export interface NoticeLine {
  id: number;
  kind: 'mention' | 'assignment';
  articleId: number;
  noteId: number | null;
  title: string;
  byName: string;
  /** What was noted; null for an assignment. */
  text: string | null;
  createdAt: Date;
  readAt: Date | null;
}

export interface NoticePage {
  lines: NoticeLine[];
  /** The `before` of the next page; null on the last. */
  next: number | null;
}

const pageSize = 50;

/** What the actor was told, the newest first, by key; nothing of articles that she may not open any more. Plan: notices_user. */
export async function listNotices(ctx: Ctx, { before }: ListNotices): Promise<NoticePage> {
  authorise(ctx.actor, 'read-desk');
  const rows = await ctx.db
    .select({
      id: notices.id,
      kind: notices.kind,
      articleId: notices.articleId,
      noteId: notices.noteId,
      title: articles.headTitle,
      byName: notices.byName,
      text: notes.text,
      createdAt: notices.createdAt,
      readAt: notices.readAt,
    })
    .from(notices)
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(notes, eq(notes.id, notices.noteId))
    .where(and(isShown(ctx), before ? lt(notices.id, before) : undefined))
    .orderBy(desc(notices.id))
    .limit(pageSize + 1);
  const lines = rows.slice(0, pageSize);
  return { lines, next: rows.length > pageSize ? (lines.at(-1)?.id ?? null) : null };
}

/** How many of them are unread. Plan: notices_unread. */
export async function countUnread(ctx: Ctx): Promise<{ unread: number }> {
  authorise(ctx.actor, 'read-desk');
  const [row] = await ctx.db
    .select({ unread: count() })
    .from(notices)
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .leftJoin(notes, eq(notes.id, notices.noteId))
    .where(and(isShown(ctx), isNull(notices.readAt)));
  return { unread: row?.unread ?? 0 };
}

/** One's own, unless the note was taken back or the article is closed to who sees her own only. */
function isShown({ actor }: Ctx): SQL | undefined {
  const self = actor.kind === 'staff' ? actor.id : 0;
  const opens = may(actor, 'read-article')
    ? undefined
    : or(eq(articles.createdBy, self), eq(articles.assigneeId, self));
  return and(eq(notices.userId, self), isNull(notes.removedAt), opens);
}
