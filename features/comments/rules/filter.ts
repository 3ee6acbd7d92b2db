import { wordsOf } from './words';

/** How often a sign was met in comments that moderators let stand, and in what they called spam. */
export interface Met {
  good: number;
  spam: number;
}

export interface Learned {
  /** Comments learned from, of either kind. */
  totals: Met;
  /** Of each sign of the comment that was met before. */
  signs: ReadonlyMap<string, Met>;
}

export interface FilterOpinion {
  /** 0: like what was let stand, 1: like spam; about a half: it cannot say. */
  spam: number;
  /** The signs that speak most for the opinion, the strongest first; at most five. */
  because: string[];
}

/** Comments of each kind that must have been decided before the filter says anything. */
export const leastLessons = 20;

const mostSigns = 150;

/**
 * What the filter looks at in a comment: its words, neighbours in the pair where one of them is short, where links lead, and how
 * it is written. At most 150, each once; those of the name come first.
 */
export function signsOf({ name, body }: { name: string; body: string }): string[] {
  const signs = new Set<string>();
  for (const word of wordsOf(name).slice(0, 10)) signs.add(`name ${shortened(word)}`);
  for (const sign of mannerOf(body)) signs.add(sign);
  const words = wordsOf(body);
  for (const [at, word] of words.entries()) {
    if (signs.size >= mostSigns) break;
    signs.add(shortened(word));
    const before = words[at - 1];
    if (before !== undefined) signs.add(`${shortened(before)} ${shortened(word)}`);
  }
  return [...signs].slice(0, mostSigns);
}

/** Numbers differ in every spam of a wave, so only how long they are counts. */
const shortened = (word: string) =>
  (word.length > 30 ? `${word.slice(0, 29).toWellFormed()}…` : word).replace(/\p{N}/gu, '#');

/** `cheap-pills.example/buy`, not the end of a sentence that lacks its space ("over.Then"). */
const bareAddress = /(?<![\w@/.-])[a-z0-9-]{2,63}\.[a-z]{2,12}(?:\/|\b(?![@.]\w))/;

const address = /\b(?:https?:\/\/|www\.)([a-z0-9.-]{1,100})/gi;

/** How a comment is written. Words in angle brackets, so that no word of a text is taken for them. */
function mannerOf(body: string): string[] {
  const signs: string[] = [];
  const hosts = [...body.matchAll(address)].map(([, host = '']) => host.toLowerCase().replace(/^www\./, ''));
  for (const host of new Set(hosts)) signs.push(`<link to ${host.slice(0, 60)}>`);
  if (hosts.length > 0) signs.push(hosts.length > 2 ? '<many links>' : '<a link>');
  if (bareAddress.test(body)) signs.push('<an address without http>');
  if (/<a\s|\[url[=\]]/i.test(body)) signs.push('<markup of a link>');
  const letters = body.match(/\p{L}/gu)?.length ?? 0;
  const capitals = body.match(/\p{Lu}/gu)?.length ?? 0;
  if (letters > 20 && capitals / letters > 0.5) signs.push('<in capitals>');
  if (/[!?]{3,}|[$€£]{2,}/.test(body)) signs.push('<loud marks>');
  if (/\+?\d[\d\s().-]{8,}\d/.test(body)) signs.push('<a telephone number>');
  if (/[\w.+-]{2,}@[\w-]+\.\w{2,}/.test(body)) signs.push('<a mail address>');
  if (
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u.test(
      body,
    )
  )
    signs.push('<letters of two scripts in a word>');
  return signs;
}

/** Robinson's `s` and `x`: how much a sign that was seldom met counts, and what one never met is worth. */
const doubt = { weight: 0.45, guess: 0.5 };

/** No sign alone says more than this, either way: a word that only spam used so far is met in an honest comment one day. */
const surest = 0.95;

/** A sign nearer to a half than this says nothing and is left out. */
const leastWeight = 0.1;

/**
 * What a filter that learned from moderators thinks of a comment; null before it learned enough of both kinds.
 * Each sign's chance is smoothed (Robinson, "A Statistical Approach to the Spam Problem", Linux Journal 107, 2003), and
 * the chances are combined by Fisher's method in both directions, so that contradicting signs end near a half.
 */
export function askFilter(signs: readonly string[], { totals, signs: met }: Learned): FilterOpinion | null {
  if (totals.good < leastLessons || totals.spam < leastLessons) return null;
  const chances = signs
    .flatMap((sign) => {
      const seen = met.get(sign);
      return seen ? [{ sign, chance: chanceOf(seen, totals) }] : [];
    })
    .filter(({ chance }) => Math.abs(chance - 0.5) >= leastWeight)
    .sort((a, b) => Math.abs(b.chance - 0.5) - Math.abs(a.chance - 0.5));
  if (chances.length === 0) return { spam: 0.5, because: [] };
  const log = (of: (chance: number) => number) =>
    chances.reduce((sum, { chance }) => sum + Math.log(of(chance)), 0);
  const likeSpam = 1 - chiSquareTail(-2 * log((chance) => 1 - chance), chances.length);
  const likeGood = 1 - chiSquareTail(-2 * log((chance) => chance), chances.length);
  const spam = (1 + likeSpam - likeGood) / 2;
  const because = chances.filter(({ chance }) => chance > 0.5 === spam > 0.5).slice(0, 5);
  return { spam, because: because.map(({ sign }) => sign) };
}

function chanceOf({ good, spam }: Met, totals: Met): number {
  const [inGood, inSpam] = [Math.min(1, good / totals.good), Math.min(1, spam / totals.spam)];
  const raw = inSpam / (inGood + inSpam);
  const met = good + spam;
  const chance = (doubt.weight * doubt.guess + met * raw) / (doubt.weight + met);
  return Math.min(surest, Math.max(1 - surest, chance));
}

/** The chance that chi-square with `2 × pairs` degrees of freedom is at least `value` (Abramowitz and Stegun 26.4.21). */
function chiSquareTail(value: number, pairs: number): number {
  const half = value / 2;
  // In logarithms: with many signs e^-half is 0 in a double though the sum is not.
  let term = -half;
  let sum = Math.exp(term);
  for (let i = 1; i < pairs; i++) {
    term += Math.log(half / i);
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
