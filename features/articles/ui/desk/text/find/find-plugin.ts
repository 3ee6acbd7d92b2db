import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { findMatches, type Match, replaceMatches, type Wanted } from './matches';

export interface Finding {
  wanted: Wanted;
  matches: Match[];
  /** Which of them is shown; -1 where there is none. */
  current: number;
  marks: DecorationSet;
}

type Order = { wanted: Wanted; from: number } | { current: number };

/** By which it is taken out again. */
export const findPluginKey = new PluginKey<Finding>('find');
const nothing: Wanted = { words: '', matchCase: false, wholeWords: false };

export const findingIn = (state: EditorState): Finding | undefined => findPluginKey.getState(state);

/** Marks the words that are looked for, and follows the text while it changes. Registered while the find bar is open. */
export const findPlugin = (): Plugin<Finding> =>
  new Plugin<Finding>({
    key: findPluginKey,
    state: {
      init: () => ({ wanted: nothing, matches: [], current: -1, marks: DecorationSet.empty }),
      apply: (transaction, before, _old, { doc }) => {
        const order: Order | undefined = transaction.getMeta(findPluginKey);
        if (!order && !transaction.docChanged) return before;
        const wanted = order && 'wanted' in order ? order.wanted : before.wanted;
        const looksAnew = transaction.docChanged || wanted !== before.wanted;
        const matches = looksAnew ? findMatches(doc, wanted) : before.matches;
        const current = currentOf(order, before, matches, transaction.mapping.map.bind(transaction.mapping));
        return { wanted, matches, current, marks: marksOf(doc, matches, current) };
      },
    },
    props: { decorations: (state) => findPluginKey.getState(state)?.marks },
  });

function currentOf(
  order: Order | undefined,
  before: Finding,
  matches: Match[],
  map: (position: number) => number,
): number {
  if (matches.length === 0) return -1;
  if (order && 'current' in order) return (order.current + matches.length) % matches.length;
  const shown = before.matches[before.current];
  const from = order ? order.from : map(shown?.from ?? 0);
  const next = matches.findIndex((match) => match.from >= from);
  return next < 0 ? 0 : next;
}

const marksOf = (doc: EditorState['doc'], matches: Match[], current: number): DecorationSet =>
  DecorationSet.create(
    doc,
    matches.map(({ in: where, from, to }, n) => {
      const look = { class: n === current ? 'found found-now' : 'found' };
      return where === 'text' ? Decoration.inline(from, to, look) : Decoration.node(from, to, look);
    }),
  );

/** Looks for other words, beginning where the caret is. */
export function lookFor(view: EditorView, wanted: Wanted): void {
  view.dispatch(
    view.state.tr
      .setMeta(findPluginKey, { wanted, from: view.state.selection.from })
      .setMeta('addToHistory', false),
  );
  showCurrent(view);
}

/** Goes to the next (1) or the one before (-1), round the end. */
export function goOn(view: EditorView, step: 1 | -1): void {
  const finding = findingIn(view.state);
  if (!finding || finding.matches.length === 0) return;
  view.dispatch(
    view.state.tr.setMeta(findPluginKey, { current: finding.current + step }).setMeta('addToHistory', false),
  );
  showCurrent(view);
}

/** Puts other words in the place that is shown, and goes on to the next. */
export function replaceCurrent(view: EditorView, by: string): void {
  const finding = findingIn(view.state);
  const match = finding?.matches[finding.current];
  if (!match) return;
  const behind = match.in === 'text' ? match.from + by.length : match.from;
  const transaction = replaceMatches(view.state.tr, [match], by);
  view.dispatch(transaction.setMeta(findPluginKey, { wanted: { ...finding.wanted }, from: behind }));
  showCurrent(view);
}

/** Puts other words in all places, in one step of undo, and tells how many they were. */
export function replaceAll(view: EditorView, by: string): number {
  const matches = findingIn(view.state)?.matches ?? [];
  if (matches.length > 0) view.dispatch(replaceMatches(view.state.tr, matches, by));
  return matches.length;
}

/** Leaves the caret on what was found last. */
export function selectFound(view: EditorView): void {
  const finding = findingIn(view.state);
  const match = finding?.matches[finding.current];
  if (match?.in !== 'text') return;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)));
}

function showCurrent(view: EditorView): void {
  const shown = view.dom.querySelector('.found-now');
  shown?.scrollIntoView({ block: 'center' });
}
