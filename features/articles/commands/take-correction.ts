import { and, eq, isNull } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { corrections } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import { takeInHand } from './in-hand';

/** A correction whose article the actor may correct, under that article's lock. Throws NotFound, Forbidden or Conflict. */
export async function takeCorrection(tx: Work, correctionId: number) {
  // A reader is told to sign in before anything is looked up.
  if (tx.actor.kind === 'reader') authorise(tx.actor, 'correct-article');
  const standing = and(eq(corrections.id, correctionId), isNull(corrections.removedAt));
  const [found] = await tx.db.select({ articleId: corrections.articleId }).from(corrections).where(standing);
  if (!found) throw NotFound('This correction does not exist, or was removed.');
  await takeInHand(tx, found.articleId, 'correct-article', 'correct');
  // Again under the lock: somebody may have removed it while we waited.
  const [correction] = await tx.db
    .select({ articleId: corrections.articleId, text: corrections.text, passage: corrections.passage })
    .from(corrections)
    .where(standing);
  if (!correction) throw NotFound('This correction does not exist, or was removed.');
  return correction;
}
