import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { crossBlock, crossingOf } from './cross-block';
import { duplicateBlock, moveBlock, removeBlock } from './move-block';

const schema = getSchema(richTextExtensions());
const p = (text: string) => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [p(item)] })),
});
const figure = (hash: string) => ({ type: 'figure', attrs: { hash } });

/** A text in which the caret, or the selection from it to `until`, stands before these words. */
function stateOf(content: object[], before: string, until = before): EditorState {
  const doc = Node.fromJSON(schema, { type: 'doc', content });
  const at = (words: string) => {
    let found = -1;
    doc.descendants((node, pos) => {
      if (node.isText && node.text?.includes(words)) found = pos + node.text.indexOf(words);
    });
    return found;
  };
  return EditorState.create({ doc, selection: TextSelection.create(doc, at(before), at(until)) });
}

const after = (state: EditorState, command: Command): EditorState => {
  let now = state;
  command(state, (transaction) => {
    now = state.apply(transaction);
  });
  return now;
};
const shape = ({ doc }: EditorState): string[] => {
  const parts: string[] = [];
  doc.descendants((node) => {
    if (node.isText) parts.push(node.text ?? '');
    if (node.type.name === 'figure') parts.push(String(node.attrs.hash));
    if (node.type.name === 'bulletList' || node.type.name === 'gallery') parts.push('[');
  });
  return parts;
};

test('D1 a block changes places with its neighbour, and the caret goes with it', () => {
  const state = stateOf([p('one'), list('a', 'b'), p('two'), p('')], 'two');
  const up = after(state, moveBlock(-1));
  expect(shape(up)).toEqual(['one', 'two', '[', 'a', 'b']);
  expect(up.selection.$from.parent.textContent).toBe('two');
  expect(shape(after(up, moveBlock(1)))).toEqual(shape(state));
  expect(moveBlock(1)(state)).toBe(false);
  expect(moveBlock(-1)(stateOf([p('one'), p('two')], 'one'))).toBe(false);
});

test('D1 a point of a list moves within its list, and several blocks move together', () => {
  expect(shape(after(stateOf([p('x'), list('a', 'b', 'c')], 'b'), moveBlock(1)))).toEqual([
    'x',
    '[',
    'a',
    'c',
    'b',
  ]);
  expect(moveBlock(-1)(stateOf([p('x'), list('a', 'b')], 'a'))).toBe(false);
  const two = stateOf([p('one'), p('two'), p('three'), p('four')], 'two', 'three');
  const up = after(two, moveBlock(-1));
  expect(shape(up)).toEqual(['two', 'three', 'one', 'four']);
  expect(shape(after(up, moveBlock(1)))).toEqual(shape(two));
});

test('D1 a picture moves within its gallery', () => {
  const gallery = { type: 'gallery', content: [figure('a'), figure('b'), figure('c')] };
  const state = stateOf([p('one'), gallery], 'one');
  let at = 0;
  state.doc.descendants((node, pos) => {
    if (node.attrs.hash === 'c') at = pos;
  });
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, at)));
  const moved = after(chosen, moveBlock(-1));
  expect(shape(moved)).toEqual(['one', '[', 'a', 'c', 'b']);
  expect((moved.selection as NodeSelection).node.attrs.hash).toBe('c');
});

test('D1 a block is doubled below itself and taken out; a list without points goes too', () => {
  const state = stateOf([p('one'), list('a'), p('two')], 'a');
  expect(shape(after(state, duplicateBlock))).toEqual(['one', '[', 'a', 'a', 'two']);
  expect(shape(after(state, removeBlock))).toEqual(['one', 'two']);
  expect(shape(after(stateOf([p('one')], 'one'), removeBlock))).toEqual([]);
});

