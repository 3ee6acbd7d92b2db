import { newsletterLinks, preferencesToken, unsubscribeToken } from '../../links';

/** Where a reader's own links go in the frozen text of an issue. */
export const placeholders = {
  unsubscribe: 'https://{{unsubscribe}}',
  preferences: 'https://{{preferences}}',
} as const;

export interface ReaderLinks {
  unsubscribe: string;
  preferences: string;
  /** For List-Unsubscribe: takes one POST (RFC 8058). */
  oneClick: string;
}

export function readerLinks(subscriberId: number, listId: number): ReaderLinks {
  const token = unsubscribeToken(subscriberId, listId);
  return {
    unsubscribe: newsletterLinks.unsubscribe(token),
    oneClick: newsletterLinks.oneClick(token),
    preferences: newsletterLinks.preferences(preferencesToken(subscriberId)),
  };
}

/** Puts one reader's links into an issue's HTML or text. */
export const personalise = (issue: string, links: Pick<ReaderLinks, 'unsubscribe' | 'preferences'>): string =>
  issue
    .replaceAll(placeholders.unsubscribe, links.unsubscribe)
    .replaceAll(placeholders.preferences, links.preferences);
