import type { BlockDiff } from './block-diff';
import { alikeElsewhere, isSmall, Likeness, maxComparisons } from './diff-pairs';
import { wordsOf } from './diff-words';
import type { RichNode } from './document';
import { allText } from './text';

/** A block that is gone or new, with where that is said. */
interface Loose {
  block: BlockDiff;
  siblings: BlockDiff[];
  index: number;
  /** What it stands in, as a sentence names it. */
  parent: string;
  /** Its place in the order of reading. */
  order: number;
}

interface Across {
  keyOf: (node: RichNode) => string;
  /** The block as it is now, with what changed in it. */
  compared: (old: RichNode, node: RichNode) => BlockDiff;
  nextMove: () => number;
}

/**
 * Says as moved what was put into another parent: a paragraph into a box, a point out of its list. Changes the comparison
 * that it is given. What is the same in everything is found first, outer parts before inner ones; then text that is very
 * alike.
 */
export function sayMovesAcross(blocks: BlockDiff[], across: Across): void {
  const loose = collect(blocks);
  const taken = new Set<BlockDiff>();
  const pair = (gone: Loose, here: Loose) => {
    for (const { block } of [gone, here]) for (const each of withInner(block)) taken.add(each);
    const move = across.nextMove();
    const fromAbove = gone.order < here.order;
    const { node } = here.block;
    const now = across.compared(gone.block.node, node);
    here.siblings[here.index] = {
      ...now,
      change: 'moved',
      move,
      says: [`from ${gone.parent} further ${fromAbove ? 'up' : 'down'}`, ...now.says],
    };
    gone.siblings[gone.index] = {
      change: 'left',
      node: gone.block.node,
      move,
      says: [`into ${here.parent} further ${fromAbove ? 'down' : 'up'}`],
    };
  };
  const free = (all: Loose[]) => all.filter(({ block }) => !taken.has(block));
  pairSame(free, loose, { keyOf: across.keyOf, pair });
  pairAlike(free(loose.gone).filter(isText), free(loose.here).filter(isText), { taken, pair });
}

interface Found {
  gone: Loose[];
  here: Loose[];
}
type Pair = (gone: Loose, here: Loose) => void;

function pairSame(
  free: (all: Loose[]) => Loose[],
  { gone, here }: Found,
  { keyOf, pair }: { keyOf: Across['keyOf']; pair: Pair },
): void {
  const byKey = (all: Loose[]) => Map.groupBy(all.filter(isTelling), ({ block }) => keyOf(block.node));
  const [before, after] = [byKey(gone), byKey(here)];
  for (const [key, now] of after) {
    const then = before.get(key) ?? [];
    // A few words are the same elsewhere by chance, unless there is one such place on either side.
    if (isSmall(now[0]?.block.node as RichNode) && (then.length > 1 || now.length > 1)) continue;
    for (const one of now) {
      const [other] = free(then).filter(({ siblings }) => siblings !== one.siblings);
      if (other && free([one]).length > 0) pair(other, one);
    }
  }
}

function pairAlike(
  gone: Loose[],
  here: Loose[],
  { taken, pair }: { taken: ReadonlySet<BlockDiff>; pair: Pair },
): void {
  if (gone.length * here.length > maxComparisons) return;
  const likeness = new Likeness();
  for (const one of here) {
    const best = gone
      .filter(({ block, siblings }) => !taken.has(block) && siblings !== one.siblings)
      .map((other) => ({ other, like: likeness.of(other.block.node, one.block.node) }))
      .reduce<{ other: Loose | null; like: number }>((a, b) => (b.like > a.like ? b : a), {
        other: null,
        like: 0,
      });
    if (best.other && best.like >= alikeElsewhere) pair(best.other, one);
  }
}

/** Places rather than things: what stands in them moves, not they. */
const places = new Set(['tableRow', 'tableCell', 'tableHeader']);
const isTelling = ({ block: { node } }: Loose): boolean =>
  !places.has(node.type) && (!isSmall(node) || wordsOf(allText(node)).length > 1);
const isText = ({ block: { node, blocks } }: Loose): boolean => blocks === undefined && !isSmall(node);

const parents: Record<string, string> = {
  blockquote: 'a quotation',
  callout: 'a box',
  listItem: 'a list',
  bulletList: 'a list',
  orderedList: 'a list',
  tableCell: 'a table',
  tableHeader: 'a table',
  gallery: 'a gallery',
};

function collect(blocks: BlockDiff[]): Found {
  const found: Found = { gone: [], here: [] };
  let order = 0;
  const walk = (siblings: BlockDiff[], parent: string) => {
    for (const [index, block] of siblings.entries()) {
      const one = { block, siblings, index, parent, order: order++ };
      if (block.change === 'deleted') found.gone.push(one);
      else if (block.change === 'inserted') found.here.push(one);
      walk(block.blocks ?? [], parents[block.node.type] ?? parent);
    }
  };
  walk(blocks, 'the text');
  return found;
}

const withInner = (block: BlockDiff): BlockDiff[] => [block, ...(block.blocks ?? []).flatMap(withInner)];
