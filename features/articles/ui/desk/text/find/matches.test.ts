import { getSchema } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';
import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { type Head, headAfter } from './head-step';
import { findMatches, mostMatches, replaceMatches, tooLongWith, type Wanted } from './matches';

const schema = getSchema(richTextExtensions());
const docOf = (...content: object[]) => Node.fromJSON(schema, { type: 'doc', content });
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const p = (...content: object[]) => ({ type: 'paragraph', content });
const want = (words: string, more: Partial<Wanted> = {}): Wanted => ({
  words,
  matchCase: false,
  wholeWords: false,
  ...more,
});
const noHead: Head = { title: '', standfirst: '' };
const found = (doc: Node, wanted: Wanted, head = noHead): string[] =>
  findMatches(doc, wanted, head).map((match) => {
    if (match.in === 'head') return `${match.field}:${head[match.field].slice(match.from, match.to)}`;
    return match.in === 'text' ? doc.textBetween(match.from, match.to) : `${match.name}:${match.at}`;
  });

test('D1 words are found across bold and links, in any case, with any space and either kind of quote', () => {
  const doc = docOf(
    p(text('The har'), text('bour', 'bold'), text(' wall. HARBOUR\u00a0 wall, harbours.')),
    p(text('It’s “here”')),
  );
  expect(found(doc, want('harbour'))).toEqual(['harbour', 'HARBOUR', 'harbour']);
  expect(found(doc, want('harbour wall'))).toEqual(['harbour wall', 'HARBOUR\u00a0 wall']);
  expect(found(doc, want('harbour', { matchCase: true, wholeWords: true }))).toEqual(['harbour']);
  expect(found(doc, want(`it's "here"`))).toEqual(['It’s “here”']);
  expect(found(doc, want('a.b(c*'))).toEqual([]);
  expect(found(doc, want('  '))).toEqual([]);
});

test('D1 words are found in captions, credits, notes and tables, not across a break or a note', () => {
  const doc = docOf(
    { type: 'figure', attrs: { hash: 'x', caption: 'A wall, a wall', credit: 'Wall' } },
    p(text('wa'), { type: 'hardBreak' }, text('ll'), { type: 'footnote', content: [text('The wall.')] }),
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p(text('Wall'))] }] }],
    },
  );
  expect(found(doc, want('wall'))).toEqual(['caption:2', 'caption:10', 'credit:0', 'wall', 'Wall']);
});

test('D1 words are found in any script, and a flood of them is bounded', () => {
  const doc = docOf(p(text('Straße und ÜBER, über. 東京は東京。')), p(text('e'.repeat(5_000))));
  expect(found(doc, want('über'))).toEqual(['ÜBER', 'über']);
  expect(found(doc, want('東京'))).toHaveLength(2);
  expect(found(doc, want('über', { wholeWords: true }))).toHaveLength(2);
  expect(findMatches(doc, want('e'), noHead)).toHaveLength(mostMatches);
});

test('D1 all are replaced in one step, each in its own form, and a line of a part too', () => {
  const doc = docOf(
    { type: 'figure', attrs: { hash: 'x', caption: 'Smith and Smith' } },
    p(text('Mr Smith', 'bold'), text(' met Smith')),
  );
  const state = EditorState.create({ doc });
  const replaced = replaceMatches(state.tr, {
    matches: findMatches(doc, want('Smith'), noHead),
    head: noHead,
    by: 'Smythe',
  }).doc;
  expect(replaced.firstChild?.attrs.caption).toBe('Smythe and Smythe');
  expect(replaced.lastChild?.toJSON().content).toEqual([
    { type: 'text', text: 'Mr Smythe', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' met Smythe' },
  ]);
  const without = replaceMatches(state.tr, {
    matches: findMatches(doc, want(' Smith'), noHead),
    head: noHead,
    by: '',
  }).doc;
  expect(without.textContent).toBe('Mr met');
});

test('D1 headline and standfirst are searched before the text, in the order of reading', () => {
  const doc = docOf(p(text('Smith again')));
  const head = { title: 'Smith v. Smith', standfirst: 'What smith said' };
  expect(found(doc, want('smith'), head)).toEqual([
    'title:Smith',
    'title:Smith',
    'standfirst:smith',
    'Smith',
  ]);
});

test('D1 what is replaced in headline, standfirst and text at once is one step of undo, and of redo', () => {
  const doc = docOf(p(text('Smith again')));
  let head: Head = { title: 'Smith v. Smith', standfirst: 'No names' };
  let state = EditorState.create({ doc, plugins: [history()] });
  const dispatch = (transaction: EditorState['tr']) => {
    state = state.apply(transaction);
    head = headAfter(head, transaction.steps).head;
  };
  const matches = findMatches(doc, want('Smith'), head);
  dispatch(replaceMatches(state.tr, { matches, head, by: 'Smythe' }));
  expect([head.title, state.doc.textContent]).toEqual(['Smythe v. Smythe', 'Smythe again']);
  undo(state, dispatch);
  expect([head.title, state.doc.textContent]).toEqual(['Smith v. Smith', 'Smith again']);
  redo(state, dispatch);
  expect([head.title, state.doc.textContent]).toEqual(['Smythe v. Smythe', 'Smythe again']);
  expect(head.standfirst).toBe('No names');

  // A headline that was written anew by hand is not taken back to what it was before that.
  head = { ...head, title: 'Written anew' };
  undo(state, (transaction) => {
    expect(headAfter(head, transaction.steps)).toEqual({ head, kept: ['title'] });
    dispatch(transaction);
  });
  expect([head.title, state.doc.textContent]).toEqual(['Written anew', 'Smith again']);
});

test('D1 a headline that would become too long to be kept is told of before it is changed', () => {
  const head = { title: 'a '.repeat(140).trim(), standfirst: 'a' };
  const matches = findMatches(docOf(p()), want('a'), head);
  expect(tooLongWith({ matches, head, by: 'b' })).toEqual([]);
  expect(tooLongWith({ matches, head, by: 'much longer' })).toEqual(['title']);
});
