import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { tags } from '@/db/schema';
import { redirectAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, NotFound } from '@/lib/errors';
import { slugify } from '@/lib/slug';
import type { createTagInput, renameTagInput, tagInput } from '../input';
import type { TagRow } from '../queries';
import { freeSlugs, refuseTaken, slugOf } from '../slugs';
import { keepDeleted, mergesInto } from './keep-deleted';

/** Makes a tag, or gives the one of that name (in any capitals). */
export async function createTag(ctx: Ctx, { name }: z.output<typeof createTagInput>): Promise<TagRow> {
  const [tag] = await findOrCreateTags(ctx, [name]);
  if (!tag) throw new Error('a tag that was made cannot be found');
  return tag;
}

/** The tags of these names, in their order; those that do not exist yet are made. Names match in any capitals. */
export async function findOrCreateTags(ctx: Ctx, names: string[]): Promise<TagRow[]> {
  authorise(ctx.actor, 'create-tag');
  if (names.length === 0) return [];
  return transact(ctx, async (tx) => {
    let named = await lookUp(tx, names);
    // Again where somebody else took the slug in the same moment.
    for (let round = 0; round < 3 && named.some(({ tag }) => tag === null); round++) {
      await insertTags(tx, firstOfEach(named.filter(({ tag }) => tag === null)));
      named = await lookUp(tx, names);
    }
    const found = named.flatMap(({ tag }) => tag ?? []);
    return [...new Map(found.map((tag) => [tag.id, tag])).values()];
  });
}

/** Each name with its tag or null, in the order given. The database decides what is the same in small letters. */
const lookUp = (tx: Work, names: string[]) =>
  tx.db
    .select({ name: sql<string>`given.name`, key: sql<string>`lower(given.name)`, tag: tags })
    .from(sql`unnest(${sql.param(names)}::text[]) with ordinality as given(name, place)`)
    .leftJoin(tags, sql`lower(${tags.name}) = lower(given.name)`)
    .orderBy(sql`given.place`)
    .limit(names.length);

/** As it was typed first. */
const firstOfEach = (named: { key: string; name: string }[]): string[] =>
  [...Map.groupBy(named, ({ key }) => key).values()].flatMap(([first]) => first?.name ?? []);

async function insertTags(tx: Work, names: string[]): Promise<void> {
  const slugs = await freeSlugs(
    tx,
    'tag',
    names.map((name) => slugify(name) || 'tag'),
  );
  const rows = names.map((name, i) => ({ name, slug: slugs[i] ?? '', createdAt: sql`clock()` }));
  // Somebody else may be making the same tag; whoever was first has it.
  const made = await tx.db
    .insert(tags)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: tags.id, name: tags.name, slug: tags.slug });
  for (const { id, name, slug } of made) {
    tx.record('create-tag', 'tag', id, { after: { name, slug } });
    tx.stale(cacheTags.path(`/tag/${slug}`));
  }
}

/** Renames a tag; with another slug, `/tag/<old>` redirects for ever. */
export async function renameTag(
  ctx: Ctx,
  { tagId, name, slug: wanted }: z.output<typeof renameTagInput>,
): Promise<{ slug: string }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const before = await getTag(tx, tagId);
    const slug = slugOf(wanted || before.slug, name);
    await refuseTaken('tag', () => tx.db.update(tags).set({ name, slug }).where(eq(tags.id, tagId)));
    if (slug !== before.slug) await redirectAddress(tx, { from: `tag/${before.slug}`, to: `tag/${slug}` });
    tx.record('rename-tag', 'tag', tagId, {
      before: { name: before.name, slug: before.slug },
      after: { name, slug },
    });
    tx.stale(cacheTags.taxonomy, cacheTags.tag(tagId));
    return { slug };
  });
}

/** Deletes a tag that no story bears, not even a draft or one in the trash. It can be put back. */
export async function deleteTag(
  ctx: Ctx,
  { tagId }: z.output<typeof tagInput>,
): Promise<{ deletedId: number }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const tag = await getTag(tx, tagId);
    const { name, slug } = tag;
    const [row] = await tx.db.execute<{ used: boolean }>(sql`
      select exists (select from article_tags where tag_id = ${tagId}) or exists (
        select from articles a join revisions r on r.id in (a.head_revision_id, a.live_revision_id)
         where ${tagId} = any(standing_tags(r.tag_ids))) or exists (
        select from publications p join revisions r on r.id = p.revision_id
         where p.applied_at is null and p.cancelled_at is null and ${tagId} = any(standing_tags(r.tag_ids))) as used`);
    if (row?.used) throw Conflict('Stories bear this tag. Take it off them first, or rename it.');
    const kept = await keepDeleted(tx, 'tag', { ...tag, merges: await mergesInto(tx, tagId) });
    await tx.db.delete(tags).where(eq(tags.id, tagId));
    tx.record('delete-tag', 'tag', tagId, { before: { name, slug } });
    // A menu may lead to it.
    tx.stale(cacheTags.taxonomy, cacheTags.tag(tagId), cacheTags.path(`/tag/${slug}`));
    return kept;
  });
}

async function getTag(tx: Work, id: number): Promise<TagRow> {
  const [row] = await tx.db.select().from(tags).where(eq(tags.id, id)).for('update');
  if (!row) throw NotFound('That tag was deleted.');
  return row;
}
