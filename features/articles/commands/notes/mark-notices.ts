import { and, eq, inArray, isNull } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { notices } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import type { MarkNotices, SeeNotices } from '../../notes-input';
import { staffOf } from './note-in-hand';

/** Marks notices of one's own as read, or as unread again. Ids of others' are passed over. */
export async function markNotices(ctx: Ctx, { noticeIds, read }: MarkNotices): Promise<{ marked: number }> {
  authorise(ctx.actor, 'read-desk');
  const { id: userId } = staffOf(ctx);
  if (noticeIds.length === 0) return { marked: 0 };
  return transact(ctx, async (tx) => {
    const marked = await tx.db
      .update(notices)
      .set({ readAt: read ? tx.now : null })
      .where(and(eq(notices.userId, userId), inArray(notices.id, noticeIds)))
      .returning({ id: notices.id });
    return { marked: marked.length };
  });
}

/** Marks everything that one was told as read; gives the ids, so that it can be undone. Plan: notices_unread. */
export async function markAllNotices(ctx: Ctx): Promise<{ noticeIds: number[] }> {
  authorise(ctx.actor, 'read-desk');
  const { id: userId } = staffOf(ctx);
  return transact(ctx, async (tx) => {
    const marked = await tx.db
      .update(notices)
      .set({ readAt: tx.now })
      .where(and(eq(notices.userId, userId), isNull(notices.readAt)))
      .returning({ id: notices.id });
    return { noticeIds: marked.map(({ id }) => id) };
  });
}

/** One's own notices of an article that are seen by opening it, or its notes. Gives how many there were. */
export async function seeNotices(ctx: Ctx, { articleId, kind }: SeeNotices): Promise<{ marked: number }> {
  authorise(ctx.actor, 'read-desk');
  const { id: userId } = staffOf(ctx);
  return transact(ctx, async (tx) => {
    const seen = await tx.db
      .update(notices)
      .set({ readAt: tx.now })
      .where(
        and(
          eq(notices.userId, userId),
          eq(notices.articleId, articleId),
          eq(notices.kind, kind),
          isNull(notices.readAt),
        ),
      )
      .returning({ id: notices.id });
    return { marked: seen.length };
  });
}
