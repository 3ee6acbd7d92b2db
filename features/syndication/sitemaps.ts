import type { NewsEntry, SitemapEntry } from '@/features/articles/queries/site';
import { zonedIso } from '@/lib/dates';
import { pictureAddress, widthsFor } from '@/lib/pictures';
import { element, xmlDocument } from './xml';

const sitemap = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
const news = { 'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9' };
const image = { 'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1' };

/** Where the sitemaps stand: at the root, for a sitemap may only name what lies beside or below it. */
export const sitemapPath = (part: number): string => `/sitemap-${part}.xml`;

/** The list of sitemaps. Source: sitemaps.org/protocol.html. */
export const sitemapIndex = (parts: { part: number; changedAt: Date | null }[], origin: string): string =>
  xmlDocument(
    element(
      'sitemapindex',
      parts.map(({ part, changedAt }) =>
        element('sitemap', [
          element('loc', origin + sitemapPath(part)),
          element('lastmod', changedAt?.toISOString()),
        ]),
      ),
      sitemap,
    ),
  );

type Entry = Pick<SitemapEntry, 'href'> & Partial<SitemapEntry>;

/** Pages with when they last changed and the file of their picture, so that it is found in picture search. */
export const urlset = (entries: Entry[], origin: string): string =>
  xmlDocument(
    element(
      'urlset',
      entries.map(({ href, changedAt, picture }) =>
        element('url', [
          element('loc', origin + href),
          element('lastmod', changedAt?.toISOString()),
          picture &&
            element(
              'image:image',
              element(
                'image:loc',
                origin + pictureAddress(picture.hash, widthsFor(picture.width).at(-1) ?? 320, 'jpeg'),
              ),
            ),
        ]),
      ),
      { ...sitemap, ...image },
    ),
  );

interface Publication {
  name: string;
  /** BCP 47; stories may have their own. */
  language: string;
  timeZone: string;
  origin: string;
}

/**
 * Stories of two days. Source: Google's news sitemap guide. After two quiet days the front page stands there, as a page
 * and not as news: Google takes an empty file for a fault ("Missing XML tag: url") although its guide allows one, as
 * sitemap.xsd does not; a 404 would be reported too, and older stories as news break the guide.
 */
export function newsUrlset(entries: NewsEntry[], { name, language, timeZone, origin }: Publication): string {
  // Reckoned once, not once a story.
  const languages = new Map<string, string>();
  const newsLanguageOf = (tag: string) => {
    const known = languages.get(tag) ?? newsLanguage(tag);
    languages.set(tag, known);
    return known;
  };
  const urls = entries.map(({ href, title, liveAt, lang }) =>
    element('url', [
      element('loc', origin + href),
      element('news:news', [
        element('news:publication', [
          element('news:name', name),
          element('news:language', newsLanguageOf(lang ?? language)),
        ]),
        element('news:publication_date', zonedIso(liveAt, timeZone)),
        element('news:title', title),
      ]),
    ]),
  );
  const quiet = element('url', element('loc', `${origin}/`));
  return xmlDocument(element('urlset', urls.length > 0 ? urls : quiet, { ...sitemap, ...news }));
}

/** ISO 639 without a region, but for Chinese, where the script is meant. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return language;
}

/** What machines are asked to leave alone. Source: RFC 9309. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    ...['/admin$', '/admin/', '/api/', '/comment/', '/search$', '/search?'].map(
      (path) => `Disallow: ${path}`,
    ),
    'Allow: /',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    `Sitemap: ${origin}/news-sitemap.xml`,
    '',
  ].join('\n');
