import { env } from '@/lib/env';
import { keyedHash, readToken, signToken } from '@/lib/signed-token';

/** Purposes of the tokens in readers' mail: one is worth nothing at another's address. */
const purposes = {
  confirm: 'newsletter confirm',
  unsubscribe: 'newsletter unsubscribe',
  preferences: 'newsletter preferences',
};

export interface ConfirmToken {
  subscriberId: number;
  /** Seconds since 1970. */
  askedAt: number;
  listIds: number[];
}

export const confirmToken = ({ subscriberId, askedAt, listIds }: ConfirmToken): string =>
  signToken(purposes.confirm, [subscriberId, askedAt, ...listIds]);

export function readConfirmToken(token: string): ConfirmToken | null {
  const [subscriberId, askedAt, ...listIds] = numbersIn(purposes.confirm, token);
  return subscriberId && askedAt && listIds.length > 0 ? { subscriberId, askedAt, listIds } : null;
}

export const unsubscribeToken = (subscriberId: number, listId: number): string =>
  signToken(purposes.unsubscribe, [subscriberId, listId]);

export function readUnsubscribeToken(token: string): { subscriberId: number; listId: number } | null {
  const [subscriberId, listId] = numbersIn(purposes.unsubscribe, token);
  return subscriberId && listId ? { subscriberId, listId } : null;
}

export const preferencesToken = (subscriberId: number): string =>
  signToken(purposes.preferences, [subscriberId]);

export const readPreferencesToken = (token: string): number | null =>
  numbersIn(purposes.preferences, token)[0] ?? null;

/** Addresses of mails, whole: mail has no page to be relative to. */
export const newsletterLinks = {
  confirm: (token: string) => `${env().siteUrl}/newsletter/confirm/${token}`,
  unsubscribe: (token: string) => `${env().siteUrl}/newsletter/unsubscribe/${token}`,
  oneClick: (token: string) => `${env().siteUrl}/api/unsubscribe/${token}`,
  preferences: (token: string) => `${env().siteUrl}/newsletter/preferences/${token}`,
  issue: (campaignId: number) => `${env().siteUrl}/newsletter/issues/${campaignId}`,
};

/** The same for every try of one issue to one reader, so that a mail program shows a second copy as the first. */
export const messageIdOf = (campaignId: number, subscriberId: number, domain: string): string =>
  `<${campaignId}.${subscriberId}.${keyedHash('message id', `${campaignId}.${subscriberId}`).slice(0, 16)}@${domain}>`;

function numbersIn(purpose: string, token: string): number[] {
  const payload = readToken(purpose, token);
  return Array.isArray(payload) && payload.every((part) => typeof part === 'number')
    ? (payload as number[])
    : [];
}
