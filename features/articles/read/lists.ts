import { cache } from 'react';
import { nextDueAt } from '@/db/due';
import { readSite } from '@/features/settings/read';
import {
  type AuthorRow,
  familyOf,
  findAuthorBySlug,
  findTagBySlug,
  type ListedSection,
  type TagRow,
} from '@/features/taxonomy/queries';
import { cacheTags } from '@/lib/cache-tags';
import { startOfMonth, zonedMonth } from '@/lib/dates';
import { goodUntil, touch } from '@/lib/press-notes';
import {
  archiveAddress,
  authorAddress,
  sectionAddress,
  seriesAddress,
  tagAddress,
} from '@/lib/public-addresses';
import { pathWords } from '@/lib/public-path';
import { slugPattern } from '@/lib/slug';
import {
  type FrontPage,
  findSectionLead,
  findSeriesBySlug,
  type ListedCorrection,
  listCorrections,
  listMonths,
  listStories,
  type Month,
  monthsAround,
  readFrontPage,
  type Series,
  type StoryCard,
  type StoryCursor,
  type StoryList,
  type StoryPage,
} from '../queries/site';
import { elsewhere, missing, moved, type NoPage, readerContext } from './elsewhere';
import { readShell } from './shell';
import { touchCards } from './touch-cards';

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
  const front = await readFrontPage(ctx);
  touchCards([
    ...(front.lead ? [front.lead] : []),
    ...front.seconds,
    ...front.strips.flatMap(({ stories }) => stories),
    ...front.river,
  ]);
  return front;
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
  /** The story that stands large on the first page; it is in `stories` no more. */
  lead: StoryCard | null;
}

/**
 * A section's stories with those of the sections below it. On the first page one leads: the one an editor chose, else the
 * newest. `leadId` instead of the editor's choice is for the desk's preview; null there means the newest.
 */
export const readSectionPage = cache(
  async (sectionId: number, before: unknown, leadId?: number | null): Promise<Listed<SectionShelf>> => {
    const { sections } = await readShell();
    const section = sections.find(({ id }) => id === sectionId);
    if (!section) return missing();
    touch(cacheTags.section(sectionId));
    const byId = new Map(sections.map((each) => [each.id, each]));
    const above: ListedSection[] = [];
    for (let at = byId.get(section.parentId ?? 0); at; at = byId.get(at.parentId ?? 0)) above.unshift(at);
    const below = sections.filter(({ parentId }) => parentId === sectionId);
    const family = familyOf(sectionId, sections);
    const [page, chosen] = await Promise.all([
      readList(sectionAddress(section.slug), { of: 'section', sectionIds: family }, before, {}),
      parseCursor(before) === null
        ? findSectionLead(readerContext(), { sectionId, family, articleId: leadId })
        : null,
    ]);
    if (page.state !== 'live') return page;
    if (chosen) touchCards([chosen]);
    const lead = page.first ? (chosen ?? page.stories[0] ?? null) : null;
    const stories = page.stories.filter(({ id }) => id !== lead?.id);
    return { ...page, stories, section, above, below, lead };
  },
);

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

/** A series with its stories in their order, all on one page. */
export const readSeriesPage = cache(
  async (path: string): Promise<{ state: 'live'; series: Series } | NoPage> => {
    const slug = lastSlug(path);
    const series = slug === null ? null : await findSeriesBySlug(readerContext(), slug);
    if (!series) return elsewhere(path);
    const href = seriesAddress(series.slug);
    if (path !== href) return moved(href);
    // Its name may say what is still being found out.
    if (series.stories.length === 0) {
      touch(cacheTags.series(series.id));
      return elsewhere(path);
    }
    touch(
      cacheTags.series(series.id),
      cacheTags.taxonomy,
      ...series.stories.map(({ id }) => cacheTags.article(id)),
    );
    return { state: 'live', series };
  },
);

