import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { notes } from '@/db/schema';
import type { EditNote } from '../../notes-input';
import { takeOwnNote } from './note-in-hand';
import { tellMentioned } from './tell';

/** Changes the words of one's own note. Who is newly named is told; who was named before is not told again. */
export async function editNote(ctx: Ctx, { noteId, text, chosenIds }: EditNote): Promise<{ told: string[] }> {
  return transact(ctx, async (tx) => {
    const { note, inHand } = await takeOwnNote(tx, noteId);
    if (note.text === text) return { told: [] };
    await tx.db.update(notes).set({ text, editedAt: tx.now }).where(eq(notes.id, noteId));
    const told = await tellMentioned(tx, inHand, { noteId, text, chosenIds });
    tx.record('edit-note', 'article', note.articleId, {
      before: { noteId, text: note.text },
      after: { text },
    });
    return { told };
  });
}
