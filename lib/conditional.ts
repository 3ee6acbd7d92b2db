/**
 * Whether an `If-None-Match` names this entity: one tag, a list, or `*`, compared weakly. Source: RFC 9110, 13.1.2.
 * No list is parsed: a tag of ours holds no quote, so it can only be found whole.
 */
export const holds = (held: string | null | undefined, etag: string): boolean =>
  held != null && (held === etag || held.trim() === '*' || held.includes(etag.replace(/^W\//, '')));
