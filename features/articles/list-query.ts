import { listNames } from './list-address';
import { type ListArticles, listArticlesInput } from './list-input';

/** What the search part of an address asks for; leniently. */
export const readListQuery = (search: Record<string, unknown>): ListArticles =>
  listArticlesInput.parse({
    ...Object.fromEntries(Object.entries(listNames).map(([field, name]) => [field, search[name]])),
    after: search.after,
  });

/** Filters as they were saved. */
export const fromListQuery = (query: string): ListArticles =>
  readListQuery(Object.fromEntries(new URLSearchParams(query)));
