import type { Feed, FeedItem, FeedPicture } from './feed';
import { element, type Xml, xmlDocument } from './xml';

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

/** RSS 2.0 with whole texts, authors, and pictures with whose they are. Source: rssboard.org, Media RSS 1.5.1. */
export function rss(feed: Feed): string {
  const channel = element('channel', [
    element('title', feed.title),
    element('link', feed.homeUrl),
    element('description', feed.description),
    element('language', feed.language),
    element('copyright', feed.copyright),
    element('lastBuildDate', feed.changedAt?.toUTCString()),
    element('generator', 'Broadsheet'),
    element('atom:link', '', { rel: 'self', type: 'application/rss+xml', href: feed.selfUrl }),
    feed.items.map((item) => rssItem(item, feed)),
  ]);
  return xmlDocument(element('rss', channel, { version: '2.0', ...namespaces }));
}

function rssItem(item: FeedItem, { siteName }: Feed): Xml {
  const authors = item.authors.length > 0 ? item.authors.map(({ name }) => name) : [siteName];
  return element('item', [
    element('title', item.title),
    element('link', item.url),
    element('guid', item.guid, { isPermaLink: 'false' }),
    element('pubDate', item.publishedAt.toUTCString()),
    element('atom:updated', item.changedAt.toISOString()),
    authors.map((name) => element('dc:creator', name)),
    item.language && element('dc:language', item.language),
    item.categories.map((name) => element('category', name)),
    element('description', item.summary),
    element('content:encoded', item.html),
    item.pictures.map(mediaContent),
  ]);
}

const mediaContent = ({ url, width, height, alt, caption, credit }: FeedPicture): Xml =>
  element(
    'media:content',
    [
      (caption || alt) && element('media:description', caption || alt, { type: 'plain' }),
      credit && element('media:credit', credit),
    ],
    { url, width, height, medium: 'image', type: 'image/jpeg' },
  );
