import type { campaigns, deliveryState, subscriptionState } from '@/db/schema';

export type Campaign = typeof campaigns.$inferSelect;
export type CampaignState = Campaign['state'];
export type DeliveryState = (typeof deliveryState.enumValues)[number];
export type SubscriptionState = (typeof subscriptionState.enumValues)[number];
/** How many deliveries are in which state. */
export type Tally = Partial<Record<DeliveryState, number>>;

/** The transition table: what may be done to an issue in which states. */
export const campaignActs = {
  save: ['draft'],
  schedule: ['draft', 'scheduled'],
  unschedule: ['scheduled'],
  start: ['scheduled'],
  pause: ['sending'],
  resume: ['paused'],
  cancel: ['scheduled', 'sending', 'paused'],
  resend: ['sending', 'paused', 'finished'],
  remove: ['draft'],
} as const satisfies Record<string, readonly CampaignState[]>;
export type CampaignAct = keyof typeof campaignActs;

export const mayDo = (act: CampaignAct, state: CampaignState): boolean =>
  (campaignActs[act] as readonly CampaignState[]).includes(state);

/** Most stories in one issue: past this no mail program shows it whole. */
export const mostStories = 30;

/** Deliveries in all: what the audience must equal. */
export const sumOf = (tally: Tally): number => Object.values(tally).reduce((sum, n) => sum + n, 0);

/** A claim holds so long without a sign of life; a crash is made good after that. In seconds. */
export const leaseSeconds = 20;
/** How long before its end a sender stops trusting its lease, for the time a statement may take. In seconds. */
export const leaseMarginSeconds = 4;

/** An issue whose start was missed by more than this asks first: readers expect the morning's in the morning. */
export const missedAfterHours = 6;

const retryMinutes = [1, 5, 15, 60, 240] as const;

/**
 * Seconds to wait before the next try at one reader after `attempts` tries that the server put off (SMTP 4xx), or null
 * when it was tried long enough (5 h 21 min in all).
 */
export const retryAfterSeconds = (attempts: number): number | null => {
  const minutes = retryMinutes[attempts - 1];
  return minutes === undefined ? null : minutes * 60;
};

/** A relay that takes nothing from anybody is left alone for 2, 4, 8, 16, then every 30 seconds. */
export const longestHoldSeconds = 30;

/** RFC 3463 codes that mean: nobody will ever read mail at this address. */
const deadAddress = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * Why an address must never be written to again after a reply, or null: only a permanent refusal whose class speaks of
 * the address itself. A refusal of the text, the sender or the network says nothing about the reader.
 */
export const suppressionReason = (reply: {
  replyCode: number | undefined;
  statusCode: string | undefined;
}): 'no such mailbox' | null =>
  (reply.replyCode ?? 0) >= 500 && deadAddress.has(reply.statusCode ?? '') ? 'no such mailbox' : null;

/** After so many issues in a row that one address refused for good, without a word on why, it is left out. */
export const failuresUntilSuppressed = 3;

/** At most so many confirmation mails to one address: since it last confirmed, and within a day (N3). */
export const confirmationLimits = { ever: 3, aDay: 1, allAddressesAnHour: 1_000 } as const;

/** Sign-ups taken from one network within an hour. A school or an office shares one. */
export const signUpsPerNetworkAnHour = 20;

/** A confirmation link works so long. */
export const confirmationDays = 14;
