import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '@/db/context';
import { noteMentions, notes } from '@/db/schema';
import type { Mentionable } from '../mentions';
import { openArticle } from './people';

export interface Note {
  id: number;
  threadId: number | null;
  /** Empty when it was taken back. */
  text: string;
  mentions: Mentionable[];
  createdByName: string;
  isOwn: boolean;
  createdAt: Date;
  editedAt: Date | null;
  removed: boolean;
  resolvedAt: Date | null;
  resolvedByName: string | null;
}

const mostNotes = 500;

/**
 * What staff said about an article, oldest first, the first 500; null when there is no such article. One taken back is
 * there, without its words, where it was answered. Throws Forbidden as the article itself does. Plan: notes_article.
 */
export async function listNotes(ctx: Ctx, { articleId }: { articleId: number }): Promise<Note[] | null> {
  if (!(await openArticle(ctx, articleId))) return null;
  const rows = await ctx.db
    .select({
      note: notes,
      mentions: sql<
        Mentionable[]
      >`coalesce((select json_agg(json_build_object('id', user_id, 'name', name) order by name)
        from ${noteMentions} where ${noteMentions.noteId} = ${notes}.id), '[]')`,
    })
    .from(notes)
    .where(eq(notes.articleId, articleId))
    .orderBy(asc(notes.id))
    .limit(mostNotes);
  const answered = new Set(
    rows.flatMap(({ note }) => (note.removedAt === null ? (note.threadId ?? []) : [])),
  );
  const self = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  return rows
    .filter(({ note }) => note.removedAt === null || answered.has(note.id))
    .map(({ note, mentions }) => ({
      id: note.id,
      threadId: note.threadId,
      text: note.removedAt ? '' : note.text,
      mentions: note.removedAt ? [] : mentions,
      createdByName: note.createdByName,
      isOwn: note.createdBy !== null && note.createdBy === self,
      createdAt: note.createdAt,
      editedAt: note.editedAt,
      removed: note.removedAt !== null,
      resolvedAt: note.resolvedAt,
      resolvedByName: note.resolvedByName,
    }));
}

/** Threads of an article that wait for somebody: not resolved, and not all taken back. */
export const countOpenThreads = (ctx: Ctx, articleId: number): Promise<number> =>
  ctx.db.$count(
    notes,
    and(
      eq(notes.articleId, articleId),
      isNull(notes.threadId),
      isNull(notes.resolvedAt),
      isNull(notes.removedAt),
    ),
  );
