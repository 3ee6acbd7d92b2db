import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact, type Work } from '@/db/context';
import { sections, userSections } from '@/db/schema';
import { moveAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, NotFound } from '@/lib/errors';
import type { editSectionInput, moveSectionInput, sectionInput } from '../input';
import type { SectionRow } from '../queries';
import { refuseTaken, slugOf } from '../slugs';
import { keepDeleted, oldPathsOf } from './keep-deleted';
import { lockSections, orderWith, refuseDeep } from './section-tree';

/**
 * Renames a section. With another slug its address moves, and every address of its stories with it: the old ones
 * redirect for ever, and every cached page goes stale.
 */
export async function editSection(
  ctx: Ctx,
  { sectionId, name, slug: wanted, description }: z.output<typeof editSectionInput>,
): Promise<{ slug: string }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const before = await getSection(tx, sectionId);
    const slug = slugOf(wanted || before.slug, name);
    await refuseTaken('section', () =>
      tx.db.update(sections).set({ name, slug, description }).where(eq(sections.id, sectionId)),
    );
    if (slug !== before.slug) {
      await moveAddress(tx, { kind: 'section', sectionId, from: before.slug, to: slug });
      tx.stale(cacheTags.site);
    }
    tx.record('edit-section', 'section', sectionId, {
      before: textOf(before),
      after: { name, slug, description },
    });
    tx.stale(cacheTags.taxonomy, cacheTags.section(sectionId));
    return { slug };
  });
}

const textOf = ({ name, slug, description }: SectionRow) => ({ name, slug, description });

/** Puts a section under another (or on top), before one of its new siblings or last. Addresses do not change. */
export async function moveSection(
  ctx: Ctx,
  { sectionId, parentId, beforeId }: z.output<typeof moveSectionInput>,
): Promise<void> {
  authorise(ctx.actor, 'edit-taxonomy');
  await transact(ctx, async (tx) => {
    const tree = await lockSections(tx);
    const before = await getSection(tx, sectionId);
    refuseDeep(tree, { moving: sectionId, parentId });
    const order = orderWith(tree, { moving: sectionId, parentId, beforeId });
    await tx.db.update(sections).set({ parentId }).where(eq(sections.id, sectionId));
    await tx.db.execute(sql`
      update sections s set position = o.place - 1
        from unnest(${sql.param(order)}::bigint[]) with ordinality as o(id, place) where s.id = o.id`);
    tx.record('move-section', 'section', sectionId, {
      before: { parentId: before.parentId, position: before.position },
      after: { parentId, position: order.indexOf(sectionId) },
    });
    tx.stale(cacheTags.taxonomy, cacheTags.section(sectionId));
  });
}

/** Deletes a section that holds nothing: no section under it, no story (trashed ones too), no editor kept to it. It can be put back. */
export async function deleteSection(
  ctx: Ctx,
  { sectionId }: z.output<typeof sectionInput>,
): Promise<{ deletedId: number }> {
  authorise(ctx.actor, 'edit-taxonomy');
  return transact(ctx, async (tx) => {
    const tree = await lockSections(tx);
    const section = await getSection(tx, sectionId);
    const { name, slug } = section;
    if (tree.some((row) => row.parentId === sectionId))
      throw Conflict('There are sections under this one. Move or delete them first.');
    await refuseUsed(tx, sectionId);
    const kept = await keepDeleted(tx, 'section', { ...section, oldPaths: await oldPathsOf(tx, sectionId) });
    await tx.db.delete(sections).where(eq(sections.id, sectionId));
    tx.record('delete-section', 'section', sectionId, { before: { name, slug } });
    tx.stale(cacheTags.taxonomy, cacheTags.section(sectionId), cacheTags.path(`/${slug}`));
    return kept;
  });
}

async function refuseUsed(tx: Work, sectionId: number): Promise<void> {
  // An editor kept to this section alone would be kept to nothing, which means everywhere.
  const kept = await tx.db.$count(userSections, eq(userSections.sectionId, sectionId));
  if (kept > 0) throw Conflict('An editor is kept to this section. Change that under Users first.');
  const [row] = await tx.db.execute<{ stories: string }>(sql`
    select count(*) as stories from articles a
     where a.live_section_id = ${sectionId} or exists (
       select from revisions r where r.id in (a.head_revision_id, a.live_revision_id) and ${sectionId} = any(r.section_ids)
     ) or exists (
       select from publications p join revisions r on r.id = p.revision_id
        where p.article_id = a.id and p.applied_at is null and p.cancelled_at is null and ${sectionId} = any(r.section_ids)
     )`);
  const stories = Number(row?.stories ?? 0);
  if (stories > 0)
    throw Conflict(
      `${stories === 1 ? 'One story is' : `${stories} stories are`} filed under this section. File them elsewhere first.`,
    );
}

async function getSection(tx: Work, id: number): Promise<SectionRow> {
  const [row] = await tx.db.select().from(sections).where(eq(sections.id, id)).for('update');
  if (!row) throw NotFound('That section was deleted.');
  return row;
}
