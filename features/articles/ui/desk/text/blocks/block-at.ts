import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import { isCell, isPart, isPoint } from './move-block';

/** A block beside which a handle can stand: its position in the document, its place in pixels of what holds the text. */
export interface Beside {
  from: number;
  top: number;
  /** Null in the margin, where the blocks of the text itself have theirs. */
  left: number | null;
}

interface Point {
  clientX: number;
  clientY: number;
}

/** As wide as a handle, and a little. */
const reach = 26;
/** How far above and below a block still counts as beside it. */
const slack = 8;

/**
 * The block that is meant by a place of the mouse: the innermost one whose own handle is not further left than that. So the
 * margin means the blocks of the text itself, and within a list, a quote, a box or a table one part of it. Null where there
 * is none.
 */
export function blockAt(view: EditorView, point: Point): Beside | null {
  if (!view.editable) return null;
  const { doc } = view.state;
  let found: Beside | null = null;
  let node: Node = doc;
  let start = 0;
  for (;;) {
    const child = childAt(view, { node, start }, point);
    if (!child) return found;
    const { left, top } = view.dom.getBoundingClientRect();
    const edge = isPoint(child.node) ? edgeOfList(child) : child.place.left;
    if (isPart(node, child.index)) {
      if (node !== doc && point.clientX < edge - reach) return found;
      const own = node === doc ? null : Math.max(view.dom.offsetLeft + edge - left - reach, 0);
      found = { from: child.from, top: child.place.top - top, left: own };
    }
    ({ node } = child);
    start = child.from + 1;
  }
}

interface Child {
  node: Node;
  index: number;
  from: number;
  dom: Element;
  place: DOMRect;
}

/** Points stand beside their signs: the handle comes before those. */
const edgeOfList = ({ dom, place }: Child): number =>
  getComputedStyle(dom).direction === 'rtl'
    ? place.left
    : (dom.parentElement?.getBoundingClientRect().left ?? place.left);

/** The child of a node that stands at this height; among cells, which stand side by side, the one that holds the place. */
function childAt(
  view: EditorView,
  { node, start }: { node: Node; start: number },
  point: Point,
): Child | null {
  if (node.isTextblock || node.isLeaf || node.type.name === 'gallery') return null;
  const { positions, nodes } = childrenOf(node, start);
  const childOf = (index: number): Child | null => {
    const [from, child] = [positions[index], nodes[index]];
    const dom = from === undefined ? null : view.nodeDOM(from);
    if (from === undefined || !child || !(dom instanceof Element)) return null;
    return { node: child, index, from, dom, place: dom.getBoundingClientRect() };
  };
  if (node.type.name === 'tableRow')
    return nodes.map((_, n) => childOf(n)).find((child) => child && holds(child, point)) ?? null;
  let [low, high] = [0, nodes.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((childOf(middle)?.place.bottom ?? 0) < point.clientY) low = middle + 1;
    else high = middle;
  }
  const child = childOf(low);
  const { top, bottom } = child?.place ?? { top: Number.POSITIVE_INFINITY, bottom: 0 };
  return point.clientY < top - slack || point.clientY > bottom + slack ? null : child;
}

function childrenOf(node: Node, start: number): { positions: number[]; nodes: Node[] } {
  const positions: number[] = [];
  const nodes: Node[] = [];
  node.forEach((child, offset) => {
    positions.push(start + offset);
    nodes.push(child);
  });
  return { positions, nodes };
}

const holds = ({ node, place }: Child, { clientX, clientY }: Point): boolean =>
  isCell(node) &&
  clientX >= place.left &&
  clientX <= place.right &&
  clientY >= place.top &&
  clientY <= place.bottom;
