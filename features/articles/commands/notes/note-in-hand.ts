import { and, eq, isNull } from 'drizzle-orm';
import type { StaffActor, Work } from '@/db/context';
import { notes } from '@/db/schema';
import { Forbidden, NotFound } from '@/lib/errors';
import { type ArticleInHand, takeInHand } from '../in-hand';

type Note = typeof notes.$inferSelect;

/** Whoever writes notes is somebody: scheduled work has nothing to say. */
export function staffOf({ actor }: Pick<Work, 'actor'>): StaffActor {
  if (actor.kind === 'staff') return actor;
  throw Forbidden('Only somebody signed in writes to the desk.');
}

/**
 * A note and its article under lock, for somebody who may open that article. Throws NotFound for a note that is not there
 * or, unless `evenRemoved`, was taken back.
 */
export async function takeNote(
  tx: Work,
  noteId: number,
  { evenRemoved = false }: { evenRemoved?: boolean } = {},
): Promise<{ note: Note; inHand: ArticleInHand }> {
  staffOf(tx);
  const [row] = await tx.db.select({ articleId: notes.articleId }).from(notes).where(eq(notes.id, noteId));
  if (!row) throw gone();
  const inHand = await takeInHand(tx, row.articleId, 'read-article', 'note');
  const [note] = await tx.db
    .select()
    .from(notes)
    .where(and(eq(notes.id, noteId), evenRemoved ? undefined : isNull(notes.removedAt)));
  if (!note) throw gone();
  return { note, inHand };
}

/** The same, for whoever wrote it. */
export async function takeOwnNote(
  tx: Work,
  noteId: number,
  options: { evenRemoved?: boolean } = {},
): Promise<{ note: Note; inHand: ArticleInHand }> {
  const taken = await takeNote(tx, noteId, options);
  if (taken.note.createdBy !== staffOf(tx).id)
    throw Forbidden('Only who wrote a note changes it. Answer it instead.');
  return taken;
}

const gone = () => NotFound('This note was taken back.');
