import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { notes } from '@/db/schema';
import { Conflict } from '@/lib/errors';
import type { OnNote } from '../../notes-input';
import { staffOf, takeNote } from './note-in-hand';

/** Says that a thread is dealt with; whoever may open the article may say so. Resolving twice does no harm. */
export const resolveNote = (ctx: Ctx, { noteId }: OnNote): Promise<void> => settle(ctx, noteId, true);

/** Says that it is not, after all. */
export const reopenNote = (ctx: Ctx, { noteId }: OnNote): Promise<void> => settle(ctx, noteId, false);

async function settle(ctx: Ctx, noteId: number, resolved: boolean): Promise<void> {
  await transact(ctx, async (tx) => {
    // A thread goes on when its first note was taken back.
    const { note } = await takeNote(tx, noteId, { evenRemoved: true });
    if (note.threadId !== null) throw Conflict('A thread is resolved as a whole, at its first note.');
    if ((note.resolvedAt !== null) === resolved) return;
    await tx.db
      .update(notes)
      .set(
        resolved
          ? { resolvedAt: tx.now, resolvedByName: staffOf(tx).name }
          : { resolvedAt: null, resolvedByName: null },
      )
      .where(eq(notes.id, noteId));
    tx.record(resolved ? 'resolve-note' : 'reopen-note', 'article', note.articleId, { after: { noteId } });
  });
}
