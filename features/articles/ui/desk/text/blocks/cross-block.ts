import { closeHistory } from '@tiptap/pm/history';
import { Fragment, type Node } from '@tiptap/pm/model';
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state';
import { isCell, isLineToWriteOn, isPoint, moveBlock, partsOf, type Run, selectedRun } from './move-block';

/** What parts are moved into and out of, as writers call it. */
const names: Record<string, string> = {
  blockquote: 'quote',
  callout: 'box',
  bulletList: 'list',
  orderedList: 'list',
  listItem: 'point',
  gallery: 'gallery',
  table: 'table',
};

export interface Crossing {
  way: 'into' | 'out of';
  /** A quote, a box, a list, a point of one, a gallery, a table. */
  what: string;
  /** Where the parts come to stand, and as what. */
  at: number;
  parts: Fragment;
  /** By how much a caret in them is deeper there. */
  deeper: number;
}

/**
 * The border that what is selected would pass when it goes on upwards (-1) or downwards (1): into its neighbour, if that
 * holds parts of this kind, or out of what it stands in, if it is the first or last there. Null where there is none. A part
 * becomes a point in a list, a point elsewhere becomes the parts in it.
 */
export function crossingOf(state: EditorState, step: -1 | 1): Crossing | null {
  const run = selectedRun(state);
  if (!run || isLineToWriteOn(run.parent, run.last)) return null;
  const at = step < 0 ? run.first - 1 : run.last + 1;
  if (at >= 0 && at < run.parent.childCount) return into(run, run.parent.child(at), step);
  return run.depth > 0 ? outOf(run, step) : null;
}

function into(run: Run, neighbour: Node, step: -1 | 1): Crossing | null {
  const what = names[neighbour.type.name];
  if (!what) return null;
  const edge = step < 0 ? run.from - 1 : run.to + 1;
  const row = step < 0 ? neighbour.lastChild : neighbour.firstChild;
  const cell = step < 0 ? row?.lastChild : row?.firstChild;
  const isTable = neighbour.type.name === 'table';
  const holder = isTable ? cell : neighbour;
  // Past the row and the cell, too.
  const at = isTable ? edge + 2 * step : edge;
  const fitting = holder && formIn(run, holder, step < 0 ? holder.childCount : 0);
  return fitting ? { way: 'into', what, at, ...fitting } : null;
}

function outOf(run: Run, step: -1 | 1): Crossing | null {
  const { $at, depth, parent } = run;
  // A cell is left together with its row and table, a point of a list within a point with that one.
  const isInner = parent.firstChild !== null && isPoint(parent.firstChild) && isPoint($at.node(depth - 1));
  const least = depth - (isCell(parent) ? 2 : isInner ? 1 : 0);
  // Out of a point goes on out of its list with what is no point by itself.
  for (const left of isPoint(parent) ? [least, least - 1] : [least]) {
    const what = names[$at.node(isInner ? depth : left).type.name];
    const index = step < 0 ? $at.index(left - 1) : $at.index(left - 1) + 1;
    const fitting = formIn(run, $at.node(left - 1), index);
    if (fitting && what)
      return { way: 'out of', what, at: step < 0 ? $at.before(left) : $at.after(left), ...fitting };
  }
  return null;
}

/** What is moved, in the form that a parent takes it in at a place, or null where it takes it in none. */
function formIn(run: Run, parent: Node, index: number): Pick<Crossing, 'parts' | 'deeper'> | null {
  const nodes = partsOf(run);
  const point = parent.type.schema.nodes.listItem;
  const arePoints = nodes.every((node) => node.type.name === 'paragraph');
  const forms = [
    { parts: Fragment.from(nodes), deeper: 0 },
    {
      parts: Fragment.from(nodes.flatMap((node) => (isPoint(node) ? node.children : [node]))),
      deeper: -1,
    },
    {
      parts: Fragment.from(arePoints ? nodes.flatMap((node) => point?.create(null, node) ?? []) : nodes),
      deeper: 1,
    },
  ];
  return forms.find(({ parts }) => parent.canReplace(index, index, parts)) ?? null;
}

/**
 * Moves what is selected on by one step that goes through borders: into a quote, box, list, gallery or table that it meets,
 * out of the one it stands in, and else past its neighbour. What is left empty behind it goes, a cell of a table stays.
 */
export const crossBlock =
  (step: -1 | 1): Command =>
  (state, dispatch) => {
    const run = selectedRun(state);
    const crossing = crossingOf(state, step);
    if (!run || !crossing) return moveBlock(step)(state, dispatch);
    const { tr } = state;
    tr.insert(crossing.at, crossing.parts);
    leave(tr, run);
    const start = tr.mapping.maps.slice(1).reduce((at, map) => map.map(at), crossing.at);
    dispatch?.(select(closeHistory(tr), state, start + crossing.deeper - run.from).scrollIntoView());
    return true;
  };

/** Takes the run out where it was. */
function leave(tr: Transaction, { parent, first, last, from, to }: Run): void {
  const [begin, end] = [tr.mapping.map(from), tr.mapping.map(to, -1)];
  const all = last - first + 1 === parent.childCount && parent.type.name !== 'doc';
  if (!all) tr.delete(begin, end);
  else if (isCell(parent))
    tr.replaceWith(begin, end, Fragment.from(parent.type.schema.nodes.paragraph?.create()));
  else tr.delete(begin - 1, end + 1);
}

/** What was selected stays so, moved by so many positions; where the parts changed their form, the caret. */
function select(tr: Transaction, { selection }: EditorState, by: number): Transaction {
  const { from, to } = selection;
  if (selection instanceof NodeSelection) {
    const node = tr.doc.nodeAt(from + by);
    if (node && NodeSelection.isSelectable(node))
      return tr.setSelection(NodeSelection.create(tr.doc, from + by));
  }
  const last = tr.doc.content.size;
  return tr.setSelection(
    TextSelection.between(tr.doc.resolve(Math.min(from + by, last)), tr.doc.resolve(Math.min(to + by, last))),
  );
}
