const cursors = ['before', 'after'];

/** Names an address may carry after `?` besides the cursors of its lists, by its path. */
const alsoAt: Record<string, readonly string[]> = {
  // Addresses of an imported WordPress site.
  '/': ['p', 'page_id', 'cat', 'attachment_id'],
  '/search': ['q', 'section', 'author', 'from', 'to', 'sort', 'page'],
};

/**
 * What a reader's address may carry after `?`, in the order in which it is kept. Anything else is dropped by the press
 * before a page is looked up or rendered, so a page that wants a new parameter is named here first.
 */
export const publicQueryNames = (path: string): readonly string[] => {
  const own = Object.hasOwn(alsoAt, path) ? alsoAt[path] : undefined;
  return own ? [...own, ...cursors] : cursors;
};

/** Whether an address asks for something in a reader's own words, so that there is no end of different ones. */
export const isAskedInWords = (key: string): boolean => key.startsWith('/search?');
