import { type Ctx, transact } from '@/db/context';
import { corrections } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { AddCorrection } from '../input';
import { checkPassage } from './check-passage';
import { staffId, takeInHand } from './in-hand';

/**
 * Owns up to an error: the record shows on the article and on the corrections page at once (D12). `passage` is the text
 * that was wrong, as readers had it: Invalid where it stands in no version of theirs. Correcting the text itself is an update like any other.
 */
export async function addCorrection(
  ctx: Ctx,
  { articleId, text, passage = '' }: Pick<AddCorrection, 'articleId' | 'text'> & Partial<AddCorrection>,
): Promise<{ id: number }> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'correct-article', 'correct');
    await checkPassage(tx, articleId, passage);
    const [made] = await tx.db
      .insert(corrections)
      .values({ articleId, text, passage, correctedAt: tx.now, createdBy: staffId(tx.actor) })
      .returning({ id: corrections.id });
    if (!made) throw new Error('insert returned no row');
    // The corrections page and the feeds list the newest corrections beside the newest stories.
    tx.stale(cacheTags.article(articleId), cacheTags.latest);
    tx.record('correct-article', 'article', articleId, { after: { correctionId: made.id, text, passage } });
    return made;
  });
}
