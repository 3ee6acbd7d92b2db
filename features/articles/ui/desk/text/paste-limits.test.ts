import { getSchema } from '@tiptap/core';
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import type { RichNode } from '@/lib/rich-text/document';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { parseRichText } from '@/lib/rich-text/parse';
import { withoutDepth } from './paste-limits';

const schema = getSchema(richTextExtensions());
const line = (text: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const within = (levels: number, wrap: (inner: RichNode, level: number) => RichNode): RichNode => {
  let node = line('innermost');
  for (let level = levels; level > 0; level--) node = wrap(node, level);
  return node;
};
const sliceOf = (...nodes: RichNode[]): Slice =>
  new Slice(Fragment.from(nodes.map((node) => schema.nodeFromJSON(node))), 0, 0);
const shallowed = (...nodes: RichNode[]): Node =>
  schema.nodes.doc?.create(null, withoutDepth(sliceOf(...nodes)).content) as Node;
const words = (node: Node): string[] => {
  const found: string[] = [];
  node.descendants((inner) => {
    if (inner.isTextblock && inner.textContent !== '') found.push(inner.textContent);
  });
  return found;
};

const list = (inner: RichNode, level: number): RichNode => ({
  type: 'bulletList',
  content: [{ type: 'listItem', content: [line(`level ${level}`), inner] }],
});
const quote = (inner: RichNode): RichNode => ({ type: 'blockquote', content: [inner] });
const table = (inner: RichNode, level: number): RichNode => ({
  type: 'table',
  content: [
    {
      type: 'tableRow',
      content: [
        { type: 'tableCell', content: [inner] },
        { type: 'tableCell', content: [line(`cell ${level}`)] },
      ],
    },
  ],
});

test.each([
  ['lists', list, 200],
  ['quotes', quote, 200],
  ['tables', table, 200],
  ['all of them', (inner: RichNode, n: number) => [list, quote, table][n % 3]?.(inner, n) ?? inner, 200],
  [
    'lists, one level further in',
    (inner: RichNode, n: number) => (n === 1 ? quote(inner) : list(inner, n)),
    200,
  ],
])(
  'D2 200 levels of %s are put side by side as far as needed, with every word, and can be saved',
  (_name, wrap, levels) => {
    const deep = within(levels, wrap);
    const document = shallowed(line('before'), deep, line('after'));
    expect(() => document.check()).not.toThrow();
    expect(words(document)).toEqual([
      'before',
      ...words(schema.nodeFromJSON({ type: 'doc', content: [deep] })),
      'after',
    ]);
    const json: unknown = document.toJSON();
    expect(parseRichText(json)).toEqual(parseRichText(parseRichText(json)));
    expect(() => parseRichText({ type: 'doc', content: [deep] })).toThrow('nested too deeply');
    // There is room for it inside what is nested already.
    expect(() =>
      parseRichText({
        type: 'doc',
        content: [
          within(25, (inner, n) =>
            n === 25 ? { type: 'blockquote', content: (json as RichNode).content ?? [] } : list(inner, n),
          ),
        ],
      }),
    ).not.toThrow();
  },
);

test('D2 what is nested as people nest is left as it is', () => {
  const slice = sliceOf(within(15, list));
  expect(withoutDepth(slice)).toBe(slice);
});
