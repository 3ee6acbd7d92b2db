import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node, type ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state';

const cells = new Set(['tableCell', 'tableHeader']);
/** What can hold a single part without being moved as one with it. */
const boxes = new Set(['blockquote', 'callout', ...cells]);
/** What holds parts that change places with each other: the text itself, a list, a gallery, a box, a cell. */
const containers = new Set(['doc', 'bulletList', 'orderedList', 'gallery', ...boxes]);

/**
 * Whether a child changes places with its neighbours by itself. In a point of a list the first paragraph carries the point;
 * what comes after it are parts of their own.
 */
export const isPart = (parent: Node, index: number): boolean =>
  containers.has(parent.type.name) || (isPoint(parent) && index > 0);
export const isPoint = (node: Node): boolean => node.type.name === 'listItem';
export const isCell = (node: Node): boolean => cells.has(node.type.name);

/** Neighbours in one container, from the first to the last that is selected. */
export interface Run {
  parent: Node;
  /** Of the parent. */
  depth: number;
  $at: ResolvedPos;
  /** Indexes in the parent; `last` belongs to it. */
  first: number;
  last: number;
  /** Positions in the document. */
  from: number;
  to: number;
}

/** The parts that the selection lies in, innermost where all of it lies in neighbours, not deeper than `within`. */
export function selectedRun({ selection }: EditorState, within = Number.POSITIVE_INFINITY): Run | null {
  const { $from, $to } = selection;
  const isWhole = selection instanceof NodeSelection && !selection.node.isInline;
  if (isWhole && $from.depth <= within && isPartAsWhole($from))
    return runAt($from, $from.depth, $from.index(), $from.index());
  for (let depth = Math.min($from.sharedDepth($to.pos), within); depth >= 0; depth--) {
    if (!isPart($from.node(depth), $from.index(depth))) continue;
    const last = $to.depth > depth ? $to.index(depth) : $to.indexAfter(depth) - 1;
    return runAt($from, depth, $from.index(depth), Math.max($from.index(depth), last));
  }
  return null;
}

/** Chosen as a whole, a point's first paragraph is one where the next could take its place: what was moved there goes back. */
const isPartAsWhole = ($at: ResolvedPos): boolean =>
  isPart($at.parent, $at.index()) ||
  (isPoint($at.parent) && $at.parent.maybeChild(1)?.type === $at.parent.firstChild?.type);

function runAt($at: ResolvedPos, depth: number, first: number, last: number): Run | null {
  const parent = $at.node(depth);
  if (last >= parent.childCount) return null;
  const from = $at.posAtIndex(first, depth);
  let to = from;
  for (let index = first; index <= last; index++) to += parent.child(index).nodeSize;
  return { parent, depth, $at, first, last, from, to };
}

/** The empty line that always stands at the end to be written on: nothing goes below it. */
export const isLineToWriteOn = (parent: Node, index: number): boolean => {
  const node = parent.child(index);
  return (
    parent.type.name === 'doc' &&
    index === parent.childCount - 1 &&
    node.type.name === 'paragraph' &&
    node.content.size === 0
  );
};

/** What is moved: where a box holds nothing else than what is selected, the box. */
function movedRun(state: EditorState): Run | null {
  let run = selectedRun(state);
  if (state.selection instanceof NodeSelection) return run;
  while (run && boxes.has(run.parent.type.name) && run.last - run.first + 1 === run.parent.childCount)
    run = selectedRun(state, run.depth - 1);
  return run;
}

/**
 * Lets what is selected change places with its neighbour above (-1) or below (1). It is the neighbour that is taken out and
 * put in again, so that the selection, and a caret within it, stay where they are. Each move is a step of undo of its own,
 * however quickly they follow each other.
 */
export const moveBlock =
  (step: -1 | 1): Command =>
  (state, dispatch) => {
    const run = movedRun(state);
    if (!run) return false;
    const { parent, first, last, from, to } = run;
    const at = step < 0 ? first - 1 : last + 1;
    if (at < 0 || at >= parent.childCount || isLineToWriteOn(parent, at) || isLineToWriteOn(parent, last))
      return false;
    const neighbour = parent.child(at);
    const passed = step < 0 ? [...partsOf(run), neighbour] : [neighbour, ...partsOf(run)];
    // A point begins with a paragraph, whatever follows it.
    if (!parent.canReplace(Math.min(at, first), Math.max(at, last) + 1, Fragment.from(passed))) return false;
    const { tr } = state;
    if (step < 0) tr.insert(to, neighbour).delete(from - neighbour.nodeSize, from);
    else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour);
    dispatch?.(closeHistory(tr).scrollIntoView());
    return true;
  };

export const partsOf = ({ parent, first, last }: Run): Node[] =>
  Array.from({ length: last - first + 1 }, (_, n) => parent.child(first + n));

/** Puts what is selected in once more, below itself. */
export const duplicateBlock: Command = (state, dispatch) => {
  const run = selectedRun(state);
  if (!run || isLineToWriteOn(run.parent, run.last)) return false;
  dispatch?.(closeHistory(state.tr).insert(run.to, partsOf(run)).scrollIntoView());
  return true;
};

/** Takes out what is selected. A container that nothing would be left in goes with it; a cell of a table stays, empty. */
export const removeBlock: Command = (state, dispatch) => {
  const run = selectedRun(state);
  if (!run) return false;
  const all = run.last - run.first + 1 === run.parent.childCount;
  const inside = all && run.parent.type.name !== 'doc' && !isCell(run.parent);
  const [from, to] = inside ? [run.from - 1, run.to + 1] : [run.from, run.to];
  dispatch?.(closeHistory(state.tr).deleteRange(from, to).scrollIntoView());
  return true;
};
