import { type Ctx, transact } from '@/db/context';
import { arrangements } from '@/db/schema';
import { authorise } from '@/features/users/rules';
import { Conflict } from '@/lib/errors';
import type { CuratePage } from '../front-input';
import { matterOfPage, wholePage } from '../front-rules';
import { listPlaces } from '../queries/curation';
import { arrange, chosen, lockPage, refuseTwice, requireChoosable } from './arrange/page-in-hand';
import { staffId } from './in-hand';

/**
 * Says who stands where on the front page, or what leads a section's page (R1): the whole page at once, from what the
 * editor saw. When somebody else saved in between nothing is written, and Conflict carries their choice. Places left
 * empty fill themselves with the newest, and so does the place of a story that is not live, for as long as it is not.
 * What stood before is kept in the page's history (D14).
 */
export async function curatePage(
  ctx: Ctx,
  { page, places, seen }: CuratePage,
): Promise<{ places: number[] }> {
  authorise(ctx.actor, 'curate', matterOfPage(page));
  const wanted = wholePage(page.name, places);
  refuseTwice(wanted);
  return transact(ctx, async (tx) => {
    await lockPage(tx, page);
    const before = await listPlaces(tx, page.name);
    if (String(before) !== String(wholePage(page.name, seen)))
      throw Conflict('Somebody else changed this page after you opened it.', { detail: { theirs: before } });
    if (String(before) === String(wanted)) return { places: chosen(wanted) };
    await requireChoosable(tx, page, { wanted, before });
    await arrange(tx, page, wanted);
    await tx.db.insert(arrangements).values({
      page: page.name,
      sectionId: page.sectionId,
      places: wanted,
      seen: before,
      replaced: before,
      effectiveAt: tx.now,
      createdAt: tx.now,
      createdBy: staffId(tx.actor),
      appliedAt: tx.now,
      appliedBy: staffId(tx.actor),
    });
    tx.record('curate', 'page', page.name, { before: { places: before }, after: { places: wanted } });
    return { places: chosen(wanted) };
  });
}
