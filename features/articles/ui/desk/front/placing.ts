import { moved } from '@/lib/moved';
import type { ChosenStory } from '../../../queries/curation';

/** What stands in each place; null fills itself. */
export type Places = readonly (ChosenStory | null)[];

/** Takes the story at one place to another; those between make room. */
export const movePlace = (places: Places, from: number, to: number): Places => moved(places, from, to);

export const clearPlace = (places: Places, at: number): Places =>
  places.map((story, place) => (place === at ? null : story));

/**
 * Puts a story in a place. What stood there goes one down, and so on as far as the next empty place; without one the
 * last falls out. A story that stood elsewhere leaves its place.
 */
export function putInPlace(places: Places, story: ChosenStory, at: number): Places {
  const others = places.map((other) => (other?.articleId === story.articleId ? null : other));
  const gap = others.findIndex((other, place) => place >= at && other === null);
  const end = gap === -1 ? others.length - 1 : gap;
  return [...others.slice(0, at), story, ...others.slice(at, end), ...others.slice(end + 1)];
}

export const idsOf = (places: Places): (number | null)[] => places.map((story) => story?.articleId ?? null);

export const isSame = (one: Places, other: Places): boolean => String(idsOf(one)) === String(idsOf(other));
