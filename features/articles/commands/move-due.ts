import { type Ctx, transact } from '@/db/context';
import { Conflict } from '@/lib/errors';
import type { MoveDue } from '../planning-input';
import { takeInHand } from './in-hand';
import { setDue } from './set-due';

/** `setDue` for the calendar: refused when the date on the screen is not the date any more (D13). */
export async function moveDue(ctx: Ctx, { seenAt, ...due }: MoveDue): Promise<{ dueAt: Date | null }> {
  return transact(ctx, async (tx) => {
    const { article } = await takeInHand(tx, due.articleId, 'publish-article', 'due');
    if (article.dueAt?.getTime() !== new Date(seenAt).getTime())
      throw Conflict('Somebody set another due date meanwhile. It stands as it is now.');
    return setDue(tx, due);
  });
}
