import { nextDueAt } from '@/db/due';
import {
  listAuthorPages,
  listFullStories,
  listNewsEntries,
  listSeriesPages,
  listSitemapEntries,
  listSitemapParts,
  newsSitemap,
  type StoryList,
} from '@/features/articles/queries/site';
import {
  elsewhere,
  missing,
  moved,
  type NoPage,
  readerContext,
  touchPath,
} from '@/features/articles/read/elsewhere';
import { findAddress } from '@/features/settings/queries';
import { readSite } from '@/features/settings/read';
import { familyOf, findAuthorBySlug, findTagBySlug } from '@/features/taxonomy/queries';
import { readSections } from '@/features/taxonomy/read';
import { cacheTags } from '@/lib/cache-tags';
import { yearSpan, zonedYear } from '@/lib/dates';
import { env } from '@/lib/env';
import { messages } from '@/lib/messages';
import { goodUntil, touch } from '@/lib/press-notes';
import { authorAddress, sectionAddress, tagAddress } from '@/lib/public-addresses';
import { pathWords } from '@/lib/public-path';
import { storyCardsIn } from '@/lib/rich-text/story-cards';
import { atom } from './atom';
import { type Feed, type FeedFormat, feedFiles, feedItem } from './feed';
import { jsonFeed } from './json-feed';
import { rss } from './rss';
import { newsUrlset, robots, sitemapIndex, urlset } from './sitemaps';

/** A file for machines. */
export interface SyndicatedFile {
  state: 'live';
  contentType: string;
  body: string;
}

const writers = { rss, atom, json: jsonFeed } as const satisfies Record<FeedFormat, (feed: Feed) => string>;
const contentTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const satisfies Record<FeedFormat, string>;
const xml = 'application/xml; charset=utf-8';

/** Stories a feed holds: a week of a busy desk. */
const feedStories = 30;

/**
 * The feed of a shelf: `shelf` is its path (`/`, `/asia-pacific`, `/tag/x`, `/author/y`), as the address has it. A shelf
 * that was renamed moves its feeds too.
 */
export async function readFeed(shelf: string, format: FeedFormat): Promise<SyndicatedFile | NoPage> {
  touch(cacheTags.taxonomy, cacheTags.latest);
  const file = feedFiles[format];
  const found = await findShelf(shelf);
  if (found === null) return movedShelf(shelf, file);
  if (found.href !== shelf) return moved(`${found.href}/${file}`);
  const ctx = readerContext();
  goodUntil(await nextDueAt(ctx.db));
  const [site, stories] = await Promise.all([readSite(), listFullStories(ctx, found.list, feedStories)]);
  const { siteName, language, timeZone, description, tagline, copyrightStartYear, copyrightHolder } = site;
  const { origin, words } = frame(language);
  const pointedAt = stories.flatMap(({ body }) => storyCardsIn(body));
  touch(...[...stories.map(({ id }) => id), ...pointedAt].map(cacheTags.shown));
  touch(...pointedAt.map(cacheTags.article));
  const { correction } = words.paper.feeds;
  const { itSaid } = words.paper.article;
  const items = stories.map((story) => feedItem(story, { origin, correction, itSaid }));
  const changedAt = items.reduce<Date | null>(
    (latest, item) => (latest && latest > item.changedAt ? latest : item.changedAt),
    null,
  );
  const years = yearSpan(copyrightStartYear, zonedYear(changedAt ?? ctx.now, timeZone));
  const feed: Feed = {
    title: found.name === null ? siteName : words.paper.feeds.of(found.name, siteName),
    description: (found.name === null ? description || tagline : found.description) || siteName,
    language,
    siteName,
    origin,
    homeUrl: origin + found.href,
    selfUrl: `${origin}${found.href === '/' ? '' : found.href}/${file}`,
    copyright: words.shell.copyright(years, copyrightHolder || siteName),
    changedAt,
    items,
  };
  return { state: 'live', contentType: contentTypes[format], body: writers[format](feed) };
}

interface Shelf {
  href: string;
  /** Null for the whole paper. */
  name: string | null;
  description: string;
  list: StoryList;
}

