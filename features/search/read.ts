import { hurriedDatabase } from '@/db/client';
import { type Ctx, readContext } from '@/db/context';
import { listStories, type StoryCard, type StoryCursor } from '@/features/articles/queries/site';
import { missing } from '@/features/articles/read/elsewhere';
import { parseCursor } from '@/features/articles/read/lists';
import { readShell } from '@/features/articles/read/shell';
import { touchCards } from '@/features/articles/read/touch-cards';
import { readSite } from '@/features/settings/read';
import { familyOf, findAuthorBySlug, type ListedSection } from '@/features/taxonomy/queries';
import { cacheTags } from '@/lib/cache-tags';
import { startOfNextDay } from '@/lib/dates';
import { isStatementTimeout } from '@/lib/errors';
import { goodUntil, keepPrivate, touch } from '@/lib/press-notes';
import { zonedTime } from '@/lib/zoned-time';
import { type ExcerptPart, excerpt, marked, type Sought } from './excerpt';
import { type Found, findStories, type Narrowed } from './find-stories';
import { parseSearch, type SearchAddress, type SearchRequest, searchHref } from './input';
import { parseQuery } from './parse-query';
import { type FoundAuthor, findsOnPage, mostRanked } from './queries';
import { sequenceOf } from './tsquery';
import { isUnspaced } from './words';

/** A find as a page shows it. */
export interface ShownFind {
  story: StoryCard;
  title: ExcerptPart[];
  /** Where the words stand in the text; where they stand only in headline or names, the standfirst. */
  excerpt: ExcerptPart[];
}

export interface SearchPage {
  request: SearchRequest;
  sections: ListedSection[];
  /** Who may be chosen as author: those of these finds, and who was chosen. */
  authors: FoundAuthor[];
  /**
   * `idle`: nothing was asked for. `meaningless`: what was holds no word. `only-minus`: only words to leave out. `none`:
   * no find. `no-such-page`: an unknown section or author, or a page beyond the last. `too-slow`: it was given up.
   */
  state: 'idle' | 'meaningless' | 'only-minus' | 'found' | 'none' | 'no-such-page' | 'too-slow';
  finds: ShownFind[];
  count: number;
  /** There are more than were counted and ranked. */
  many: boolean;
  /** Newest first. */
  byTime: boolean;
  /** What was searched for instead, since nothing has what was typed. */
  instead: string | null;
  /** Not all words are in each find. */
  someOf: boolean;
  /** What was perhaps meant. */
  didYouMean: string | null;
  newerHref: string | null;
  olderHref: string | null;
  /** All finds in order of time, where the best are only some of them and this is their last page. */
  byTimeHref: string | null;
  /** Something to read where nothing was found. */
  latest: StoryCard[];
}

const latestShown = 6;

/**
 * What a search page shows. Exact while it is kept: it goes stale with every story that goes live, changes or is taken
 * back (`latest`), with every rename (`taxonomy`), and turns at the next due time. Reads through a pool of its own, of
 * few connections and little patience: no crowd of searches can take the database from those who read.
 */
export async function readSearch(address: SearchAddress): Promise<SearchPage> {
  touch(cacheTags.latest, cacheTags.taxonomy);
  const { sections } = await readShell();
  const page: SearchPage = { ...nothing, request: parseSearch(address), sections };
  try {
    return await fill(page);
  } catch (error) {
    if (!isStatementTimeout(error)) throw error;
    keepPrivate();
    return { ...page, state: 'too-slow' };
  }
}

async function fill(page: SearchPage): Promise<SearchPage> {
  const { request, sections } = page;
  const ctx = readContext(hurriedDatabase(), { kind: 'reader' });
  const { language, timeZone } = await readSite();
  const narrowed = await narrow(ctx, request, sections, timeZone);
  const before = parseCursor(request.before);
  if (narrowed === null || before === 'wrong') return absent(page);
  const asked = parseQuery(request.q);
  if (asked.all.length === 0 && (request.q !== '' || !narrowed.narrows)) {
    const state = request.q === '' ? 'idle' : asked.none.length > 0 ? 'only-minus' : 'meaningless';
    return { ...page, state, authors: withChosen([], narrowed), latest: await listLatest(ctx) };
  }
  // Only the best are numbered; a list by time has cursors.
  if (request.sort === 'best' && (request.page < 1 || request.page > mostRanked / findsOnPage))
    return absent(page);
  const found = await findStories(ctx, { request, asked, narrowed, before, language });
  goodUntil(found.nextDueAt);
  // Killed, a story takes every page that showed it with it, the last good ones too.
  touch(...found.finds.map(({ story }) => cacheTags.article(story.id)));
  touchCards(found.finds.map(({ story }) => story));
  if (found.finds.length > 0) return { ...page, ...show(found, request, narrowed, before) };
  if (request.page > 1 || before !== null) return absent(page);
  return { ...page, state: 'none', authors: withChosen([], narrowed), latest: await listLatest(ctx) };
}

