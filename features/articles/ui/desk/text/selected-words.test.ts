import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, type Selection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import type { RichText } from '@/lib/rich-text/document';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { holdsPassage } from '../../../passage';
import { selectedWords } from './selected-words';

const schema = getSchema(richTextExtensions());
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
});
const note = (words: string) => ({ type: 'footnote', content: [text(words)] });
const body = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        text('The tide '),
        text('rose', 'bold'),
        note('Harbour board, 4 May.'),
        text(' two metres'),
        { type: 'hardBreak' },
        text('at night.'),
        note('So did the river.'),
      ],
    },
    { type: 'pullQuote', content: [text('Dry by dawn.')] },
    { type: 'paragraph', content: [text('The quay was dry.')] },
  ],
} satisfies RichText;
const doc = Node.fromJSON(schema, body);

const wordsOf = (selection: Selection) => selectedWords(EditorState.create({ doc, selection }));
const between = (first: string, last: string) => {
  let [from, to] = [0, 0];
  doc.descendants((node, pos) => {
    if (node.text?.includes(first)) from = pos + node.text.indexOf(first);
    if (node.text?.includes(last)) to = pos + node.text.indexOf(last) + last.length;
  });
  return wordsOf(TextSelection.create(doc, from, to));
};

test('D12 a passage holds the words that readers see in the paragraph, without those of its notes', () => {
  expect(between('The tide', 'at night.')).toBe('The tide rose two metres at night.');
  expect(between('se', 'two')).toBe('se two');
  expect(wordsOf(TextSelection.create(doc, 1, doc.content.size))).toBe(
    'The tide rose two metres at night. Dry by dawn. The quay was dry.',
  );
});

test('D12 each passage that can be selected so stands in the version it was selected in', () => {
  const version = { title: '', standfirst: '', leadCaption: '', body };
  for (const passage of [
    between('The tide', 'at night.'),
    between('metres', 'night'),
    between('at night', 'Dry by'),
    wordsOf(TextSelection.create(doc, 1, doc.content.size)),
  ])
    expect(holdsPassage(version, passage), passage).toBe(true);
  expect(holdsPassage(version, 'The tide rose four metres')).toBe(false);
});

test('D12 a note that is selected itself gives its own words', () => {
  let at = 0;
  doc.descendants((node, pos) => {
    if (node.type.name === 'footnote') at ||= pos;
  });
  expect(wordsOf(NodeSelection.create(doc, at))).toBe('Harbour board, 4 May.');
});
