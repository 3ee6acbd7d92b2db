import { seededRandom } from '@/db/seed/words';
import { goodFamilies } from './good-families';
import { hardCases } from './hard-cases';
import type { LabelledComment } from './labelled-comment';
import { spamFamilies } from './spam-families';

export type { LabelledComment };

export interface LabelledSet {
  /** What the filter learns from. */
  lessons: LabelledComment[];
  /** The same families in other sentences. */
  sentences: LabelledComment[];
  /** Families of which no lesson was given. */
  families: LabelledComment[];
  /** Written by hand near the line. */
  hard: readonly LabelledComment[];
}

/** Families that are never learned from. */
const unseen = new Set([
  'recovery',
  'slimming',
  'watches',
  'followers',
  'support',
  'sport',
  'memory',
  'medicine',
]);

/**
 * Comments with what they are, at least 2,000: of each family half of the sentences are lessons and the other half are
 * asked about, so that nothing asked was ever learned. The same for the same seed.
 */
export function labelledComments(seed = 1): LabelledSet {
  const draw = drawer(seededRandom(seed));
  const set: LabelledSet = { lessons: [], sentences: [], families: [], hard: hardCases };
  for (const [families, spam] of [
    [spamFamilies, true],
    [goodFamilies, false],
  ] as const)
    for (const [family, lines] of Object.entries(families)) {
      const part = (rest: number) => lines.filter((_, at) => at % 2 === rest);
      const make = (from: readonly string[], count: number) =>
        Array.from({ length: count }, () => ({ ...draw.comment(from), spam, family }));
      if (unseen.has(family)) set.families.push(...make(lines, 40));
      else {
        set.lessons.push(...make(part(0), 45));
        set.sentences.push(...make(part(1), 25));
      }
    }
  return set;
}

const stock = {
  place:
    'Oldtown,Harbour Road,Eastgate,Millbrook,the north,Kingsferry,Saltmarsh,St Anne’s,Westfield,the valley',
  thing:
    'bridge,tram,school,hospital,stadium,library,harbour,swimming pool,ring road,town hall,waterworks,station',
  person: 'Johanna Reyes,Martin Oduya,Helen Brandt,Sofia Lindgren,Patrick Wu,Elena Marsh,Victor Adeyemi',
  name: 'Jo,Marek,Ingrid,Old Salt,teacher_t,Bea,Hassan,K. Weber,Lou,Mr Finch,Sunita,Yann,Paula,Rob from Eastgate',
  paper: 'records.example,town.example,statistics.example,parliament.example,university.example',
} as const;
const spamWords = 'top,best,lucky,mega,fast,easy,prime,gold,click,deal,bonus,smart'.split(',');
const spamThings = 'shop,win,pills,cash,spins,trade,store,market,link,zone,club,rx'.split(',');

function drawer(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const slots: Record<string, () => string> = {
    site: () => `${pick(spamWords)}-${pick(spamThings)}${digits(2)}.example`,
    mail: () => `${pick(spamWords)}${pick(spamThings)}${digits(2)}@mail.example`,
    handle: () => `${pick(spamWords)}_${pick(spamThings)}${digits(2)}`,
    phone: () => `+1 ${digits(3)} ${digits(3)} ${digits(4)}`,
    landline: () => `555 ${digits(4)}`,
    amount: () => pick(['5,000', '500', '20,000', '9', '45', '1,200', '75']),
  };
  for (const [slot, list] of Object.entries(stock)) slots[slot] = () => pick(list.split(','));
  const spell = (line: string) =>
    line
      .replace(/\{([^{}]+)\}/g, (_, choices: string) => pick(choices.split('|')))
      .replace(/<(\w+)>/g, (whole, slot: string) => slots[slot]?.() ?? whole);
  return {
    comment(lines: readonly string[]): Pick<LabelledComment, 'name' | 'body'> {
      const first = spell(pick(lines));
      const body = random() < 0.25 ? `${first} ${spell(pick(lines))}` : first;
      return { name: pick(stock.name.split(',')), body: random() < 0.08 ? slipped(body, random) : body };
    },
  };
}

/** With two neighbouring letters in the wrong order, as people type. */
function slipped(text: string, random: () => number): string {
  const at = Math.floor(random() * Math.max(1, text.length - 2));
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}
