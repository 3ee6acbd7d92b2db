import type { Matter } from '@/features/users/rules';

/** How many stories each part of the front page holds. */
export const frontPlaces = { seconds: 4, strip: 4, river: 12 } as const;

/** A page whose places an editor fills: the front page, or a section's own. */
export type CuratedPage =
  | { name: 'front'; sectionId: null }
  | { name: `section:${number}`; sectionId: number };

/** Reads the name under which `slots` keeps a page; null for what is none. */
export function curatedPage(text: string): CuratedPage | null {
  if (text === 'front') return { name: 'front', sectionId: null };
  const section = /^section:([1-9]\d{0,14})$/.exec(text);
  return section ? { name: `section:${Number(section[1])}`, sectionId: Number(section[1]) } : null;
}

/** What the permission table looks at: a section's page is its editors', the front page no section editor's. */
export const matterOfPage = ({ sectionId }: Pick<CuratedPage, 'sectionId'>): Matter =>
  sectionId === null ? {} : { sectionIds: [sectionId] };

/** Where the desk arranges it. */
export const deskHref = ({ sectionId }: Pick<CuratedPage, 'sectionId'>): string =>
  sectionId === null ? '/admin/front' : `/admin/front/${sectionId}`;

/** How many places there are to choose for: the lead and its seconds; on a section's page the lead. */
export const placesOf = (page: CuratedPage['name']): number =>
  page === 'front' ? 1 + frontPlaces.seconds : 1;

/** Every place, `null` where nobody chose; a list that is shorter or longer is brought to the page's number. */
export const wholePage = (page: CuratedPage['name'], places: readonly (number | null)[]): (number | null)[] =>
  Array.from({ length: placesOf(page) }, (_, at) => places[at] ?? null);

/** The first story that stands in two places, or null. */
export const twice = (places: readonly (number | null)[]): number | null =>
  places.find((id, at) => id !== null && places.indexOf(id) !== at) ?? null;

/** Whether a story may lead a section's page: it is filed there or below (`family`); on the front page any may stand. */
export const mayStandOn = ({ sectionIds }: { sectionIds: number[] }, family: number[] | null): boolean =>
  family === null || sectionIds.some((id) => family.includes(id));

/**
 * Who stands in each place: whom an editor chose, as far as `stands` says that readers see the story, and the newest
 * of the others where nobody did. Null only where there are too few stories.
 */
export function fillPlaces<Id>(
  places: readonly (Id | null)[],
  newest: readonly Id[],
  stands: (id: Id) => boolean = () => true,
): (Id | null)[] {
  const shown = new Set(places.filter((id) => id !== null && stands(id)));
  const rest = newest.filter((id) => !shown.has(id));
  return places.map((id) => (id !== null && stands(id) ? id : (rest.shift() ?? null)));
}

/** Whether readers see a story at an instant, as it is planned now: by then live, and not taken back again. */
export const standsAt = (
  story: { state: 'live' | 'scheduled' | 'away'; at: Date | null; untilAt: Date | null },
  when: Date,
): boolean =>
  (story.state === 'live' || (story.state === 'scheduled' && story.at !== null && story.at <= when)) &&
  (story.untilAt === null || story.untilAt > when);

/** A planned change of a page, as far as its order goes. */
interface Planned {
  id: number;
  places: (number | null)[];
  effectiveAt: Date;
}

/** What will stand on a page right before an instant: what the last change planned for before it brings, or what stands now. */
export function standingBefore(
  when: Date,
  {
    now,
    planned,
    except,
  }: { now: (number | null)[]; planned: readonly Planned[]; except?: number | undefined },
): (number | null)[] {
  const [last] = planned
    .filter(({ id, effectiveAt }) => id !== except && effectiveAt < when)
    .sort((a, b) => b.effectiveAt.getTime() - a.effectiveAt.getTime());
  return last?.places ?? now;
}
