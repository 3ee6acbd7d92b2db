import { and, eq } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { notes } from '@/db/schema';
import { Conflict, NotFound } from '@/lib/errors';
import type { AddNote } from '../../notes-input';
import { takeInHand } from '../in-hand';
import { staffOf } from './note-in-hand';
import { tellMentioned } from './tell';

/**
 * Writes a note about an article, or an answer to one, for all who may open it; who is named by `@` and may open it too is
 * told. A repeated request (`sendKey`) writes nothing new. An answer opens a thread that was resolved.
 */
export async function addNote(
  ctx: Ctx,
  { articleId, threadId, text, chosenIds, sendKey }: AddNote,
): Promise<{ noteId: number; told: string[] }> {
  return transact(ctx, async (tx) => {
    const actor = staffOf(tx);
    const inHand = await takeInHand(tx, articleId, 'read-article', 'note');
    const sent = sendKey === undefined ? null : await findSent(tx, actor.id, sendKey);
    if (sent !== null) return { noteId: sent, told: [] };
    if (threadId !== undefined) await openThread(tx, articleId, threadId);
    const [note] = await tx.db
      .insert(notes)
      .values({
        articleId,
        threadId,
        sendKey,
        text,
        createdBy: actor.id,
        createdByName: actor.name,
        createdAt: tx.now,
      })
      .returning({ id: notes.id });
    if (!note) throw new Error('insert returned no row');
    const told = await tellMentioned(tx, inHand, { noteId: note.id, text, chosenIds });
    tx.record('add-note', 'article', articleId, { after: { noteId: note.id, text } });
    return { noteId: note.id, told };
  });
}

async function findSent(tx: Work, userId: number, sendKey: string): Promise<number | null> {
  const [row] = await tx.db
    .select({ id: notes.id })
    .from(notes)
    .where(and(eq(notes.createdBy, userId), eq(notes.sendKey, sendKey)));
  return row?.id ?? null;
}

/** The thread must be this article's, and begun by a note that answers none. */
async function openThread(tx: Work, articleId: number, threadId: number): Promise<void> {
  const [first] = await tx.db.select().from(notes).where(eq(notes.id, threadId));
  if (first?.articleId !== articleId) throw NotFound('The note you answer is not there any more.');
  if (first.threadId !== null) throw Conflict('Answer the first note of this thread.');
  if (first.resolvedAt === null) return;
  await tx.db.update(notes).set({ resolvedAt: null, resolvedByName: null }).where(eq(notes.id, threadId));
}
