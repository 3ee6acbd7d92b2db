import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { shareLinks } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { NotFound } from '@/lib/errors';
import type { CreateShareLink, OnShareLink } from '../share-input';
import { shareAddress } from '../share-token';
import { staffId, takeInHand } from './in-hand';

/**
 * Makes a link by which somebody outside reads the newest version, whatever is written meanwhile, for so many days (D10).
 * Whoever may change the text may show it.
 */
export async function createShareLink(
  ctx: Ctx,
  { articleId, days, note }: CreateShareLink,
): Promise<{ id: number; url: string; expiresAt: Date }> {
  return transact(ctx, async (tx) => {
    await takeInHand(tx, articleId, 'edit-article', 'share');
    const expiresAt = new Date(tx.now.getTime() + days * 86_400_000);
    const [made] = await tx.db
      .insert(shareLinks)
      .values({ articleId, note, expiresAt, createdBy: staffId(tx.actor), createdAt: tx.now })
      .returning({ id: shareLinks.id });
    if (!made) throw new Error('insert returned no row');
    tx.record('share-article', 'article', articleId, { after: { shareLinkId: made.id, expiresAt, note } });
    return { id: made.id, url: shareAddress(made.id), expiresAt };
  });
}

/** Makes a link worthless at once. Doing it again changes nothing. */
export async function revokeShareLink(ctx: Ctx, { shareLinkId }: OnShareLink): Promise<void> {
  // A reader is told to sign in before anything is looked up.
  if (ctx.actor.kind === 'reader') authorise(ctx.actor, 'edit-article');
  await transact(ctx, async (tx) => {
    const [link] = await tx.db
      .select({ articleId: shareLinks.articleId })
      .from(shareLinks)
      .where(eq(shareLinks.id, shareLinkId));
    if (!link) throw NotFound('This link does not exist.');
    await takeInHand(tx, link.articleId, 'edit-article', 'share');
    const revoked = await tx.db
      .update(shareLinks)
      .set({ revokedAt: sql`clock()` })
      .where(and(eq(shareLinks.id, shareLinkId), isNull(shareLinks.revokedAt)))
      .returning({ id: shareLinks.id });
    if (revoked.length > 0)
      tx.record('unshare-article', 'article', link.articleId, { after: { shareLinkId } });
  });
}
