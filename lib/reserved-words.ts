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

/**
 * First segments of addresses that the product itself answers: no section or staff page may take them. The one list;
 * compared in lower case.
 */
export const reservedWords: ReadonlySet<string> = new Set([
  ...leadElsewhere,
  '_next',
  'admin',
  'api',
  'apple-touch-icon.png',
  'archive',
  'atom.xml',
  'author',
  'comment',
  'corrections',
  'favicon.ico',
  'feed.json',
  'feed.xml',
  'humans.txt',
  'icon.svg',
  'latest',
  'manifest.webmanifest',
  'media',
  'news-sitemap.xml',
  'newsletter',
  'reader.js',
  'robots.txt',
  'search',
  'series',
  'security.txt',
  'share',
  'sitemap',
  'sitemap.xml',
  'static',
  'tag',
  'unsubscribe',
]);

/** Whether the product answers everything under this word, so that a redirect there would never be asked. */
export const answersItself = (word: string): boolean =>
  isReservedWord(word) && !leadElsewhere.has(word.toLowerCase());

/** Whether the product answers this word itself. Sitemap parts (`sitemap-3.xml`) and hidden files too. */
export const isReservedWord = (word: string): boolean => {
  const lower = word.toLowerCase();
  return reservedWords.has(lower) || lower.startsWith('.') || /^(?:news-)?sitemap[-\d]*\.xml$/.test(lower);
};