const nothing: Omit<SearchPage, 'request' | 'sections'> = {
  authors: [],
  state: 'idle',
  finds: [],
  count: 0,
  many: false,
  byTime: false,
  instead: null,
  someOf: false,
  didYouMean: null,
  newerHref: null,
  olderHref: null,
  byTimeHref: null,
  latest: [],
};

function absent(page: SearchPage): SearchPage {
  missing();
  return { ...page, state: 'no-such-page' };
}

const listLatest = async (ctx: Ctx) =>
  touchCards((await listStories(ctx, { of: 'site' }, { limit: latestShown })).stories);

const withChosen = (found: FoundAuthor[], { author }: Narrowed): FoundAuthor[] =>
  author && !found.some(({ slug }) => slug === author.slug)
    ? [{ name: author.name, slug: author.slug, stories: 0 }, ...found]
    : found;

const [firstInstant, lastInstant] = [new Date(Date.UTC(1000, 0)), new Date(Date.UTC(9000, 0))];

/** Null when a section or author that was chosen does not exist. */
async function narrow(
  ctx: Ctx,
  { section, author, from, to }: SearchRequest,
  sections: ListedSection[],
  timeZone: string,
): Promise<Narrowed | null> {
  const chosen = section ? sections.find(({ slug }) => slug === section) : undefined;
  const writer = author ? await findAuthorBySlug(ctx, author) : null;
  if ((section && !chosen) || (author && !writer)) return null;
  return {
    sectionIds: chosen ? familyOf(chosen.id, sections) : [],
    author: writer,
    since: from ? startOfDay(from, timeZone) : firstInstant,
    until: to ? startOfNextDay(startOfDay(to, timeZone), timeZone) : lastInstant,
    narrows: Boolean(section || author || from || to),
  };
}

function startOfDay(day: string, timeZone: string): Date {
  const midnight = zonedTime(`${day}T00:00`, timeZone);
  if (midnight === null) return firstInstant;
  if (midnight.happens === 'never') return midnight.resumesAt;
  return midnight.happens === 'once' ? midnight.at : midnight.first;
}

function show(
  found: Found,
  request: SearchRequest,
  narrowed: Narrowed,
  before: StoryCursor | null,
): Partial<SearchPage> {
  const { finds, count, many, byTime, instead, someOf, didYouMean } = found;
  const sought = soughtIn(found);
  const last = finds.at(-1)?.story;
  const asked = { ...request, q: instead ?? request.q };
  const further =
    !someOf && (byTime ? count > finds.length : request.page * findsOnPage < Math.min(count, mostRanked));
  const next =
    byTime && last ? { before: `${last.liveAt.getTime()}-${last.id}` } : { page: request.page + 1 };
  const previous = { before: undefined, page: byTime ? 1 : request.page - 1 };
  return {
    state: 'found',
    finds: finds.map(({ story, text }) => ({
      story,
      title: marked(story.title, sought),
      excerpt: excerpt(text, sought) ?? marked(story.standfirst, sought),
    })),
    authors: withChosen(found.authors, narrowed),
    count,
    many,
    byTime,
    instead,
    someOf,
    didYouMean,
    olderHref: further ? searchHref({ ...asked, ...next }) : null,
    newerHref: (byTime ? before !== null : request.page > 1) ? searchHref({ ...asked, ...previous }) : null,
    byTimeHref: !byTime && many && !further ? searchHref({ ...asked, page: 1, sort: 'newest' }) : null,
  };
}

/** What is marked in the finds: the words of all terms with their other forms, and runs of scripts without spaces. */
function soughtIn({ asked, facts }: Found): Sought {
  const words = new Set<string>();
  const runs: string[] = [];
  for (const term of asked.all.flat()) {
    for (const word of term.words) {
      if (isUnspaced(word)) runs.push(word);
      else words.add(word);
    }
    if (!term.exact && sequenceOf(term).length === 1) for (const form of facts(term).forms) words.add(form);
  }
  return { words, runs };
}
