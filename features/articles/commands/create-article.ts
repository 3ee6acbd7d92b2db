import { eq } from 'drizzle-orm';
import { type Ctx, transact } from '@/db/context';
import { articles, revisions } from '@/db/schema';
import { findOrCreateOwnAuthor } from '@/features/taxonomy/commands';
import { authorise } from '@/features/users/rules';
import { BODY_VERSION, emptyDocument } from '@/lib/rich-text/document';
import type { CreateArticle } from '../input';
import { staffId } from './in-hand';

/**
 * Starts an article with an empty first revision, signed by the actor, whose byline is made with her first story. Staff
 * pages stand at the root of the site, so only those who curate it start one.
 */
export async function createArticle(
  ctx: Ctx,
  { kind = 'story' }: CreateArticle,
): Promise<{ id: number; revisionId: number }> {
  authorise(ctx.actor, 'create-article');
  if (kind === 'page') authorise(ctx.actor, 'curate');
  return transact(ctx, async (tx) => {
    const createdBy = staffId(tx.actor);
    const author = createdBy === null ? null : await findOrCreateOwnAuthor(tx);
    const [article] = await tx.db
      .insert(articles)
      .values({ kind, createdBy, createdAt: tx.now, savedAt: tx.now })
      .returning({ id: articles.id });
    if (!article) throw new Error('insert returned no row');
    const [revision] = await tx.db
      .insert(revisions)
      .values({
        articleId: article.id,
        slug: '',
        body: emptyDocument(),
        bodyVersion: BODY_VERSION,
        html: '',
        plainText: '',
        words: 0,
        authorIds: author ? [author.id] : [],
        createdBy,
        createdAt: tx.now,
      })
      .returning({ id: revisions.id });
    if (!revision) throw new Error('insert returned no row');
    await tx.db.update(articles).set({ headRevisionId: revision.id }).where(eq(articles.id, article.id));
    tx.record('create-article', 'article', article.id, { after: { kind } });
    return { id: article.id, revisionId: revision.id };
  });
}
