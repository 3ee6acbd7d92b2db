import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { richTextExtensions } from '@/lib/rich-text/extensions';
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
