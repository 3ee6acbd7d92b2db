import { inArray, sql } from 'drizzle-orm';
import { type Ctx, transact, type Work } from '@/db/context';
import { articles, slots } from '@/db/schema';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { authorise } from '@/features/users/rules';
import { cacheTags } from '@/lib/cache-tags';
import { Conflict, Invalid, NotFound } from '@/lib/errors';
import type { CuratePage } from '../front-input';
import { type CuratedPage, mayStandOn, twice, wholePage } from '../front-rules';
import { listChosen, listPlaces } from '../queries/curation';

/**
 * Says who stands where on the front page, or what leads a section's page (R1): the whole page at once, from what the
 * editor saw. When somebody else saved in between nothing is written, and Conflict carries their choice. Places left
 * empty fill themselves with the newest, and so does the place of a story that is not live, for as long as it is not.
 */
export async function curatePage(
  ctx: Ctx,
  { page, places, seen }: CuratePage,
): Promise<{ places: number[] }> {
  authorise(ctx.actor, 'curate', page.sectionId === null ? {} : { sectionIds: [page.sectionId] });
  const wanted = wholePage(page.name, places);
  if (twice(wanted) !== null) throw Invalid('A story can stand in one place only.');
  return transact(ctx, async (tx) => {
    await lock(tx, page);
    const before = await listPlaces(tx, page.name);
    if (String(before) !== String(wholePage(page.name, seen)))
      throw Conflict('Somebody else changed this page after you opened it.', { detail: { theirs: before } });
    if (String(before) === String(wanted)) return { places: chosen(wanted) };
    await requireChoosable(
      tx,
      page,
      chosen(wanted).filter((id) => !before.includes(id)),
    );
    await write(tx, page.name, wanted);
    tx.stale(page.sectionId === null ? cacheTags.front : cacheTags.section(page.sectionId));
    tx.record('curate', 'page', page.name, { before: { places: before }, after: { places: wanted } });
    return { places: chosen(wanted) };
  });
}

const chosen = (places: (number | null)[]): number[] => places.filter((id) => id !== null);

/** One editor at a time; a page without a row has none that could be locked. A section that is gone has no page. */
async function lock(tx: Work, { name, sectionId }: CuratedPage): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext(${`curate ${name}`}))`);
  if (sectionId === null) return;
  const [section] = await tx.db.execute(sql`select from sections where id = ${sectionId} for key share`);
  if (!section) throw NotFound('This section does not exist any more.');
}

async function requireChoosable(tx: Work, page: CuratedPage, ids: number[]): Promise<void> {
  const family = page.sectionId === null ? null : familyOf(page.sectionId, await listSections(tx));
  const found = new Map((await listChosen(tx, ids)).map((story) => [story.articleId, story]));
  for (const id of ids) {
    const story = found.get(id);
    if (!story || story.state === 'away')
      throw Invalid('Only a story that is live, or is planned to be, can be chosen. Look for it again.');
    if (!mayStandOn(story, family)) throw Invalid(`“${story.title}” is not filed under this section.`);
  }
  // Held until the end, so that a kill that is under way is seen, or sees this.
  if (ids.length > 0)
    await tx.db.select({ id: articles.id }).from(articles).where(inArray(articles.id, ids)).for('key share');
}

async function write(tx: Work, page: CuratedPage['name'], wanted: (number | null)[]): Promise<void> {
  await tx.db.delete(slots).where(sql`${slots.page} = ${page}`);
  const rows = wanted.flatMap((articleId, position) =>
    articleId === null ? [] : [{ page, position, articleId, updatedAt: tx.now }],
  );
  if (rows.length > 0) await tx.db.insert(slots).values(rows);
}
