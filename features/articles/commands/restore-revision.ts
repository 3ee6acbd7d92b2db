import { type Ctx, transact, type Work } from '@/db/context';
import { Conflict } from '@/lib/errors';
import { isNewerBody, newerBody } from '@/lib/rich-text/migrate';
import type { RestoreRevision } from '../input';
import type { WrittenRevision } from '../rules';
import { listExistingFiling } from './check-filing';
import { getRevisionOf, takeInHand } from './in-hand';
import { withLibraryFiles } from './library';
import { appendRevision, type SavedDraft } from './save-draft';

/**
 * Brings an older revision's text and filing back as the newest one (D9): nothing is overwritten, and readers see it only
 * after an update. The address stays the present one; sections, tags, authors and pictures that are gone are left out.
 * Compare-and-set on the base like a save.
 */
export async function restoreRevision(
  ctx: Ctx,
  { articleId, baseRevisionId, revisionId }: RestoreRevision,
): Promise<SavedDraft> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'edit-article', 'save');
    const { head } = inHand;
    if (head.id !== baseRevisionId)
      throw Conflict(
        'Somebody saved this article meanwhile. Look at the newest text before you bring an older one back.',
      );
    const old = await getRevisionOf(tx, articleId, revisionId);
    if (isNewerBody(old.bodyVersion)) throw newerBody();
    const saved = await appendRevision(tx, inHand, await stillWhole(tx, old), head.slug);
    tx.record('restore-revision', 'article', articleId, {
      before: { revisionId: head.id },
      after: { revisionId: saved, from: old.id },
    });
    return { revisionId: saved, slug: head.slug, savedAt: tx.now };
  });
}

async function stillWhole(tx: Work, old: WrittenRevision) {
  const { title, standfirst, lang, leadMediaId, leadAlt, leadCaption, leadCredit } = old;
  const filing = await listExistingFiling(tx, old);
  const body = await withLibraryFiles(tx, old.body);
  return { title, standfirst, lang, leadMediaId, leadAlt, leadCaption, leadCredit, ...filing, body };
}
