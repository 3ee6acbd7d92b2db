import { cleanText } from '@/lib/clean-text';
import type { Feed, FeedItem } from './feed';

/** JSON Feed 1.1. Source: jsonfeed.org/version/1.1. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.homeUrl,
    feed_url: feed.selfUrl,
    description: feed.description || undefined,
    language: feed.language,
    authors: [{ name: feed.siteName, url: `${feed.origin}/` }],
    items: feed.items.map(jsonItem),
  });

const jsonItem = (item: FeedItem) => ({
  id: item.guid,
  url: item.url,
  title: item.title,
  summary: item.summary || undefined,
  content_html: cleanText(item.html),
  image: item.pictures[0]?.url,
  date_published: item.publishedAt.toISOString(),
  date_modified: item.changedAt.toISOString(),
  authors: item.authors.length > 0 ? item.authors : undefined,
  tags: item.categories,
  language: item.language ?? undefined,
});
