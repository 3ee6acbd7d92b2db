import type { Metadata } from 'next';
import { zonedIso } from '@/lib/dates';
import { type Picture, pictureAddress, widthsFor } from '@/lib/pictures';
import type { ArticleView } from '../../queries/site';
import { sharePictureAddress, shareSize, shareWords } from '../../share-picture';
import type { SiteFrame } from './site-frame';

/** Source: ogp.me and the card rules of the networks that read it; all addresses are absolute. */
export function articleMetadata(article: ArticleView, site: SiteFrame): Metadata {
  const { title, summary, sections, authors } = article;
  const image = shareImage(article, site);
  const url = site.origin + article.href;
  const openGraph = {
    url,
    title,
    description: summary || undefined,
    siteName: site.siteName,
    locale: openGraphLocale(article.lang ?? site.language),
    images: image ? [image] : undefined,
  };
  return {
    title,
    description: summary || undefined,
    authors: authors.map(({ name, href }) => ({ name, url: site.origin + href })),
    alternates: { canonical: url, types: feedTypes(site, sections[0] ?? null) },
    openGraph: { ...openGraph, ...(article.kind === 'page' ? { type: 'website' } : asStory(article, site)) },
    twitter: { card: image ? 'summary_large_image' : 'summary' },
  };
}

/** What Open Graph wants of an article; a page that staff wrote has neither author nor hour. */
const asStory = ({ liveAt, updatedAt, sections, tags, authors }: ArticleView, site: SiteFrame) => ({
  type: 'article' as const,
  publishedTime: liveAt ? zonedIso(liveAt, site.timeZone) : undefined,
  modifiedTime: liveAt ? zonedIso(updatedAt ?? liveAt, site.timeZone) : undefined,
  authors: authors.map(({ href }) => site.origin + href),
  section: sections[0]?.name,
  tags: tags.map(({ name }) => name),
});

export interface ListMetadata {
  title: string | { absolute: string };
  description: string;
  /** This page's own address, with its cursor. */
  href: string;
  newerHref?: string | null;
  olderHref?: string | null;
  /** Whose feeds these are; the site's when there is none. */
  feedOf?: { name: string; href: string } | null;
}

export function listMetadata(
  { title, description, href, newerHref, olderHref, feedOf }: ListMetadata,
  site: SiteFrame,
): Metadata {
  const url = site.origin + href;
  return {
    title,
    description: description || undefined,
    alternates: { canonical: url, types: feedTypes(site, feedOf ?? null) },
    pagination: {
      previous: newerHref ? site.origin + newerHref : undefined,
      next: olderHref ? site.origin + olderHref : undefined,
    },
    openGraph: {
      type: 'website',
      url,
      title: typeof title === 'string' ? title : title.absolute,
      description: description || undefined,
      siteName: site.siteName,
      locale: openGraphLocale(site.language),
    },
    twitter: { card: 'summary' },
  };
}

export const noPageMetadata = (state: 'moved' | 'missing' | 'gone', site: SiteFrame): Metadata => ({
  title: site.words.paper[state].title,
  robots: { index: false },
});

/** What stands for the page where somebody links to it: its own first picture, else one that is drawn of its headline. */
function shareImage(article: ArticleView, site: SiteFrame) {
  const picture = article.lead ?? article.pictures[0];
  if (picture) return photograph(picture, site.origin);
  const { title, sections } = article;
  const words = shareWords({ siteName: site.siteName, section: sections[0]?.name ?? null, title });
  return (
    words && {
      url: site.origin + sharePictureAddress(article.id, words),
      ...shareSize,
      alt: title,
      type: 'image/png',
    }
  );
}

/** The widest file we make of a picture: the networks ask for 1,200 pixels. */
function photograph(picture: Picture, origin: string) {
  const width = widthsFor(picture.width).findLast((offered) => offered <= 1280) ?? 320;
  return {
    url: origin + pictureAddress(picture.hash, width, 'jpeg'),
    width,
    height: Math.round((width * picture.height) / picture.width),
    alt: picture.alt,
    type: 'image/jpeg',
  };
}

/** `en_GB`: Open Graph wants a territory, so a language without one gets its likeliest (Unicode CLDR). */
function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}

/** The nearest feed first: readers take the first that fits. */
function feedTypes(site: SiteFrame, of: { name: string; href: string } | null) {
  const feeds = [
    ...(of ? [{ name: site.words.paper.feeds.of(of.name, site.siteName), href: of.href }] : []),
    { name: site.siteName, href: '' },
  ];
  const at = (file: string) =>
    feeds.map(({ name, href }) => ({ title: name, url: `${site.origin}${href}/${file}` }));
  return {
    'application/rss+xml': at('feed.xml'),
    'application/atom+xml': at('atom.xml'),
    'application/feed+json': at('feed.json'),
  };
}
