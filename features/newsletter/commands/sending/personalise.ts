import { env } from '@/lib/env';
import { domainOf, prepareLetter } from '@/lib/mailer/compose';
import type { Composed, Correspondent } from '@/lib/mailer/mail';
import { messageIdOf, newsletterLinks, preferencesToken, unsubscribeToken } from '../../links';

/** Where a reader's own links go in the frozen text of an issue. */
export const placeholders = {
  unsubscribe: 'https://{{unsubscribe}}',
  preferences: 'https://{{preferences}}',
} as const;

/** An issue as it is sent: its frozen text, and whom it says it is from. */
export interface SentIssue {
  campaignId: number;
  list: { id: number; name: string; slug: string };
  subject: string;
  html: string;
  text: string;
  from: Correspondent;
  /** Where answers go; empty: to the sender. */
  replyTo: string;
}

export interface Recipient {
  /** 0 for somebody who tries it out: the links then lead to nobody. */
  subscriberId: number;
  email: string;
}

/** Writes the mail of an issue for each reader: the same text with her own links, signed. */
export function mailWriter({ campaignId, list, subject, html, text, from, replyTo }: SentIssue) {
  const domain = domainOf(from.address);
  const write = prepareLetter({
    subject,
    html,
    text,
    from,
    replyTo: replyTo || undefined,
    listId: { name: list.name, id: `${list.slug}.${new URL(env().siteUrl).hostname}` },
    headers: { 'X-Newsletter-Id': String(campaignId) },
    slots: Object.values(placeholders),
  });
  return ({ subscriberId, email }: Recipient): Promise<Composed> => {
    const token = unsubscribeToken(subscriberId, list.id);
    return write({
      to: email,
      // A test is another mail each time; to a reader every try is the same one.
      messageId: subscriberId > 0 ? messageIdOf(campaignId, subscriberId, domain) : undefined,
      listUnsubscribe: newsletterLinks.oneClick(token),
      fills: new Map([
        [placeholders.unsubscribe, newsletterLinks.unsubscribe(token)],
        [placeholders.preferences, newsletterLinks.preferences(preferencesToken(subscriberId))],
      ]),
    });
  };
}