const quote = (...content: object[]) => ({ type: 'blockquote', content });
const box = (...content: object[]) => ({ type: 'callout', content });
const table = (...cells: object[][]) => ({
  type: 'table',
  content: [{ type: 'tableRow', content: cells.map((content) => ({ type: 'tableCell', content })) }],
});
/** Blocks as `name(inner blocks)`, text blocks by their words; every document on the way is valid. */
const tree = ({ doc }: EditorState): string => {
  doc.check();
  const of = (node: Node): string => {
    if (node.isTextblock) return node.textContent || '-';
    return `${node.type.name}(${node.children.map(of).join(' ')})`;
  };
  return doc.children.map(of).join(' ');
};
const caretIn = (state: EditorState) => state.selection.$from.parent.textContent;

test('D1 a part of a quote, a box or a cell moves within it, and alone there it is the box that moves', () => {
  const parts = [p('one'), p('two')];
  expect(tree(after(stateOf([quote(...parts)], 'two'), moveBlock(-1)))).toBe('blockquote(two one)');
  expect(tree(after(stateOf([box(...parts)], 'one'), moveBlock(1)))).toBe('callout(two one)');
  expect(tree(after(stateOf([table(parts, [p('x')])], 'two'), moveBlock(-1)))).toBe(
    'table(tableRow(tableCell(two one) tableCell(x)))',
  );
  expect(moveBlock(-1)(stateOf([p('a'), quote(...parts)], 'one'))).toBe(false);
  expect(tree(after(stateOf([p('a'), quote(p('one'))], 'one'), moveBlock(-1)))).toBe('blockquote(one) a');
  expect(tree(after(stateOf([p('a'), table([p('one')])], 'one'), moveBlock(-1)))).toBe(
    'table(tableRow(tableCell(one))) a',
  );
});

test('D1 a part moves into the quote, box, list, gallery or table that it meets, and out of it again', () => {
  for (const [holder, within] of [
    [quote(p('in')), 'blockquote(in one)'],
    [box(p('in')), 'callout(in one)'],
    [list('in'), 'bulletList(listItem(in) listItem(one))'],
    [table([p('x')], [p('in')]), 'table(tableRow(tableCell(x) tableCell(in one)))'],
  ] as const) {
    const before = stateOf([holder, p('one'), p('end')], 'one');
    const inside = after(before, crossBlock(-1));
    expect(tree(inside)).toBe(`${within} end`);
    expect(caretIn(inside)).toBe('one');
    const out = after(inside, crossBlock(1));
    expect(tree(out)).toBe(tree(before));
    expect(caretIn(out)).toBe('one');
  }
  const shown = { type: 'gallery', content: [figure('a'), figure('b')] };
  const state = stateOf([shown, figure('c'), p('x')], 'x');
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 4)));
  const inside = after(chosen, crossBlock(-1));
  expect(shape(inside)).toEqual(['[', 'a', 'b', 'c', 'x']);
  expect(inside.doc.firstChild?.childCount).toBe(3);
  expect((inside.selection as NodeSelection).node.attrs.hash).toBe('c');
});

test('D1 what is left empty goes, a cell stays; a point leaves its list as its own parts, an inner one as a point', () => {
  expect(tree(after(stateOf([quote(p('one')), p('x')], 'one'), crossBlock(-1)))).toBe('one x');
  expect(tree(after(stateOf([table([p('one')], [p('x')])], 'one'), crossBlock(1)))).toBe(
    'table(tableRow(tableCell(-) tableCell(x))) one',
  );
  expect(tree(after(stateOf([list('a', 'b')], 'a'), crossBlock(-1)))).toBe('a bulletList(listItem(b))');
  const nested = { type: 'bulletList', content: [{ type: 'listItem', content: [p('a'), list('b')] }] };
  expect(tree(after(stateOf([nested], 'b'), crossBlock(1)))).toBe('bulletList(listItem(a) listItem(b))');
  expect(tree(after(stateOf([quote(p('one'), p('two')), p('x')], 'one', 'two'), crossBlock(1)))).toBe(
    'one two x',
  );
});

test('D1 where a border holds no such part it moves past, and at the end of the text nothing happens', () => {
  const heading = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'head' }] };
  expect(crossingOf(stateOf([list('a'), heading], 'head'), -1)).toBeNull();
  expect(tree(after(stateOf([list('a'), heading], 'head'), crossBlock(-1)))).toBe(
    'head bulletList(listItem(a))',
  );
  expect(crossBlock(-1)(stateOf([p('a')], 'a'))).toBe(false);
  expect(crossBlock(1)(stateOf([p('a'), p('')], 'a'))).toBe(false);
  expect(crossingOf(stateOf([box(p('a'))], 'a'), 1)).toMatchObject({ way: 'out of', what: 'box' });
});

