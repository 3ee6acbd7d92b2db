import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { addresses, authors, deletedShelves, sections, series, tagMerges, tags } from '@/db/schema';
import { claimAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { NotFound } from '@/lib/errors';
import type { restoreDeletedInput } from '../input';
import type { ShelfKind } from '../queries';
import { refuseTaken } from '../slugs';
import { lockSections } from './section-tree';
import { beginUnmerge } from './unmerge-tag';

type Deleted = typeof deletedShelves.$inferSelect;

/**
 * Puts back a section, tag, series or byline that was deleted, under its old number and address, so that menus and old
 * revisions mean it again; a tag that was merged gets its stories back (D17). Throws Conflict when somebody has its name
 * or address by now, and where the tag it became is no more.
 */
export async function restoreDeleted(
  ctx: Ctx,
  { deletedId }: z.output<typeof restoreDeletedInput>,
): Promise<{ kind: ShelfKind; id: number }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .select()
      .from(deletedShelves)
      .where(eq(deletedShelves.id, deletedId))
      .for('update');
    if (!row) throw NotFound('It was put back meanwhile.');
    if (row.kind === 'author') authorise(tx.actor, 'edit-authors');
    await refuseTaken(row.kind, () => putBack[row.kind](tx, row));
    await tx.db.delete(deletedShelves).where(eq(deletedShelves.id, deletedId));
    tx.record(row.kept.into ? 'undo-merge-tags' : `restore-${row.kind}`, row.kind, row.shelfId, {
      after: { name: row.name, slug: row.kept.slug },
    });
    return { kind: row.kind, id: row.shelfId };
  });
}

const putBack: Record<ShelfKind, (tx: Work, row: Deleted) => Promise<void>> = {
  section: putBackSection,
  tag: putBackTag,
  series: putBackSeries,
  author: putBackAuthor,
};

/** Where it stood; on top when what it stood under is gone. */
async function putBackSection(tx: Work, { shelfId: id, name, kept }: Deleted): Promise<void> {
  const tree = await lockSections(tx);
  const { slug, description = '', position = 0, createdAt, oldPaths = [] } = kept;
  const parentId = tree.find((row) => row.id === kept.parentId)?.id ?? null;
  await tx.db
    .insert(sections)
    .overridingSystemValue()
    .values({ id, name, slug, description, parentId, position, createdAt: new Date(createdAt) });
  await claimAddress(tx, { path: slug, kind: 'section', sectionId: id });
  if (oldPaths.length > 0) {
    // An old address that leads elsewhere by now stays where it is.
    await tx.db
      .insert(addresses)
      .values(
        oldPaths.map((path) => ({ path, kind: 'redirect' as const, sectionId: id, target: `/${slug}` })),
      )
      .onConflictDoNothing();
    tx.stale(...oldPaths.map((path) => cacheTags.path(`/${path}`)));
  }
  tx.stale(cacheTags.taxonomy, cacheTags.section(id));
}

/** With the tags that had become it; one that was merged, with its stories. */
async function putBackTag(tx: Work, row: Deleted): Promise<void> {
  const { shelfId: id, name, kept } = row;
  const { slug, createdAt, merges = [] } = kept;
  const unmerge = kept.into && (await beginUnmerge(tx, row, kept.into));
  await tx.db
    .insert(tags)
    .overridingSystemValue()
    .values({ id, name, slug, createdAt: new Date(createdAt) });
  if (merges.length > 0)
    await tx.db
      .insert(tagMerges)
      .values(merges.map(({ fromId, mergedAt }) => ({ fromId, tagId: id, mergedAt: new Date(mergedAt) })))
      .onConflictDoNothing();
  await unmerge?.();
  tx.stale(cacheTags.taxonomy, cacheTags.tag(id), cacheTags.path(`/tag/${slug}`));
}

async function putBackSeries(tx: Work, { shelfId: id, name, kept }: Deleted): Promise<void> {
  const { slug, description = '', storyIds = [], createdAt } = kept;
  await tx.db
    .insert(series)
    .overridingSystemValue()
    .values({ id, name, slug, description, storyIds, createdAt: new Date(createdAt) });
  tx.stale(cacheTags.taxonomy, cacheTags.series(id), cacheTags.path(`/series/${slug}`));
}

/** Without the login when that has another byline by now, or is gone. */
async function putBackAuthor(tx: Work, { shelfId: id, name, kept }: Deleted): Promise<void> {
  const { slug, bio = '', createdAt } = kept;
  const userId = sql<number | null>`(
    select u.id from users u where u.id = ${kept.userId ?? null}::bigint
      and not exists (select from ${authors} taken where taken.user_id = u.id))`;
  await tx.db
    .insert(authors)
    .overridingSystemValue()
    .values({ id, name, slug, bio, userId, createdAt: new Date(createdAt) });
  tx.stale(cacheTags.author(id), cacheTags.path(`/author/${slug}`));
}
