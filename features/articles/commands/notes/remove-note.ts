import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { notes } from '@/db/schema';
import type { OnNote } from '../../notes-input';
import { takeOwnNote } from './note-in-hand';

/** Takes one's own note back: nobody reads it, nobody is mailed about it. What was answered stays. */
export async function removeNote(ctx: Ctx, { noteId }: OnNote): Promise<void> {
  await transact(ctx, async (tx) => {
    const { note } = await takeOwnNote(tx, noteId);
    await tx.db.update(notes).set({ removedAt: tx.now }).where(eq(notes.id, noteId));
    tx.record('remove-note', 'article', note.articleId, { before: { noteId, text: note.text } });
  });
}

/** Puts back what one took back. */
export async function restoreNote(ctx: Ctx, { noteId }: OnNote): Promise<void> {
  await transact(ctx, async (tx) => {
    const { note } = await takeOwnNote(tx, noteId, { evenRemoved: true });
    await tx.db.update(notes).set({ removedAt: null }).where(eq(notes.id, noteId));
    tx.record('restore-note', 'article', note.articleId, { after: { noteId } });
  });
}