test('D1 taking out the only part of a cell leaves the cell', () => {
  expect(tree(after(stateOf([table([p('one')], [p('x')])], 'one'), removeBlock))).toBe(
    'table(tableRow(tableCell(-) tableCell(x)))',
  );
});

const point = (...content: object[]) => ({ type: 'listItem', content });
const points = (...content: object[]) => ({ type: 'bulletList', content });
const two = () => points(point(p('a'), p('b'), quote(p('c')), p('d')), point(p('e')));

test('D1 a second paragraph of a point moves within it; the first carries the point', () => {
  const of = (...parts: string[]) => `bulletList(listItem(${parts.join(' ')}) listItem(e))`;
  const up = after(stateOf([two()], 'd'), moveBlock(-1));
  expect(tree(up)).toBe(of('a', 'b', 'd', 'blockquote(c)'));
  expect(caretIn(up)).toBe('d');
  expect(tree(after(up, moveBlock(1)))).toBe(of('a', 'b', 'blockquote(c)', 'd'));
  expect(tree(after(stateOf([two()], 'b'), moveBlock(-1)))).toBe(of('b', 'a', 'blockquote(c)', 'd'));
  // Alone in its quote: the quote moves, and not before the first paragraph, which a point must begin with.
  const quoted = after(stateOf([two()], 'c'), moveBlock(-1));
  expect(tree(quoted)).toBe(of('a', 'blockquote(c)', 'b', 'd'));
  expect(moveBlock(-1)(quoted)).toBe(false);
  expect(tree(after(stateOf([two()], 'a'), moveBlock(1)))).toBe(
    'bulletList(listItem(e) listItem(a b blockquote(c) d))',
  );
  expect(tree(after(stateOf([two()], 'b', 'd'), moveBlock(-1)))).toBe(of('b', 'blockquote(c)', 'd', 'a'));
  expect(tree(after(stateOf([two()], 'a', 'b'), moveBlock(1)))).toBe(
    'bulletList(listItem(e) listItem(a b blockquote(c) d))',
  );
});

test('D1 a paragraph of a point that was chosen by its grip goes to the head of the point and back', () => {
  const state = stateOf([points(point(p('a'), p('b')))], 'b');
  const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 5)));
  const up = after(chosen, moveBlock(-1));
  expect(tree(up)).toBe('bulletList(listItem(b a))');
  expect(tree(after(up, moveBlock(1)))).toBe('bulletList(listItem(a b))');
  expect(tree(after(chosen, removeBlock))).toBe('bulletList(listItem(a))');
  expect(tree(after(chosen, duplicateBlock))).toBe('bulletList(listItem(a b b))');
});

test('D1 the last paragraph of a point leaves it as a point of its own, what is no paragraph leaves the list', () => {
  const state = stateOf([two(), p('x')], 'd');
  expect(crossingOf(state, 1)).toMatchObject({ way: 'out of', what: 'point' });
  const out = after(state, crossBlock(1));
  expect(tree(out)).toBe('bulletList(listItem(a b blockquote(c)) listItem(d) listItem(e)) x');
  expect(caretIn(out)).toBe('d');
  const boxed = stateOf([points(point(p('a'), box(p('b'), p('c')))), p('x')], 'x');
  const chosen = boxed.apply(boxed.tr.setSelection(NodeSelection.create(boxed.doc, 5)));
  expect(crossingOf(chosen, 1)).toMatchObject({ way: 'out of', what: 'list' });
  expect(tree(after(chosen, crossBlock(1)))).toBe('bulletList(listItem(a)) callout(b c) x');
  expect(tree(after(stateOf([two()], 'd'), crossBlock(-1)))).toBe(
    'bulletList(listItem(a b blockquote(c d)) listItem(e))',
  );
});
