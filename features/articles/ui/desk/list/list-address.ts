import type { ArticleState } from '../../../rules';

interface Asked {
  state?: ArticleState | undefined;
  sectionId?: number | undefined;
  text?: string;
  mine?: boolean;
  after?: string | undefined | { savedAt: Date; id: number };
}

/** The address of a list. A place in it (`after`) is only kept when it is given as text: a new filter begins at the top. */
export function listHref({ state, sectionId, text, mine, after }: Asked): string {
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(sectionId && { section: String(sectionId) }),
    ...(text && { text }),
    ...(mine && { mine: '1' }),
    ...(typeof after === 'string' && { after }),
  }).toString();
  return query === '' ? '/admin/articles' : `/admin/articles?${query}`;
}
