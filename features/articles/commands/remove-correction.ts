import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { corrections } from '@/db/schema';
import { cacheTags } from '@/lib/cache-tags';
import type { OnCorrection } from '../input';
import { takeCorrection } from './take-correction';

/** Takes a correction back, one filed with the wrong story for instance: shown nowhere, kept here and in the audit log. */
export async function removeCorrection(ctx: Ctx, { correctionId }: OnCorrection): Promise<void> {
  await transact(ctx, async (tx) => {
    const { articleId, text, passage } = await takeCorrection(tx, correctionId);
    await tx.db.update(corrections).set({ removedAt: tx.now }).where(eq(corrections.id, correctionId));
    tx.stale(cacheTags.article(articleId), cacheTags.latest);
    tx.record('remove-correction', 'article', articleId, { before: { correctionId, text, passage } });
  });
}
