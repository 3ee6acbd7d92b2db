import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { tagMerges, tags } from '@/db/schema';
import { redirectAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Invalid, NotFound } from '@/lib/errors';
import type { mergeTagsInput } from '../input';
import { keepDeleted, mergesInto, pathsLeadingTo } from './keep-deleted';

/**
 * Makes one tag of two: stories, drafts and plans that bear the first bear the other from now on, its address redirects for
 * ever, and the first is gone. No revision is rewritten (`standing_tags`), so that it can be undone: `deletedId` is what
 * `restoreDeleted` takes.
 */
export async function mergeTags(
  ctx: Ctx,
  { tagId, intoId }: z.output<typeof mergeTagsInput>,
): Promise<{ slug: string; stories: number; deletedId: number }> {
  authorise(ctx.actor, 'edit-taxonomy');
  if (tagId === intoId) throw Invalid('A tag cannot be merged into itself. Choose another.');
  return transact(ctx, async (tx) => {
    // In the order of their numbers, so that two merges the other way round do not wait for each other.
    const rows = await tx.db
      .select()
      .from(tags)
      .where(inArray(tags.id, [tagId, intoId]))
      .orderBy(asc(tags.id))
      .for('update');
    const [from, into] = [tagId, intoId].map((id) => rows.find((row) => row.id === id));
    if (!from || !into) throw NotFound('One of these tags was deleted or merged meanwhile.');
    const kept = await keepDeleted(tx, 'tag', {
      ...from,
      merges: await mergesInto(tx, tagId),
      oldPaths: await pathsLeadingTo(tx, `tag/${from.slug}`),
      into: { tagId: intoId, name: into.name },
    });
    await tx.db.update(tagMerges).set({ tagId: intoId }).where(eq(tagMerges.tagId, tagId));
    await tx.db.insert(tagMerges).values({ fromId: tagId, tagId: intoId, mergedAt: tx.now });
    const stories = await moveStories(tx, tagId, intoId);
    await tx.db.delete(tags).where(eq(tags.id, tagId));
    await redirectAddress(tx, { from: `tag/${from.slug}`, to: `tag/${into.slug}` });
    tx.record('merge-tags', 'tag', tagId, {
      before: { name: from.name, slug: from.slug },
      after: { id: intoId, name: into.name, slug: into.slug, stories },
    });
    tx.stale(cacheTags.taxonomy, cacheTags.tag(tagId), cacheTags.tag(intoId));
    return { slug: into.slug, stories, ...kept };
  });
}

/** What lists and search keep of stories: by the index article_tags_list, then a primary key a story. */
async function moveStories(tx: Work, tagId: number, intoId: number): Promise<number> {
  const [from, into] = [`#${tagId}`, `#${intoId}`];
  const moved = await tx.db.execute(sql`
    insert into article_tags (article_id, tag_id, position, live_at)
    select article_id, ${intoId}, position, live_at from article_tags where tag_id = ${tagId}
    on conflict do nothing`);
  await tx.db.execute(sql`
    update search_documents d set words = ts_delete(d.words, ${from}) || search_marks('#', array[${String(intoId)}], ':1B')
    from article_tags t where t.tag_id = ${tagId} and d.article_id = t.article_id`);
  await tx.db.execute(sql`
    update desk_words set words = ts_delete(words, ${from}) || array_to_tsvector(array[${into}]) where words @@ ${`'${from}'`}::tsquery`);
  await tx.db.execute(sql`delete from article_tags where tag_id = ${tagId}`);
  return moved.count;
}
