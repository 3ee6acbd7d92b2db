/** What stands in both of two sequences: indexes into the first and the second, both rising. */
export type Pair = [inBefore: number, inAfter: number];

/** Most cells of one table: beyond, only what is the only one of its kind on both sides holds the two together. */
const maxCells = 400_000;

/**
 * A longest common subsequence of two lists of keys: beginnings and ends first, then the whole table, or, for long lists,
 * what occurs once on either side (Bram Cohen's patience diff) and the tables between. Never slower than `maxCells` for
 * each stretch; what is left over in a stretch without a common landmark counts as different.
 */
export function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  align(before, after, { fromA: 0, toA: before.length, fromB: 0, toB: after.length }, pairs);
  return pairs;
}

interface Stretch {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

function align(a: readonly string[], b: readonly string[], stretch: Stretch, pairs: Pair[]): void {
  let { fromA, toA, fromB, toB } = stretch;
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) pairs.push([fromA++, fromB++]);
  const ends: Pair[] = [];
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) ends.push([--toA, --toB]);
  const inner = { fromA, toA, fromB, toB };
  if ((toA - fromA) * (toB - fromB) <= maxCells) byTable(a, b, inner, pairs);
  else byLandmarks(a, b, inner, pairs);
  pairs.push(...ends.reverse());
}

function byTable(a: readonly string[], b: readonly string[], stretch: Stretch, pairs: Pair[]): void {
  const { fromA, toA, fromB, toB } = stretch;
  const [rows, columns] = [toA - fromA, toB - fromB];
  if (rows === 0 || columns === 0) return;
  const width = columns + 1;
  const length = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--)
      length[i * width + j] =
        a[fromA + i] === b[fromB + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[fromA + i] === b[fromB + j]) pairs.push([fromA + i++, fromB + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
}

function byLandmarks(a: readonly string[], b: readonly string[], stretch: Stretch, pairs: Pair[]): void {
  const { fromA, toA, fromB, toB } = stretch;
  const inB = onlyOnes(b, fromB, toB);
  const shared: Pair[] = [...onlyOnes(a, fromA, toA)].flatMap(([key, i]) => {
    const j = inB.get(key);
    return j === undefined ? [] : [[i, j] satisfies Pair];
  });
  let [i, j] = [fromA, fromB];
  for (const [landmarkA, landmarkB] of rising(shared)) {
    align(a, b, { fromA: i, toA: landmarkA, fromB: j, toB: landmarkB }, pairs);
    pairs.push([landmarkA, landmarkB]);
    [i, j] = [landmarkA + 1, landmarkB + 1];
  }
  if (i > fromA || j > fromB) align(a, b, { fromA: i, toA, fromB: j, toB }, pairs);
}

/** Where each key stands that occurs once, in order. */
function onlyOnes(keys: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  const often = new Set<string>();
  for (let at = from; at < to; at++) {
    const key = keys[at] as string;
    if (places.has(key)) often.add(key);
    places.set(key, at);
  }
  for (const key of often) places.delete(key);
  return places;
}

/** The longest run of pairs that rises on the second side too; they come rising on the first. */
function rising(pairs: Pair[]): Pair[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  const value = (n: number | undefined) => (n === undefined ? 0 : (pairs[n]?.[1] ?? 0));
  for (let n = 0; n < pairs.length; n++) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(tails[middle]) < value(n)) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[n] = tails[low - 1] ?? -1;
    tails[low] = n;
  }
  const run: Pair[] = [];
  for (let n = tails.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) run.push(pairs[n] as Pair);
  return run.reverse();
}
