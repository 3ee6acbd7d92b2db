/**
 * The names by which pages and commands speak of the same thing: a render touches what it showed, a command marks
 * stale what it changed. Only `server/press` matches them.
 */
export const cacheTags = {
  /** Everything: a staff page that came, went or moved. */
  site: 'site',
  /** The breaking bar, which the press sets into every page as it goes out: no page that it keeps touches it. */
  bar: 'bar',
  settings: 'settings',
  /** The front page's own choice and every list that shows the newest stories of the site. */
  latest: 'latest',
  front: 'front',
  taxonomy: 'taxonomy',
  lists: 'lists',
  article: (id: number) => `article:${id}`,
  /** Touched by a page that names a story among others; nothing moves it, but what is taken back forgets these pages too. */
  shown: (articleId: number) => `shown:${articleId}`,
  /** A sitemap of a thousand stories, which would be a thousand tags of "shown". */
  sitemap: (part: number) => `sitemap:${part}`,
  comments: (articleId: number) => `comments:${articleId}`,
  section: (id: number) => `section:${id}`,
  tag: (id: number) => `tag:${id}`,
  author: (id: number) => `author:${id}`,
  series: (id: number) => `series:${id}`,
  media: (id: number) => `media:${id}`,
  campaign: (id: number) => `campaign:${id}`,
  /** An address, so that a cached 404 goes when something is published there. Leading slash, no query. */
  path: (path: string) => `path:${path}`,
  /**
   * Said of a tag by a command that takes something back (kill, withdraw): its pages are not merely made anew, they
   * are forgotten, so that none of them is ever sent as the last good page while the database is away.
   */
  gone: (tag: string) => `!${tag}`,
} as const;

export type CacheTag = string;
