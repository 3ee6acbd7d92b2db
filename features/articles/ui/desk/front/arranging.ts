import { fillPlaces, standsAt } from '../../../front-rules';
import type { ChosenStory } from '../../../queries/curation';
import type { PlannedChange } from '../../../read/curation';
import { idsOf, type Places } from './placing';

/** What places are called: the lead, and those beside it. */
export const placeName = (at: number): string => (at === 0 ? 'Lead' : `Second ${at}`);

/** What a planned change is called: by its name, else by who leads. */
export function planName({ name, places }: Pick<PlannedChange, 'name' | 'places'>): string {
  if (name) return name;
  const first = places.find((story) => story !== null);
  return first ? `“${first.title || 'Untitled story'}”` : 'Everything by itself';
}

/** The rule the page itself goes by, on the newest that are known here; at a time to come, on those that are live then. */
export function fillers(places: Places, newest: ChosenStory[], when: Date | null): (ChosenStory | null)[] {
  const known = new Map(
    [...newest, ...places.filter((story) => story !== null)].map((story) => [story.articleId, story]),
  );
  const shown = newest.filter((story) => isShown(story, when)).map(({ articleId }) => articleId);
  return fillPlaces(idsOf(places), shown, (id) => isShown(known.get(id), when)).map((id) =>
    id === null ? null : (known.get(id) ?? null),
  );
}

/** Whether readers see it: now, or then. */
export const isShown = (story: ChosenStory | undefined, when: Date | null): boolean =>
  story !== undefined && (when ? standsAt(story, when) : story.state === 'live');

/** Those whose places fill themselves at that time. */
export const notLiveAt = (places: Places, when: Date): ChosenStory[] =>
  places.filter((story) => story !== null).filter((story) => !standsAt(story, when));

/** What changes from one arrangement to the next, place by place. */
export const differences = (before: Places, after: Places) =>
  after.flatMap((story, at) =>
    story?.articleId === before[at]?.articleId
      ? []
      : [{ at, from: before[at]?.title ?? null, to: story?.title ?? null }],
  );
