import type { ListArticles } from './list-input';

export type AskedList = Partial<Omit<ListArticles, 'after'>>;

/** What the filters of a list are called in its address. */
export const listNames = {
  state: 'state',
  text: 'text',
  sectionId: 'section',
  assignee: 'assignee',
  authorId: 'author',
  tagId: 'tag',
  due: 'due',
  changed: 'changed',
  mine: 'mine',
  sort: 'sort',
} as const satisfies Partial<Record<keyof ListArticles, string>>;
const fields = Object.keys(listNames) as (keyof typeof listNames)[];

/** The filters of a list as the search part of its address, always in one spelling; empty when nothing is asked. */
export const listQuery = (asked: AskedList): string =>
  new URLSearchParams(
    fields.flatMap((field) => {
      const value = asked[field];
      if (!value || (field === 'sort' && value === 'saved')) return [];
      return [[listNames[field], value === true ? '1' : String(value)]];
    }),
  ).toString();

interface Beside {
  /** The saved list that the filters began from. */
  list?: number | null;
  /** A place in the list; another filter begins at the top. */
  after?: string;
}

/** The address of a list with these filters, as they are called there. */
export function listAddress(query: string, { list, after }: Beside = {}): string {
  const search = [
    list && `list=${list}`,
    // With a saved list, no filter at all must be said: silence means its own.
    query || (list ? 'sort=saved' : ''),
    after && new URLSearchParams({ after }).toString(),
  ]
    .filter(Boolean)
    .join('&');
  return search === '' ? '/admin/articles' : `/admin/articles?${search}`;
}

export const listHref = (asked: AskedList, beside: Beside = {}): string =>
  listAddress(listQuery(asked), beside);

/** Where a saved list is opened as it was saved. */
export const savedListHref = (list: number): string => `/admin/articles?list=${list}`;

/** Whether an address names any filter itself, rather than leaving them to the saved list it opens. */
export const namesFilters = (search: Record<string, unknown>): boolean =>
  fields.some((field) => search[listNames[field]] !== undefined);
