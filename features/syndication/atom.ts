import type { Feed, FeedItem } from './feed';
import { element, type Xml, xmlDocument } from './xml';

/** Atom 1.0. Source: RFC 4287. */
export function atom(feed: Feed): string {
  const { homeUrl, selfUrl, changedAt } = feed;
  return xmlDocument(
    element(
      'feed',
      [
        element('id', selfUrl),
        element('title', feed.title),
        element('subtitle', feed.description || null),
        element('updated', (changedAt ?? new Date(0)).toISOString()),
        element('author', element('name', feed.siteName)),
        element('link', '', { rel: 'self', type: 'application/atom+xml', href: selfUrl }),
        element('link', '', { rel: 'alternate', type: 'text/html', href: homeUrl }),
        element('rights', feed.copyright),
        element('generator', 'Broadsheet'),
        feed.items.map(entry),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
    ),
  );
}

function entry(item: FeedItem): Xml {
  return element(
    'entry',
    [
      element('id', item.guid),
      element('title', item.title),
      element('link', '', { rel: 'alternate', type: 'text/html', href: item.url }),
      element('published', item.publishedAt.toISOString()),
      element('updated', item.changedAt.toISOString()),
      item.authors.map(({ name, url }) => element('author', [element('name', name), element('uri', url)])),
      item.categories.map((term) => element('category', '', { term })),
      element('summary', item.summary),
      element('content', item.html, { type: 'html' }),
      item.pictures.map(({ url }) =>
        element('link', '', { rel: 'enclosure', type: 'image/jpeg', href: url }),
      ),
    ],
    { 'xml:lang': item.language ?? undefined },
  );
}
