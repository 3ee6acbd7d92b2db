import { cache } from 'react';
import { nextDueAt } from '@/db/due';
import { readSite } from '@/features/settings/read';
import {
  type AuthorRow,
  findAuthorBySlug,
  findTagBySlug,
  type ListedSection,
  type TagRow,
} from '@/features/taxonomy/queries';
import { readSections } from '@/features/taxonomy/read';
import { cacheTags } from '@/lib/cache-tags';
import { startOfMonth } from '@/lib/dates';
import { goodUntil, touch } from '@/lib/press-notes';
import { archiveAddress, authorAddress, sectionAddress, tagAddress } from '@/lib/public-addresses';
import { pathWords } from '@/lib/public-path';
import { slugPattern } from '@/lib/slug';
import {
  type FrontPage,
  listStories,
  readFrontPage,
  type StoryCursor,
  type StoryList,
  type StoryPage,
} from '../queries/site';
import { elsewhere, missing, moved, type NoPage, readerContext } from './elsewhere';

/** One page of a list, with the addresses of its neighbours. */
export interface ListPage extends Pick<StoryPage, 'stories'> {
  state: 'live';
  /** This page's own address, cursor and all. */
  href: string;
  newerHref: string | null;
  olderHref: string | null;
  /** Whether this is the first page. */
  first: boolean;
}

export type Listed<Of> = (ListPage & Of) | NoPage;

/** Everything the front page shows; it turns by itself when the next story is due. */
export const readFront = cache(async (): Promise<FrontPage> => {
  touch(cacheTags.front, cacheTags.latest, cacheTags.taxonomy);
  const ctx = readerContext();
  goodUntil(await nextDueAt(ctx.db));
  return readFrontPage(ctx);
});

/** Newest first, everything. */
export const readLatest = cache((before: unknown): Promise<Listed<object>> => {
  touch(cacheTags.latest);
  return readList('/latest', { of: 'site' }, before, {});
});

export interface SectionShelf {
  section: ListedSection;
  /** From the top section down to this one's parent. */
  above: ListedSection[];
  /** The sections right below. */
  below: ListedSection[];
}

/** A section's stories with those of the sections below it. */
export const readSectionPage = cache(
  async (sectionId: number, before: unknown): Promise<Listed<SectionShelf>> => {
    const sections = await readSections();
    const section = sections.find(({ id }) => id === sectionId);
    if (!section) return missing();
    touch(cacheTags.section(sectionId));
    const byId = new Map(sections.map((each) => [each.id, each]));
    const above: ListedSection[] = [];
    for (let at = byId.get(section.parentId ?? 0); at; at = byId.get(at.parentId ?? 0)) above.unshift(at);
    const below = sections.filter(({ parentId }) => parentId === sectionId);
    const list = { of: 'section', sectionIds: familyOf(sectionId, sections) } as const;
    return readList(sectionAddress(section.slug), list, before, { section, above, below });
  },
);

/** A section and everything below it. `sections` come parents first. */
export function familyOf(sectionId: number, sections: ListedSection[]): number[] {
  const family = new Set([sectionId]);
  for (const { id, parentId } of sections) if (parentId !== null && family.has(parentId)) family.add(id);
  return [...family];
}

export const readTagPage = cache(async (path: string, before: unknown): Promise<Listed<{ tag: TagRow }>> => {
  const slug = lastSlug(path);
  const tag = slug === null ? null : await findTagBySlug(readerContext(), slug);
  if (!tag) return elsewhere(path);
  const href = tagAddress(tag.slug);
  if (path !== href) return moved(href);
  touch(cacheTags.tag(tag.id));
  return readList(href, { of: 'tag', tagId: tag.id }, before, { tag });
});

export const readAuthorPage = cache(
  async (path: string, before: unknown): Promise<Listed<{ author: AuthorRow }>> => {
    const slug = lastSlug(path);
    const author = slug === null ? null : await findAuthorBySlug(readerContext(), slug);
    if (!author) return elsewhere(path);
    const href = authorAddress(author.slug);
    if (path !== href) return moved(href);
    touch(cacheTags.author(author.id));
    return readList(href, { of: 'author', authorId: author.id }, before, { author });
  },
);

/** A month's stories, by the site's zone. A month in which nothing was published is missing. */
export const readArchivePage = cache(
  async (path: string, before: unknown): Promise<Listed<{ from: Date }>> => {
    const month = /^\/archive\/(\d{4})\/(0[1-9]|1[0-2])$/.exec(path);
    if (!month || month[1] === '0000') return elsewhere(path);
    const [year, number] = [Number(month[1]), Number(month[2])];
    touch(cacheTags.latest);
    const { timeZone } = await readSite();
    const from = startOfMonth(year, number, timeZone);
    const list = { of: 'span', from, to: startOfMonth(year, number + 1, timeZone) } as const;
    const found = await readList(archiveAddress(year, number), list, before, { from });
    return found.state === 'live' && found.stories.length === 0 ? missing() : found;
  },
);

function lastSlug(path: string): string | null {
  const slug = pathWords(path)?.at(-1) ?? '';
  return slugPattern.test(slug) ? slug : null;
}

/** A page beyond the last story, or from a cursor nobody was given, is missing: it must not count as a page. */
async function readList<Of extends object>(
  href: string,
  list: StoryList,
  before: unknown,
  of: Of,
): Promise<(ListPage & Of) | NoPage> {
  touch(cacheTags.taxonomy);
  const cursor = parseCursor(before);
  if (cursor === 'wrong') return missing();
  const ctx = readerContext();
  goodUntil(await nextDueAt(ctx.db));
  const page = await listStories(ctx, list, { before: cursor });
  if (cursor && page.stories.length === 0) return missing();
  return {
    ...of,
    state: 'live',
    href: hrefAt(href, cursor),
    first: cursor === null,
    stories: page.stories,
    newerHref: page.newer && (page.newer === 'first' ? href : hrefAt(href, page.newer)),
    olderHref: page.older && hrefAt(href, page.older),
  };
}

const hrefAt = (href: string, cursor: StoryCursor | null): string =>
  cursor ? `${href}?before=${cursor.liveAt.getTime()}-${cursor.id}` : href;

/** `before` of an address: milliseconds since 1970 and a story's number. */
export function parseCursor(before: unknown): StoryCursor | 'wrong' | null {
  if (before === undefined || before === '') return null;
  const parts = typeof before === 'string' ? /^(\d{1,14})-(\d{1,15})$/.exec(before) : null;
  return parts ? { liveAt: new Date(Number(parts[1])), id: Number(parts[2]) } : 'wrong';
}
