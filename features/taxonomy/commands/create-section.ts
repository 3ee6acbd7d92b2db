import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Ctx, transact } from '@/db/context';
import { sections } from '@/db/schema';
import { claimAddress } from '@/features/settings/commands/addresses';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import type { createSectionInput } from '../input';
import { refuseTaken, slugOf } from '../slugs';
import { lockSections, refuseDeep } from './section-tree';

/**
 * Makes a section, last among its siblings, at an address of its own. Throws Conflict with a sentence for `slug` when
 * the address is taken or reserved, and Invalid when the parent is gone or too deep.
 */
export async function createSection(
  ctx: Ctx,
  { name, slug: wanted, description, parentId }: z.output<typeof createSectionInput>,
): Promise<{ sectionId: number; slug: string }> {
  authorise(ctx.actor, 'edit-taxonomy');
  const slug = slugOf(wanted, name);
  return transact(ctx, async (tx) => {
    const tree = await lockSections(tx);
    refuseDeep(tree, { parentId });
    const position = tree.filter((row) => row.parentId === parentId).length;
    const row = { name, slug, description, parentId, position, createdAt: sql`clock()` };
    const [made] = await refuseTaken('section', () =>
      tx.db.insert(sections).values(row).returning({ sectionId: sections.id }),
    );
    if (!made) throw new Error('insert returned no row');
    await claimAddress(tx, { path: slug, kind: 'section', ...made });
    tx.record('create-section', 'section', made.sectionId, { after: { name, slug, parentId } });
    tx.stale(cacheTags.taxonomy);
    return { ...made, slug };
  });
}
