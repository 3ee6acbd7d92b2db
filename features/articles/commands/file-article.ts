import { type Ctx, transact } from '@/db/context';
import { authorise } from '@/features/users/rules';
import { isNewerBody, newerBody } from '@/lib/rich-text/migrate';
import type { WrittenRevision } from '../rules';
import { checkFiling } from './check-filing';
import { matterOf, takeInHand } from './in-hand';
import { appendRevision } from './save-draft';

type Filing = Pick<WrittenRevision, 'tagIds' | 'sectionIds'>;

/**
 * Files the newest version under other sections and tags, as a revision of its own; its words stay. Returns how it was filed
 * before. Readers see it with the next update. Throws what `saveDraft` throws about filing.
 */
export async function fileArticle(
  ctx: Ctx,
  { articleId, ...wanted }: { articleId: number } & Partial<Filing>,
  refile: (before: Filing) => Partial<Filing> = () => wanted,
): Promise<{ before: Filing }> {
  return transact(ctx, async (tx) => {
    const inHand = await takeInHand(tx, articleId, 'edit-article', 'save');
    if (isNewerBody(inHand.head.bodyVersion)) throw newerBody();
    const {
      id: _,
      articleId: _on,
      baseRevisionId: _base,
      slug,
      bodyVersion: _version,
      words: _words,
      ...rest
    } = inHand.head;
    const { milestone: _milestone, createdBy: _by, createdAt: _at, ...content } = rest;
    const before = { tagIds: content.tagIds, sectionIds: content.sectionIds };
    const filed = { ...content, ...refile(before) };
    if (
      String(filed.tagIds) === String(before.tagIds) &&
      String(filed.sectionIds) === String(before.sectionIds)
    )
      return { before };
    authorise(tx.actor, 'edit-article', { ...matterOf(inHand), sectionIds: filed.sectionIds });
    await checkFiling(tx, filed);
    await appendRevision(tx, inHand, filed, slug);
    tx.record('file-article', 'article', articleId, {
      before,
      after: { tagIds: filed.tagIds, sectionIds: filed.sectionIds },
    });
    return { before };
  });
}
