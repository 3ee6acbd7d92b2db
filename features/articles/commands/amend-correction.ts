import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { corrections } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { AmendCorrection } from '../input';
import { checkPassage } from './check-passage';
import { takeCorrection } from './take-correction';

/** Words a correction better; readers are told that it was amended, and the audit log keeps what it said (D12). */
export async function amendCorrection(
  ctx: Ctx,
  { correctionId, text, passage }: AmendCorrection,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { articleId, ...before } = await takeCorrection(tx, correctionId);
    if (before.text === text && before.passage === passage) return;
    if (before.passage !== passage) await checkPassage(tx, articleId, passage);
    await tx.db
      .update(corrections)
      .set({ text, passage, amendedAt: tx.now })
      .where(eq(corrections.id, correctionId));
    tx.stale(cacheTags.article(articleId), cacheTags.latest);
    tx.record('amend-correction', 'article', articleId, {
      before: { correctionId, text: before.text, passage: before.passage },
      after: { correctionId, text, passage },
    });
  });
}
