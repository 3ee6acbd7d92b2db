import { pictureKey } from './diff-attrs';
import { wordsOf } from './diff-words';
import type { RichNode } from './document';
import { allText } from './text';
import { childrenOf } from './unknown';

interface Matches {
  /** Of a block now: the one before that it is, in its place. */
  partner: Map<number, number>;
  /** The same for blocks that stood elsewhere. */
  moved: Map<number, number>;
  /** What holds them: in a list line or a table's cell, one stands for the other however little they share. */
  within: string;
}

/** Alike enough for the one to be the other after an edit; and far away too, where it may be chance. */
const alike = 0.35;
export const alikeElsewhere = 0.7;
/** Fewer words than this are alike by chance. */
const fewWords = 5;
/** Most comparisons of one gap: beyond, a text was exchanged for another. */
export const maxComparisons = 90_000;

/** Adds to the pairs what was edited: in its own gap first, then what was edited and moved. */
export function pairSimilar(before: RichNode[], after: RichNode[], known: Matches): Omit<Matches, 'within'> {
  const [partner, moved] = [new Map(known.partner), new Map(known.moved)];
  const likeness = new Likeness();
  for (const gap of gapsOf(before.length, after.length, known)) {
    for (const [i, j] of pairsOfGap(before, after, gap, known.within, likeness)) partner.set(j, i);
  }
  const taken = new Set([...partner.values(), ...moved.values()]);
  const looseA = before.flatMap((node, i) => (taken.has(i) || isSmall(node) ? [] : [i]));
  const looseB = after.flatMap((node, j) => (partner.has(j) || moved.has(j) || isSmall(node) ? [] : [j]));
  if (looseA.length * looseB.length > maxComparisons) return { partner, moved };
  for (const j of looseB) {
    const best = looseA
      .filter((i) => !taken.has(i))
      .map((i) => ({ i, like: likeness.of(before[i] as RichNode, after[j] as RichNode) }))
      .reduce((a, b) => (b.like > a.like ? b : a), { i: -1, like: 0 });
    if (best.like < alikeElsewhere) continue;
    moved.set(j, best.i);
    taken.add(best.i);
  }
  return { partner, moved };
}

/** What nobody would look for elsewhere. */
export const isSmall = (node: RichNode): boolean =>
  !lasting.has(node.type) && wordsOf(allText(node)).length < fewWords;

const lasting = new Set(['figure', 'gallery', 'embed', 'file', 'storyCard', 'table']);

interface Gap {
  a: number[];
  b: number[];
}

/** What stands between two blocks that are the same, on either side, without what was found elsewhere. */
function gapsOf(lengthA: number, lengthB: number, { partner, moved }: Matches): Gap[] {
  const movedFrom = new Set(moved.values());
  const gaps: Gap[] = [];
  let [i, j] = [0, 0];
  const upTo = (endA: number, endB: number) => {
    const gap = {
      a: range(i, endA).filter((at) => !movedFrom.has(at)),
      b: range(j, endB).filter((at) => !moved.has(at)),
    };
    if (gap.a.length > 0 && gap.b.length > 0) gaps.push(gap);
  };
  for (const [atB, atA] of [...partner].sort(([a], [b]) => a - b)) {
    upTo(atA, atB);
    [i, j] = [atA + 1, atB + 1];
  }
  upTo(lengthA, lengthB);
  return gaps;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** Places that hold one thing: what stands there now is what stood there before. */
const inPlace = new Set(['table', 'tableRow', 'tableCell', 'tableHeader', 'listItem']);

/** The pairs of a gap that keep their order and are most alike in sum. */
function pairsOfGap(
  before: RichNode[],
  after: RichNode[],
  { a, b }: Gap,
  within: string,
  likeness: Likeness,
): [number, number][] {
  const node = (nodes: RichNode[], at: number | undefined) => nodes[at ?? 0] as RichNode;
  if (a.length * b.length > maxComparisons) return [];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const like = (n: number, m: number) => {
    const score = likeness.of(node(before, a[n]), node(after, b[m]));
    return score < alike ? 0 : score;
  };
  const at = (n: number, m: number) => best[n * width + m] ?? 0;
  const scores = a.map((_, n) => b.map((_, m) => like(n, m)));
  const score = (n: number, m: number) => scores[n]?.[m] ?? 0;
  for (let n = a.length - 1; n >= 0; n--)
    for (let m = b.length - 1; m >= 0; m--) {
      const paired = score(n, m) > 0 ? at(n + 1, m + 1) + score(n, m) : 0;
      best[n * width + m] = Math.max(paired, at(n + 1, m), at(n, m + 1));
    }
  const pairs: [number, number][] = [];
  for (let n = 0, m = 0; n < a.length && m < b.length; ) {
    if (score(n, m) > 0 && at(n, m) === at(n + 1, m + 1) + score(n, m))
      pairs.push([a[n++] ?? 0, b[m++] ?? 0]);
    else if (at(n + 1, m) >= at(n, m + 1)) n++;
    else m++;
  }
  if (pairs.length > 0 || !inPlace.has(within) || a.length !== b.length) return pairs;
  return a
    .map((i, n): [number, number] => [i, b[n] ?? 0])
    .filter(([i, j]) => sameFamily(node(before, i), node(after, j)));
}

const families: Record<string, string> = {
  paragraph: 'text',
  heading: 'text',
  pullQuote: 'text',
  bulletList: 'list',
  orderedList: 'list',
  tableCell: 'cell',
  tableHeader: 'cell',
};

const familyOf = ({ type }: RichNode): string => families[type] ?? type;
const sameFamily = (a: RichNode, b: RichNode): boolean => familyOf(a) === familyOf(b);

/** How much two blocks have in common, from 0 to 1; the words of each are counted once. */
export class Likeness {
  private readonly bags = new Map<RichNode, { words: Map<string, number>; size: number }>();

  of(a: RichNode, b: RichNode): number {
    if (!sameFamily(a, b)) return 0;
    if (a.type === 'figure') return pictureKey(a) === pictureKey(b) ? 1 : Math.max(0.4, this.shared(a, b));
    if (a.type === 'embed') return a.attrs?.url === b.attrs?.url ? 1 : 0.4;
    if (a.type === 'tableRow' && firstCell(a) !== '' && firstCell(a) === firstCell(b)) return 0.9;
    return this.shared(a, b);
  }

  private shared(a: RichNode, b: RichNode): number {
    const [one, other] = [this.bagOf(a), this.bagOf(b)];
    if (one.size + other.size === 0) return 1;
    let common = 0;
    for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0);
    return (2 * common) / (one.size + other.size);
  }

  private bagOf(node: RichNode) {
    const known = this.bags.get(node);
    if (known) return known;
    const all = wordsOf(allText(node).toLowerCase());
    const words = new Map<string, number>();
    for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
    const bag = { words, size: all.length };
    this.bags.set(node, bag);
    return bag;
  }
}

const firstCell = (row: RichNode): string => {
  const [cell] = childrenOf(row);
  return cell ? allText(cell).trim() : '';
};
