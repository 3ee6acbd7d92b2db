import type { Metadata } from 'next';
import { zonedIso } from '@/lib/dates';
import { type Picture, pictureAddress, widthsFor } from '@/lib/pictures';
import type { ArticleView } from '../../queries/site';
import type { SiteFrame } from './site-frame';

/** Source: ogp.me and the card rules of the networks that read it; all addresses are absolute. */
export function articleMetadata(article: ArticleView, site: SiteFrame): Metadata {
  const { title, summary, liveAt, updatedAt, sections, tags, authors } = article;
  const picture = article.lead ?? article.pictures[0] ?? null;
  const url = site.origin + article.href;
  return {
    title,
    description: summary || undefined,
    authors: authors.map(({ name, href }) => ({ name, url: site.origin + href })),
    alternates: { canonical: url, types: feedTypes(site, sections[0] ?? null) },
    openGraph: {
      type: 'article',
      url,
      title,
      description: summary || undefined,
      siteName: site.siteName,
      locale: (article.lang ?? site.language).replace('-', '_'),
      publishedTime: liveAt ? zonedIso(liveAt, site.timeZone) : undefined,
      modifiedTime: liveAt ? zonedIso(updatedAt ?? liveAt, site.timeZone) : undefined,
      authors: authors.map(({ href }) => site.origin + href),
      section: sections[0]?.name,
      tags: tags.map(({ name }) => name),
      images: picture ? [shareImage(picture, site.origin)] : undefined,
    },
    twitter: { card: picture ? 'summary_large_image' : 'summary' },
  };
}

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
      locale: site.language.replace('-', '_'),
    },
    twitter: { card: 'summary' },
  };
}

export const noPageMetadata = (state: 'moved' | 'missing' | 'gone', site: SiteFrame): Metadata => ({
  title: site.words.paper[state].title,
  robots: { index: false },
});

/** The widest file we make of a picture: the networks ask for 1,200 pixels. */
function shareImage(picture: Picture, origin: string) {
  const width = widthsFor(picture.width).findLast((offered) => offered <= 1280) ?? 320;
  return {
    url: origin + pictureAddress(picture.hash, width, 'jpeg'),
    width,
    height: Math.round((width * picture.height) / picture.width),
    alt: picture.alt,
    type: 'image/jpeg',
  };
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
