import type { CommentState } from '../queries/types';
import type { FilterOpinion } from './filter';

/** Everything the checks may look at, loaded beforehand: they ask nothing themselves. */
export interface Facts {
  staff: boolean;
  honeypotFilled: boolean;
  /** Between sending the text and confirming it. */
  secondsToConfirm: number;
  /** Addresses of pages in the text. */
  links: number;
  /** Lines of the two lists of words that the name or the text holds. */
  blockedWords: readonly string[];
  suspectWords: readonly string[];
  /** Comments of the last day, anywhere, with the same text; short ones, which people do repeat, are not counted. */
  sameText: number;
  /** How like the likest comment of late is, by groups of three letters, in per cent; 0 for short texts. */
  likenessPercent: number;
  recent: {
    /** In the last ten minutes, from the same network and under the same address. */
    fromNetwork: number;
    fromAddress: number;
    /** In the last five minutes, by anybody. */
    everywhere: number;
  };
  /** What was learned from moderators; null as long as that is too little. */
  filter: FilterOpinion | null;
  /** Known by a *verified* address, and approved before (C4): a typed address proves nothing. */
  trusted: boolean;
  moderation: 'everything' | 'first-time' | 'nothing';
  limits: Limits;
}

/** Where each check begins to have an opinion: all from the settings. */
export interface Limits {
  links: number;
  secondsToConfirm: number;
  sameText: number;
  likenessPercent: number;
  fromNetwork: number;
  fromAddress: number;
  /** Comments anywhere in five minutes. */
  flood: number;
  suspectPercent: number;
  spamPercent: number;
}

export interface Verdict {
  state: Extract<CommentState, 'approved' | 'held' | 'spam'>;
  /** For moderators: of every check that agrees with the verdict, in the order of the checks. */
  reasons: string[];
}

type Check = (facts: Facts) => Verdict | null;
const verdict = (state: Verdict['state'], ...reasons: string[]): Verdict => ({ state, reasons });
const spamIf = (is: boolean, reason: string) => (is ? verdict('spam', reason) : null);
const heldIf = (is: boolean, reason: string) => (is ? verdict('held', reason) : null);

/** In this order; the first that has an opinion decides. */
const checks: Check[] = [
  ({ staff }) => (staff ? verdict('approved') : null),
  ({ honeypotFilled }) => spamIf(honeypotFilled, 'Filled in the field that people do not see'),
  ({ blockedWords }) => spamIf(blockedWords.length > 0, `Blocked: ${quoted(blockedWords)}`),
  ({ sameText, limits }) => spamIf(sameText >= limits.sameText, `Same text ${sameText} times in a day`),
  ({ filter, trusted, limits }) =>
    filter && !trusted ? spamIf(percent(filter) >= limits.spamPercent, opinionOf(filter)) : null,
  ({ suspectWords }) => heldIf(suspectWords.length > 0, `Suspect: ${quoted(suspectWords)}`),
  ({ sameText }) => heldIf(sameText > 0, 'Same text was posted in the last day'),
  ({ sameText, likenessPercent, limits }) =>
    heldIf(
      sameText === 0 && likenessPercent >= limits.likenessPercent,
      `Nearly the text of another comment (${likenessPercent} %)`,
    ),
  ({ secondsToConfirm, limits }) =>
    heldIf(secondsToConfirm < limits.secondsToConfirm, `Confirmed within ${limits.secondsToConfirm} seconds`),
  ({ links, limits }) => heldIf(links > limits.links, `${links} ${links === 1 ? 'link' : 'links'}`),
  ({ recent, limits }) =>
    heldIf(
      recent.fromNetwork >= limits.fromNetwork,
      `${recent.fromNetwork} comments from this network in ten minutes`,
    ),
  ({ recent, limits }) =>
    heldIf(
      recent.fromAddress >= limits.fromAddress,
      `${recent.fromAddress} comments under this address in ten minutes`,
    ),
  ({ recent, limits }) =>
    heldIf(recent.everywhere >= limits.flood, `A flood: ${recent.everywhere} comments in five minutes`),
  ({ filter, limits }) =>
    filter ? heldIf(percent(filter) >= limits.suspectPercent, opinionOf(filter)) : null,
  ({ moderation }) => heldIf(moderation === 'everything', 'Every comment is read first'),
  ({ moderation, trusted }) => heldIf(moderation === 'first-time' && !trusted, 'New commenter'),
];

/** C3: an ordered list of pure checks, first verdict wins; with none, the comment stands. */
export function judge(facts: Facts): Verdict {
  const [first, ...others] = checks.flatMap((check) => check(facts) ?? []);
  if (!first) return verdict('approved');
  const agreeing = first.state === 'approved' ? [] : others.filter(({ state }) => state === first.state);
  return verdict(first.state, ...new Set([first, ...agreeing].flatMap(({ reasons }) => reasons)));
}

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');

const percent = ({ spam }: FilterOpinion) => Math.floor(spam * 100);

const opinionOf = (filter: FilterOpinion) =>
  `Reads like spam (${percent(filter)} %): ${quoted(filter.because)}`;

export const countLinks = (body: string): number => body.match(/\bhttps?:\/\/|\bwww\./gi)?.length ?? 0;
