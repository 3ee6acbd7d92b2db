interface Asked {
  version?: number | undefined;
  against?: number | 'live' | 'newest' | undefined;
  before?: number | undefined;
}

/** Where a version stands compared; what is not given is left to the page. */
export function historyHref(articleId: number, asked: Asked): string {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return `/admin/articles/${articleId}/history${search && `?${search}`}`;
}
