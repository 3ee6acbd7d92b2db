import { commentLimits } from './input';
import type { CommentPolicy, CommentState } from './queries/types';

/** Names of sentences in `messages.comments.errors`. */
export type Fault = 'missing' | 'tooLong' | 'badEmail' | 'closed' | 'tooMany' | 'parentGone';
export type Faults = Partial<Record<'name' | 'email' | 'body' | 'form', Fault>>;

const email = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}\.[^\s@<>,;:"()[\]\\.]{2,63}$/u;

/** What is wrong with a typed comment, field by field. Staff sign with their own name, so theirs may be empty. */
export function typedFaults(typed: { name: string; email: string; body: string }, staff: boolean): Faults {
  const faults: Faults = {};
  if (typed.name.length > commentLimits.nameChars) faults.name = 'tooLong';
  if (typed.body === '') faults.body = 'missing';
  if (typed.body.length > commentLimits.bodyChars) faults.body = 'tooLong';
  if (staff) return faults;
  if (typed.name === '') faults.name = 'missing';
  if (typed.email === '') faults.email = 'missing';
  else if (typed.email.length > commentLimits.emailChars || !email.test(typed.email))
    faults.email = 'badEmail';
  return faults;
}

export interface Discussion {
  policy: CommentPolicy;
  firstLiveAt: Date;
}

/** When the discussion of an article closes by itself, or null when it never does. */
export const closesAt = ({ firstLiveAt }: Discussion, closeAfterDays: number): Date | null =>
  closeAfterDays > 0 ? new Date(firstLiveAt.getTime() + closeAfterDays * 86_400_000) : null;

/** Whether readers may still add to it. */
export function isOpen(discussion: Discussion, closeAfterDays: number, now: Date): boolean {
  const closing = closesAt(discussion, closeAfterDays);
  return discussion.policy === 'open' && (closing === null || now < closing);
}

/** Everything the checks may look at, loaded beforehand: they ask nothing themselves. */
export interface Facts {
  staff: boolean;
  honeypotFilled: boolean;
  /** Between sending the text and confirming it. */
  secondsToConfirm: number;
  body: string;
  /** Comments with the same text in the last day, anywhere. */
  sameTextCount: number;
  /** Posted from the same network in the last ten minutes. */
  recentFromNetwork: number;
  moderation: 'everything' | 'first-time' | 'nothing';
  /** From the settings: links that let a comment through, and comments from one network in ten minutes. */
  limits: { links: number; fromNetwork: number };
  /** Known by a *verified* address, and approved before (C4): a typed address proves nothing. */
  trusted: boolean;
}

export interface Verdict {
  state: Extract<CommentState, 'approved' | 'held' | 'spam'>;
  reasons: string[];
}

type Check = (facts: Facts) => Verdict | null;
const verdict = (state: Verdict['state'], ...reasons: string[]): Verdict => ({ state, reasons });

export const countLinks = (body: string): number => body.match(/\bhttps?:\/\/|\bwww\./gi)?.length ?? 0;

/** In this order; the first that has an opinion decides. */
const checks: Check[] = [
  ({ staff }) => (staff ? verdict('approved') : null),
  ({ honeypotFilled }) =>
    honeypotFilled ? verdict('spam', 'Filled in the field that people do not see') : null,
  ({ sameTextCount }) =>
    sameTextCount >= 3 ? verdict('spam', `Same text ${sameTextCount} times in a day`) : null,
  ({ sameTextCount }) => (sameTextCount > 0 ? verdict('held', 'Same text was posted in the last day') : null),
  ({ secondsToConfirm }) => (secondsToConfirm < 3 ? verdict('held', 'Confirmed within 3 seconds') : null),
  ({ body, limits }) =>
    countLinks(body) > limits.links ? verdict('held', `${countLinks(body)} links`) : null,
  ({ recentFromNetwork, limits }) =>
    recentFromNetwork >= limits.fromNetwork
      ? verdict('held', `${recentFromNetwork} comments from this network in ten minutes`)
      : null,
  ({ moderation }) => (moderation === 'everything' ? verdict('held', 'Every comment is read first') : null),
  ({ moderation, trusted }) =>
    moderation === 'first-time' && !trusted ? verdict('held', 'New commenter') : null,
];

/** C3: an ordered list of pure checks, first verdict wins; with none, the comment stands. */
export function judge(facts: Facts): Verdict {
  for (const check of checks) {
    const outcome = check(facts);
    if (outcome) return outcome;
  }
  return verdict('approved');
}

/** Replies nest three deep and stay flat from there. */
export const replyDepth = (parentDepth: number): number => Math.min(parentDepth + 1, 3);

/** Submissions a network may make in ten minutes before it is asked to wait. */
export const submissionsPerTenMinutes = 20;
