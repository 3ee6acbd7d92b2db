import { cacheTags } from '@/lib/cache-tags';
import { touch } from '@/lib/press-notes';
import type { StoryCard } from '../queries/site';

/**
 * The pages that show these cards turn when one of their pictures is cut anew, described otherwise or taken away; and they
 * are forgotten, the last good ones too, when one of the stories is taken back.
 */
export function touchCards<Cards extends StoryCard[]>(stories: Cards): Cards {
  touch(...stories.flatMap(({ lead }) => (lead ? [cacheTags.media(lead.mediaId)] : [])));
  touch(...stories.map(({ id }) => cacheTags.shown(id)));
  return stories;
}
