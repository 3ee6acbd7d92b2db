import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type Command, type EditorState, NodeSelection } from '@tiptap/pm/state';

/** What holds parts that change places with each other: the text itself, a list, a gallery, a box. */
const containers = new Set(['doc', 'bulletList', 'orderedList', 'gallery', 'callout']);

/** Neighbours in one container, from the first to the last that is selected. */
interface Run {
  parent: Node;
  /** Indexes in the parent; `last` belongs to it. */
  first: number;
  last: number;
  /** Positions in the document. */
  from: number;
  to: number;
}

/** The parts that the selection lies in, in the innermost container that holds all of it. */
function selectedRun({ selection }: EditorState): Run | null {
  const { $from, $to } = selection;
  if (
    selection instanceof NodeSelection &&
    !selection.node.isInline &&
    containers.has($from.parent.type.name)
  )
    return runAt($from, $from.depth, $from.index(), $from.index());
  for (let depth = $from.sharedDepth($to.pos); depth >= 0; depth--) {
    if (!containers.has($from.node(depth).type.name)) continue;
    const last = $to.depth > depth ? $to.index(depth) : $to.indexAfter(depth) - 1;
    return runAt($from, depth, $from.index(depth), Math.max($from.index(depth), last));
  }
  return null;
}

function runAt($at: ResolvedPos, depth: number, first: number, last: number): Run | null {
  const parent = $at.node(depth);
  if (last >= parent.childCount) return null;
  const from = $at.posAtIndex(first, depth);
  let to = from;
  for (let index = first; index <= last; index++) to += parent.child(index).nodeSize;
  return { parent, first, last, from, to };
}

/** The empty line that always stands at the end to be written on: nothing goes below it. */
const isLineToWriteOn = (parent: Node, index: number): boolean => {
  const node = parent.child(index);
  return (
    parent.type.name === 'doc' &&
    index === parent.childCount - 1 &&
    node.type.name === 'paragraph' &&
    node.content.size === 0
  );
};

/**
 * Lets what is selected change places with its neighbour above (-1) or below (1). It is the neighbour that is taken out and
 * put in again, so that the selection, and a caret within it, stay where they are.
 */
export const moveBlock =
  (step: -1 | 1): Command =>
  (state, dispatch) => {
    const run = selectedRun(state);
    if (!run) return false;
    const { parent, first, last, from, to } = run;
    const at = step < 0 ? first - 1 : last + 1;
    if (at < 0 || at >= parent.childCount || isLineToWriteOn(parent, at) || isLineToWriteOn(parent, last))
      return false;
    const neighbour = parent.child(at);
    const { tr } = state;
    if (step < 0) tr.insert(to, neighbour).delete(from - neighbour.nodeSize, from);
    else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour);
    dispatch?.(tr.scrollIntoView());
    return true;
  };

/** Puts what is selected in once more, below itself. */
export const duplicateBlock: Command = (state, dispatch) => {
  const run = selectedRun(state);
  if (!run || isLineToWriteOn(run.parent, run.last)) return false;
  const copy = Array.from({ length: run.last - run.first + 1 }, (_, n) => run.parent.child(run.first + n));
  dispatch?.(state.tr.insert(run.to, copy).scrollIntoView());
  return true;
};

/** Takes out what is selected. A container that nothing would be left in goes with it. */
export const removeBlock: Command = (state, dispatch) => {
  const run = selectedRun(state);
  if (!run) return false;
  const all = run.last - run.first + 1 === run.parent.childCount;
  const inside = all && run.parent.type.name !== 'doc';
  const [from, to] = inside ? [run.from - 1, run.to + 1] : [run.from, run.to];
  dispatch?.(state.tr.deleteRange(from, to).scrollIntoView());
  return true;
};
