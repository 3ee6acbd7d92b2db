import { SectionHeading } from '@/components/site/section-heading';
import type { StoryCard } from '../../queries/site';
import type { SiteFrame } from './site-frame';
import { Story } from './story';

/** R6: nothing relevant, no heading. */
export function RelatedStories({ stories, site }: { stories: StoryCard[]; site: SiteFrame }) {
  if (stories.length === 0) return null;
  return (
    <aside className="related" aria-labelledby="related">
      <SectionHeading id="related">{site.words.paper.article.related}</SectionHeading>
      <div className="columns">
        {stories.map((story) => (
          <div key={story.id} data-span="3">
            <Story story={story} variant="compact" site={site} level={3} />
          </div>
        ))}
      </div>
    </aside>
  );
}