/** A month's stories, by the site's zone, and the way to its neighbours. A month in which nothing was published is missing. */
export const readArchivePage = cache(async (path: string, before: unknown): Promise<Listed<MonthShelf>> => {
  const month = /^\/archive\/((?!9999)[1-9]\d{3})\/(0[1-9]|1[0-2])$/.exec(path);
  if (!month) return elsewhere(path);
  const [year, number] = [Number(month[1]), Number(month[2])];
  touch(cacheTags.latest);
  const { timeZone } = await readSite();
  const span = { from: startOfMonth(year, number, timeZone), to: startOfMonth(year, number + 1, timeZone) };
  const [found, around] = await Promise.all([
    readList(archiveAddress(year, number), { of: 'span', ...span }, before, {}),
    monthsAround(readerContext(), span),
  ]);
  if (found.state !== 'live') return found;
  if (found.stories.length === 0) return missing();
  const neighbour = (at: Date | null) =>
    at && { from: at, href: archiveAddress(...zonedMonth(at, timeZone)) };
  return { ...found, from: span.from, newer: neighbour(around.newer), older: neighbour(around.older) };
});

export interface MonthShelf {
  from: Date;
  /** The nearest months in which something was published. */
  newer: { from: Date; href: string } | null;
  older: { from: Date; href: string } | null;
}

/** Every month with its stories, by the site's zone; it turns by itself when the next story is due. */
export const readArchive = cache(async (): Promise<Month[]> => {
  touch(cacheTags.latest);
  const ctx = readerContext();
  const { timeZone } = await readSite();
  const [months, due] = await Promise.all([listMonths(ctx, timeZone), nextDueAt(ctx.db)]);
  goodUntil(due);
  return months;
});

/** What the paper owned up to, newest first. */
export const readCorrections = cache(
  async (
    before: unknown,
  ): Promise<(Omit<ListPage, 'stories'> & { corrections: ListedCorrection[] }) | NoPage> => {
    // Stories come and go, and with them their corrections; `latest` is told of both.
    touch(cacheTags.latest, cacheTags.taxonomy);
    const cursor = parseCursor(before);
    if (cursor === 'wrong') return missing();
    const ctx = readerContext();
    goodUntil(await nextDueAt(ctx.db));
    const page = await listCorrections(ctx, { before: cursor });
    if (cursor && page.corrections.length === 0) return missing();
    touch(...page.corrections.map(({ story }) => cacheTags.shown(story.id)));
    return { state: 'live', corrections: page.corrections, ...neighbours('/corrections', cursor, page) };
  },
);

/** The newest stories, for a page that has nothing else to offer. */
export const readNewest = cache(async (): Promise<StoryCard[]> => {
  touch(cacheTags.latest, cacheTags.taxonomy);
  const ctx = readerContext();
  goodUntil(await nextDueAt(ctx.db));
  const { stories } = await listStories(ctx, { of: 'site' }, { limit: 4 });
  return touchCards(stories);
});

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
  return { ...of, state: 'live', stories: touchCards(page.stories), ...neighbours(href, cursor, page) };
}

const neighbours = (
  href: string,
  cursor: StoryCursor | null,
  { newer, older }: Pick<StoryPage, 'newer' | 'older'>,
) => ({
  href: hrefAt(href, cursor),
  first: cursor === null,
  newerHref: newer && (newer === 'first' ? href : hrefAt(href, newer)),
  olderHref: older && hrefAt(href, older),
});

const hrefAt = (href: string, cursor: StoryCursor | null): string =>
  cursor ? `${href}?before=${cursor.liveAt.getTime()}-${cursor.id}` : href;

/** `before` of an address: milliseconds since 1970 and a story's number. */
export function parseCursor(before: unknown): StoryCursor | 'wrong' | null {
  if (before === undefined || before === '') return null;
  const parts = typeof before === 'string' ? /^(\d{1,14})-(\d{1,15})$/.exec(before) : null;
  return parts ? { liveAt: new Date(Number(parts[1])), id: Number(parts[2]) } : 'wrong';
}
