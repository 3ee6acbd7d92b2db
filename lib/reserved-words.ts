/**
 * First segments of addresses that the product itself answers: no section or staff page may take them. The one list;
 * compared in lower case. `wp-…` are kept free for the redirects of imported sites.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  '_next',
  'admin',
  'amp',
  'api',
  'apple-touch-icon.png',
  'archive',
  'atom.xml',
  'author',
  'authors',
  'category',
  'comment',
  'comments',
  'corrections',
  'favicon.ico',
  'feed',
  'feed.json',
  'feed.xml',
  'feeds',
  'humans.txt',
  'icon.svg',
  'latest',
  'manifest.webmanifest',
  'media',
  'news-sitemap.xml',
  'newsletter',
  'newsletters',
  'reader.js',
  'robots.txt',
  'rss',
  'rss.xml',
  'search',
  'series',
  'security.txt',
  'share',
  'sitemap',
  'sitemap.xml',
  'static',
  'tag',
  'tags',
  'trackback',
  'unsubscribe',
  'wp-admin',
  'wp-content',
  'wp-includes',
  'wp-json',
  'wp-login.php',
  'xmlrpc.php',
]);

/**
 * Reserved words at which nothing stands: an imported site's old addresses begin so, and may lead elsewhere. The first
 * segment of a redirect may be one of these and nothing else that is reserved.
 */
const leadElsewhere: ReadonlySet<string> = new Set([
  'amp',
  'authors',
  'category',
  'comments',
  'feed',
  'feeds',
  'newsletters',
  'rss',
  'rss.xml',
  'tags',
  'trackback',
  'wp-admin',
  'wp-content',
  'wp-includes',
  'wp-json',
  'wp-login.php',
  'xmlrpc.php',
]);

/** Whether the product answers everything under this word, so that a redirect there would never be asked. */
export const answersItself = (word: string): boolean =>
  isReservedWord(word) && !leadElsewhere.has(word.toLowerCase());

/** Whether the product answers this word itself. Sitemap parts (`sitemap-3.xml`) and hidden files too. */
export const isReservedWord = (word: string): boolean => {
  const lower = word.toLowerCase();
  return reservedWords.has(lower) || lower.startsWith('.') || /^(?:news-)?sitemap[-\d]*\.xml$/.test(lower);
};