async function findShelf(path: string): Promise<Shelf | null> {
  if (path === '/') return { href: '/', name: null, description: '', list: { of: 'site' } };
  const words = pathWords(path);
  if (words?.length === 1) return findSectionShelf(words[0] ?? '');
  const [kind, slug] = words?.length === 2 ? words : [];
  const ctx = readerContext();
  if (kind === 'tag' && slug) {
    const tag = await findTagBySlug(ctx, slug);
    if (tag) touch(cacheTags.tag(tag.id));
    return (
      tag && {
        href: tagAddress(tag.slug),
        name: tag.name,
        description: '',
        list: { of: 'tag', tagId: tag.id },
      }
    );
  }
  const author = kind === 'author' && slug ? await findAuthorBySlug(ctx, slug) : null;
  if (author) touch(cacheTags.author(author.id));
  return (
    author && {
      href: authorAddress(author.slug),
      name: author.name,
      description: author.bio,
      list: { of: 'author', authorId: author.id },
    }
  );
}

async function findSectionShelf(slug: string): Promise<Shelf | null> {
  const sections = await readSections();
  const section = sections.find((each) => each.slug === slug);
  if (!section) return null;
  touch(cacheTags.section(section.id));
  return {
    href: sectionAddress(slug),
    name: section.name,
    description: section.description,
    list: { of: 'section', sectionIds: familyOf(section.id, sections) },
  };
}

async function movedShelf(shelf: string, file: string): Promise<NoPage> {
  const words = pathWords(shelf);
  if (!words) return missing();
  touchPath(words);
  const address = await findAddress(readerContext(), words.join('/'));
  return address?.kind === 'redirect' && address.target?.startsWith('/')
    ? moved(`${address.target}/${file}`)
    : elsewhere(`/${words.join('/')}/${file}`);
}

/** R10: the index of all sitemaps. Part 0 holds what is no article. */
export async function readSitemapIndex(): Promise<SyndicatedFile> {
  const ctx = await sitemapContext();
  const parts = await listSitemapParts(ctx);
  const body = sitemapIndex([{ part: 0, changedAt: null }, ...parts], env().siteUrl);
  return { state: 'live', contentType: xml, body };
}

/** One sitemap, by its number as the address has it. */
export async function readSitemap(part: string): Promise<SyndicatedFile | NoPage> {
  const ctx = await sitemapContext();
  if (!/^\d{1,6}$/.test(part)) return missing();
  touch(cacheTags.sitemap(Number(part)));
  const entries = Number(part) === 0 ? await listShelves() : await listSitemapEntries(ctx, Number(part));
  if (entries.length === 0) return missing();
  return { state: 'live', contentType: xml, body: urlset(entries, env().siteUrl) };
}

/** Stories of the last 48 hours; the file turns when the oldest of them is too old. */
export async function readNewsSitemap(): Promise<SyndicatedFile> {
  const ctx = await sitemapContext();
  const [{ siteName, language, timeZone }, entries] = await Promise.all([readSite(), listNewsEntries(ctx)]);
  touch(...entries.map(({ id }) => cacheTags.shown(id)));
  const oldest = entries.at(-1);
  if (oldest) goodUntil(new Date(oldest.liveAt.getTime() + newsSitemap.hours * 3_600_000));
  const body = newsUrlset(entries, { name: siteName, language, timeZone, origin: env().siteUrl });
  return { state: 'live', contentType: xml, body };
}

export async function readRobots(): Promise<SyndicatedFile> {
  touch(cacheTags.settings);
  return {
    state: 'live',
    contentType: 'text/plain; charset=utf-8',
    body: robots(env().siteUrl),
  };
}

async function sitemapContext() {
  touch(cacheTags.latest, cacheTags.taxonomy, cacheTags.settings);
  const ctx = readerContext();
  goodUntil(await nextDueAt(ctx.db));
  return ctx;
}

async function listShelves(): Promise<{ href: string }[]> {
  const ctx = readerContext();
  const [sections, authors, series] = await Promise.all([
    readSections(),
    listAuthorPages(ctx),
    listSeriesPages(ctx),
  ]);
  return [
    { href: '/' },
    { href: '/latest' },
    ...sections.map(({ slug }) => ({ href: sectionAddress(slug) })),
    ...[...authors, ...series].map((href) => ({ href })),
  ];
}

const frame = (language: string) => ({ origin: env().siteUrl, words: messages(language) });
