import { familyOf } from '@/features/taxonomy/queries';
import { deskContext } from '@/features/users/session';
import type { CuratedPage } from '../front-rules';
import { listCardsAt, listTurning } from '../queries/as-of';
import { type FrontPage, readFrontPage } from '../queries/site';
import { placesIn, readCuratedPages } from './curation';
import { type Listed, readSectionPage, type SectionShelf } from './lists';
import { readShell } from './shell';

export type PreviewedPage =
  | { of: 'front'; front: FrontPage }
  | { of: 'section'; shelf: Extract<Listed<SectionShelf>, { state: 'live' }> };

/**
 * A page as it would be with these places: now, or at a time to come with everything that is planned until then. Null for a
 * page there is not, or that this person may not curate.
 */
export async function readPreview(
  page: CuratedPage | undefined,
  typed: string,
  at: Date | undefined,
): Promise<PreviewedPage | null> {
  const own = await readCuratedPages();
  if (!page || !own.some(({ name }) => name === page.name)) return null;
  const places = placesIn(page.name, typed);
  const ctx = await deskContext();
  if (page.sectionId === null) return { of: 'front', front: await readFrontPage(ctx, places, at) };
  const [leadId = null] = places;
  const shelf = await readSectionPage(page.sectionId, undefined, at ? null : leadId);
  if (shelf.state !== 'live') return null;
  return { of: 'section', shelf: at ? await shelfAt(shelf, page.sectionId, leadId, at) : shelf };
}

type Shelf = Extract<PreviewedPage, { of: 'section' }>['shelf'];

/** The first page of a section as it will be: what comes stands before what is there. */
async function shelfAt(shelf: Shelf, sectionId: number, leadId: number | null, at: Date): Promise<Shelf> {
  const ctx = await deskContext();
  const family = familyOf(sectionId, (await readShell()).sections);
  const { coming, leaving } = await listTurning(ctx, at);
  const [chosen = null] = await listCardsAt(ctx, leadId === null ? [] : [leadId], at, family);
  const ids = coming.map(({ id }) => id);
  const all = [
    ...(await listCardsAt(ctx, ids, at, family)),
    ...(shelf.lead ? [shelf.lead] : []),
    ...shelf.stories,
  ];
  const stay = all.filter(({ id }) => !leaving.has(id));
  const lead = chosen ?? stay[0] ?? null;
  return { ...shelf, lead, stories: stay.filter(({ id }) => id !== lead?.id) };
}
