/** Numbers in [0, 1) that are the same for the same seed. Source: mulberry32 (public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const frequent =
  `the of to and a in that is was for on said with as it at by from he be have not are but his had they its an
who would has which their been were this will more she or about there when one year up after also new all than out could two
people first last other over some no city government her time into most state only between three under party police minister
report council week company public before since because law market national country against years such per work court while
war where day school money president local still part court like made plan under may world many group day month power water
health service price team house right north south east west percent million official week former says election vote rule
bill budget tax bank trade union worker strike price energy road train hospital doctor patient student teacher river coast
storm flood fire farm harbour airport bridge match season coach player goal record museum film book music festival science
study climate forest island border treaty talks summit army ceasefire refugee aid judge trial evidence verdict appeal mayor
district street tenant rent builder engine battery software network data privacy election ballot poll debate leader deputy`
    .split(/\s+/)
    .filter((word, at, all) => word !== '' && all.indexOf(word) === at);

const onsets = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'fl',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const endings = ['', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck'];

export interface Prose {
  paragraph(): string;
  headline(): string;
  name(): string;
  word(): string;
}

/**
 * Sentences whose words follow Zipf's law, as those of any paper do (rank r about 1/r as often as the first; 12,000 words),
 * so that full-text indexes and rankings meet the frequencies they will meet in life. The rare ones are made up.
 */
export function makeProse(random: () => number): Prose {
  const vocabulary = [...frequent, ...rareWords(random, 12_000 - frequent.length)];
  const weights = cumulative(vocabulary.length);
  const word = () => vocabulary[place(weights, random() * (weights.at(-1) ?? 1))] ?? 'the';
  const phrase = (least: number, spread: number) =>
    Array.from({ length: least + Math.floor(random() * spread) }, word);
  const sentence = () => `${capital(phrase(7, 16).join(' '))}.`;
  const rare = () => vocabulary[frequent.length + Math.floor(random() * 4000)] ?? 'rare';
  return {
    word,
    paragraph: () => Array.from({ length: 2 + Math.floor(random() * 3) }, sentence).join(' '),
    headline: () => capital([...phrase(2, 2), rare(), ...phrase(2, 4)].join(' ')),
    name: () => `${capital(rare())} ${capital(rare())}`,
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rareWords(random: () => number, count: number): string[] {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? '';
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = random() < 0.3 ? 3 : 2;
    made.add(Array.from({ length: syllables }, () => pick(onsets) + pick(vowels)).join('') + pick(endings));
  }
  return [...made];
}

function cumulative(count: number): number[] {
  let sum = 0;
  return Array.from({ length: count }, (_, rank) => (sum += 1 / (rank + 2.7)));
}

/** The first place whose cumulative weight exceeds `at`. */
function place(weights: number[], at: number): number {
  let [low, high] = [0, weights.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] ?? 0) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
