import { inArray, sql } from 'drizzle-orm';
import type { Work } from '@/db/context';
import { articles, slots } from '@/db/schema';
import { familyOf, listSections } from '@/features/taxonomy/queries';
import { cacheTags } from '@/lib/cache-tags';
import { Invalid, NotFound } from '@/lib/errors';
import { type CuratedPage, mayStandOn, twice } from '../../front-rules';
import { listChosen } from '../../queries/curation';

export const chosen = (places: (number | null)[]): number[] => places.filter((id) => id !== null);

export function refuseTwice(places: (number | null)[]): void {
  if (twice(places) !== null) throw Invalid('A story can stand in one place only.');
}

/**
 * One at a time for a page and all that is planned for it, which everything that changes either does first; a page without
 * a row has none that could be locked. A section that is gone has no page.
 */
export async function lockPage(tx: Work, { name, sectionId }: CuratedPage): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(${lockOf(name)})`);
  if (sectionId === null) return;
  const [section] = await tx.db.execute(sql`select from sections where id = ${sectionId} for key share`);
  if (!section) throw NotFound('This section does not exist any more.');
}

/** The same, unless somebody else has the page in hand: then false. */
export async function lockFreePage(tx: Work, name: CuratedPage['name']): Promise<boolean> {
  const [row] = await tx.db.execute<{ mine: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lockOf(name)}) as mine`,
  );
  return row?.mine ?? false;
}

const lockOf = (name: CuratedPage['name']) => sql`hashtext(${`curate ${name}`})`;

/** Throws Invalid unless the stories that are new in `wanted` are live, or planned to be, and belong on the page. */
export async function requireChoosable(
  tx: Work,
  page: CuratedPage,
  { wanted, before }: { wanted: (number | null)[]; before: (number | null)[] },
): Promise<void> {
  const ids = chosen(wanted).filter((id) => !before.includes(id));
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

/** Puts these stories before readers: the slots, and the pages that show them. */
export async function arrange(tx: Work, page: CuratedPage, wanted: (number | null)[]): Promise<void> {
  await tx.db.delete(slots).where(sql`${slots.page} = ${page.name}`);
  const rows = wanted.flatMap((articleId, position) =>
    articleId === null ? [] : [{ page: page.name, position, articleId, updatedAt: tx.now }],
  );
  if (rows.length > 0) await tx.db.insert(slots).values(rows);
  tx.stale(page.sectionId === null ? cacheTags.front : cacheTags.section(page.sectionId));
}
