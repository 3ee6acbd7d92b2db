import { closeHistory } from '@tiptap/pm/history';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Head, type HeadField, headAfter } from './head-step';
import { findMatches, type Match, mostMatches, replaceMatches, tooLongWith, type Wanted } from './matches';

export interface Finding {
  wanted: Wanted;
  /** The headline and standfirst that were looked through beside the text. */
  head: Head;
  matches: Match[];
  /** Which of them is shown; -1 where there is none. */
  current: number;
  marks: DecorationSet;
}

/** A place in the order of reading: in a field of the head, or in the text. */
export type Spot = { in: keyof Head | 'text'; at: number };

type Order = { wanted: Wanted; from: Spot } | { current: number } | { head: Head };

/** By which it is taken out again. */
export const findPluginKey = new PluginKey<Finding>('find');
const nothing: Wanted = { words: '', matchCase: false, wholeWords: false };

export const findingIn = (state: EditorState): Finding | undefined => findPluginKey.getState(state);

/** Marks the words that are looked for, and follows the text while it changes. Registered while the find bar is open. */
export const findPlugin = (head: Head): Plugin<Finding> =>
  new Plugin<Finding>({
    key: findPluginKey,
    state: {
      init: () => ({ wanted: nothing, head, matches: [], current: -1, marks: DecorationSet.empty }),
      apply: (transaction, before, _old, { doc }) => {
        const order: Order | undefined = transaction.getMeta(findPluginKey);
        if (!order && !transaction.docChanged) return before;
        const wanted = order && 'wanted' in order ? order.wanted : before.wanted;
        const head = order && 'head' in order ? order.head : headNow(before.head, transaction);
        const looksAnew = transaction.docChanged || wanted !== before.wanted || head !== before.head;
        const matches = looksAnew ? findMatches(doc, wanted, head) : before.matches;
        const current = currentOf(order, before, matches, transaction);
        return { wanted, head, matches, current, marks: marksOf(doc, matches, current) };
      },
    },
    props: { decorations: (state) => findPluginKey.getState(state)?.marks },
  });

const headNow = (head: Head, { docChanged, steps }: Transaction): Head =>
  docChanged ? headAfter(head, steps).head : head;

function currentOf(
  order: Order | undefined,
  before: Finding,
  matches: Match[],
  { mapping }: Transaction,
): number {
  if (matches.length === 0) return -1;
  if (order && 'current' in order) return (order.current + matches.length) % matches.length;
  const shown = spotOf(before.matches[before.current]);
  const moved = shown.in === 'text' ? { ...shown, at: mapping.map(shown.at) } : shown;
  const from = order && 'from' in order ? order.from : moved;
  const next = matches.findIndex((match) => !isBefore(spotOf(match), from));
  return next < 0 ? 0 : next;
}

const spotOf = (match: Match | undefined): Spot => ({
  in: match?.in === 'head' ? match.field : 'text',
  at: match?.from ?? 0,
});

const ranks = { title: 0, standfirst: 1, text: 2 } as const;
const isBefore = (a: Spot, b: Spot): boolean => (a.in === b.in ? a.at < b.at : ranks[a.in] < ranks[b.in]);

const marksOf = (doc: EditorState['doc'], matches: Match[], current: number): DecorationSet =>
  DecorationSet.create(
    doc,
    matches.flatMap((match, n) => {
      const look = { class: n === current ? 'found found-now' : 'found' };
      const { from, to } = match;
      if (match.in === 'head') return [];
      return match.in === 'text' ? Decoration.inline(from, to, look) : Decoration.node(from, to, look);
    }),
  );

const tell = (view: EditorView, order: Order): void =>
  view.dispatch(view.state.tr.setMeta(findPluginKey, order).setMeta('addToHistory', false));

/** Looks for other words, beginning at a place. */
export const lookFor = (view: EditorView, wanted: Wanted, from: Spot): void => tell(view, { wanted, from });

/** Looks through the head as it is by now. */
export const lookThrough = (view: EditorView, head: Head): void => tell(view, { head });

/** Goes to the next (1) or the one before (-1), round the end. */
export function goOn(view: EditorView, step: 1 | -1): void {
  const finding = findingIn(view.state);
  if (finding && finding.matches.length > 0) tell(view, { current: finding.current + step });
}

/** Puts other words in the place that is shown, in one step of undo, and goes on to the next. */
export function replaceCurrent(view: EditorView, by: string): Replaced {
  const finding = findingIn(view.state);
  const match = finding?.matches[finding.current];
  if (!match) return nothingReplaced;
  const { in: where, at } = spotOf(match);
  const from: Spot = { in: where, at: match.in === 'line' ? at : at + by.length };
  return replace(view, { finding, matches: [match], by }, { wanted: { ...finding.wanted }, from });
}

/** Puts other words in all places, in one step of undo. */
export function replaceAll(view: EditorView, by: string): Replaced {
  const finding = findingIn(view.state);
  if (!finding || finding.matches.length === 0) return nothingReplaced;
  return replace(view, { finding, matches: finding.matches, by });
}

/** How often words were replaced, and which fields were left alone because they would have become too long. */
export interface Replaced {
  count: number;
  tooLong: HeadField[];
}
const nothingReplaced: Replaced = { count: 0, tooLong: [] };

function replace(
  view: EditorView,
  { finding, matches, by }: { finding: Finding; matches: Match[]; by: string },
  order?: Order,
): Replaced {
  const { head } = finding;
  const tooLong = tooLongWith({ matches, head, by });
  const fitting = matches.filter((match) => match.in !== 'head' || !tooLong.includes(match.field));
  if (fitting.length === 0) return { count: 0, tooLong };
  const transaction = closeHistory(replaceMatches(view.state.tr, { matches: fitting, head, by }));
  view.dispatch(order ? transaction.setMeta(findPluginKey, order) : transaction);
  return { count: fitting.length, tooLong };
}

/** What is shown: "2 of 7". */
export function countOf({ matches, current }: Finding): string {
  if (matches.length === 0) return 'None';
  return matches.length < mostMatches ? `${current + 1} of ${matches.length}` : `${current + 1} of many`;
}
