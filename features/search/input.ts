import { zonedTime } from '@/lib/zoned-time';

/** What the address of a search page says, as Next hands it out. */
export type SearchAddress = Partial<Record<SearchParameter, string | string[]>>;
export const searchParameters = ['q', 'section', 'author', 'from', 'to', 'sort', 'page', 'before'] as const;
export type SearchParameter = (typeof searchParameters)[number];

/** A search as a reader asked for it; what makes no sense counts as not said. */
export interface SearchRequest {
  /** One line, at most 200 characters. */
  q: string;
  /** A section's slug; empty for all. */
  section: string;
  /** An author's slug; empty for all. */
  author: string;
  /** Days as `2026-11-25`, both included; empty for open. */
  from: string;
  to: string;
  sort: 'best' | 'newest';
  /** Of the best first, from 1. */
  page: number;
  /** Of the newest first: where the page begins, as in lists. */
  before: string | undefined;
}

export const longestQuery = 200;

/** Reads an address. Of a parameter that is given twice the first counts, as in the press. */
export function parseSearch(address: SearchAddress): SearchRequest {
  const said = (name: SearchParameter): string => {
    const value = address[name];
    return clean((Array.isArray(value) ? value[0] : value) ?? '');
  };
  const page = /^\d{1,4}$/.test(said('page')) ? Number(said('page')) : said('page') === '' ? 1 : 0;
  return {
    q: said('q'),
    section: said('section'),
    author: said('author'),
    from: realDay(said('from')),
    to: realDay(said('to')),
    sort: said('sort') === 'newest' ? 'newest' : 'best',
    page,
    before: said('before') || undefined,
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and the rest have no place in a query.
const controls = /[\u0000-\u001f\u007f]+/g;

/** Cut before it is looked at: whatever is sent, no more than a line of it is worked on. */
const clean = (value: string): string =>
  value
    .slice(0, longestQuery * 10)
    .replace(controls, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestQuery)
    .toWellFormed()
    .trim();

const realDay = (day: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(day) && zonedTime(`${day}T00:00`, 'UTC') !== null ? day : '';

/** The address of a search, with only what differs from the plain one, in the order in which the press keeps it. */
export function searchHref(request: Partial<SearchRequest>): string {
  const { q = '', section = '', author = '', from = '', to = '', sort = 'best', page = 1, before } = request;
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, section, author, from, to }))
    if (value) said.set(name, value);
  if (sort === 'newest') said.set('sort', sort);
  if (page > 1) said.set('page', String(page));
  if (before) said.set('before', before);
  return said.size === 0 ? '/search' : `/search?${said}`;
}
