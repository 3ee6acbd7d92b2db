import { getSchema } from '@tiptap/core';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '@/lib/errors';
import type { RichNode, RichText } from './document';
import { editorDocument } from './editor-document';
import { richTextExtensions } from './extensions';
import { markOrder } from './marks';
import { parseRichText } from './parse';

const schema = getSchema(richTextExtensions());
const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content });
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

const cell = (type: string, words: string, colspan = 1, rowspan = 1): RichNode => ({
  type,
  attrs: { colspan, rowspan },
  content: [paragraph(text(words))],
});

/** What the editor does with a stored document: opens it by its schema, which throws for what it cannot hold. */
function openInEditor(stored: RichText): unknown {
  const opened = schema.nodeFromJSON(editorDocument(stored));
  opened.check();
  return opened.toJSON();
}

function refusal(value: unknown): string {
  try {
    parseRichText(value);
  } catch (error) {
    if (isRefusal(error)) return error.message;
    throw error;
  }
  return '';
}

test('D3 every known part comes through unchanged and opens in the editor', () => {
  const figure = {
    mediaId: 3,
    hash: 'abcdef0123',
    width: 1200,
    height: 800,
    alt: 'A',
    caption: 'C',
    credit: 'X',
  };
  const whole = doc(
    { type: 'heading', attrs: { level: 2 }, content: [text('Heading')] },
    paragraph(text('plain '), text('both', 'bold', 'italic'), { type: 'hardBreak' }, text('code', 'code')),
    paragraph({
      type: 'text',
      marks: [{ type: 'link', attrs: { href: 'https://example.com/a' } }],
      text: 'link',
    }),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'))] }] },
    {
      type: 'orderedList',
      attrs: { start: 3 },
      content: [{ type: 'listItem', content: [paragraph(text('three'))] }],
    },
    { type: 'blockquote', content: [paragraph(text('quoted'))] },
    { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('let x')] },
    { type: 'horizontalRule' },
    { type: 'figure', attrs: figure },
    { type: 'gallery', content: [1, 2].map(() => ({ type: 'figure', attrs: figure })) },
    { type: 'pullQuote', attrs: { source: 'The harbour master' }, content: [text('said', 'bold')] },
    { type: 'callout', content: [paragraph(text('to know'))] },
    { type: 'embed', attrs: { url: 'https://vimeo.com/76979871', caption: 'A film' } },
    paragraph(text('noted'), { type: 'footnote', content: [text('see '), text('there', 'italic')] }),
    {
      type: 'table',
      attrs: { caption: 'Points' },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Team', 2), cell('tableHeader', 'Points')] },
        {
          type: 'tableRow',
          content: [cell('tableCell', 'Ajax'), cell('tableCell', 'A'), cell('tableCell', '3')],
        },
      ],
    },
  );
  const parsed = parseRichText(whole);
  expect(parsed).toEqual(whole);
  expect(parseRichText(openInEditor(parsed))).toEqual(parsed);
});

test('D3 unknown nodes and marks survive the editor and are shown by a placeholder', () => {
  const strange = {
    type: 'chart',
    attrs: { rows: [[1, null], ['x']] },
    content: [{ type: 'chartRow', content: [paragraph(text('cell'))] }],
  };
  const stored = parseRichText(
    doc(
      strange,
      paragraph(
        {
          type: 'text',
          text: 'marked',
          marks: [{ type: 'bold' }, { type: 'highlight', attrs: { color: 'x' } }, { type: 'wobble' }],
        },
        { type: 'mention', attrs: { id: 7 } },
      ),
    ),
  );
  expect(stored.content?.[0]).toEqual(strange);
  const opened = editorDocument(stored);
  expect(opened.content?.[0]).toEqual({ type: 'unknown', attrs: { node: strange } });
  expect(parseRichText(openInEditor(stored))).toEqual(stored);
});

test('D3 the marks are kept in the order of the editor’s own schema', () => {
  expect(Object.keys(schema.marks).filter((name) => name !== 'unknownMark')).toEqual([...markOrder]);
  const shuffled = paragraph(text('x', 'underline', 'italic', 'strike', 'bold', 'underline'));
  const [block] = parseRichText(doc(shuffled)).content ?? [];
  expect(block?.content?.[0]?.marks?.map(({ type }) => type)).toEqual([
    'bold',
    'italic',
    'strike',
    'underline',
  ]);
  openInEditor(parseRichText(doc(paragraph(text('x', 'code', 'bold', 'link')))));
});

test('D3 parts in the wrong place are put right without losing words', () => {
  const parsed = parseRichText(
    doc(
      text('loose'),
      { type: 'listItem', content: [text('item')] },
      paragraph(text('before'), { type: 'figure', attrs: {} }, text('after')),
      { type: 'bulletList', content: [paragraph(text('bare'))] },
      { type: 'blockquote', content: [] },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'bulletList', content: [text('deep')] }] },
      { type: 'codeBlock', content: [text('a', 'bold'), { type: 'hardBreak' }, text('b')] },
      { type: 'doc', content: [text('inner')] },
    ),
  );
  openInEditor(parsed);
  expect(
    JSON.stringify(parsed)
      .match(/"text":"(\w+|a\\nb)"/g)
      ?.map((found) => found.slice(8, -1)),
  ).toEqual(['loose', 'item', 'before', 'after', 'bare', 'deep', 'a\\nb', 'inner']);
});

test('D3 a table of any shape becomes one that is equally wide in every row', () => {
  const rows = (...content: unknown[]) => doc({ type: 'table', content });
  const row = (...content: unknown[]) => ({ type: 'tableRow', content });
  const spans = (value: unknown) =>
    parseRichText(value).content?.[0]?.content?.map((line) =>
      line.content?.map(({ attrs }) => `${attrs?.colspan}×${attrs?.rowspan}`),
    );
  // The second cell reaches down beyond the table and stands in the way of a wide one below.
  expect(
    spans(
      rows(
        row(cell('tableCell', 'a'), cell('tableCell', 'b', 1, 9), cell('tableCell', 'c')),
        row(cell('tableCell', 'd', 5)),
        row(),
      ),
    ),
  ).toEqual([
    ['1×1', '1×3', '1×1'],
    ['1×1', '1×1'],
    ['1×1', '1×1'],
  ]);
  expect(spans(rows(row(cell('tableCell', 'a', -3, 0)), text('loose')))).toEqual([['1×1'], ['1×1']]);
  expect(parseRichText(rows()).content).toEqual([{ type: 'paragraph' }]);
  const wide = { type: 'tableCell', attrs: { colspan: 1e9, rowspan: 1e9 } };
  expect(refusal(rows(...Array.from({ length: 500 }, () => row(wide, wide))))).toMatch(/10000 cells/);
  const [stray] = parseRichText(doc(row(cell('tableCell', 'stray')))).content ?? [];
  expect(stray).toEqual(paragraph(text('stray')));
});

test('D1 a gallery has two to twelve pictures, a note is one run of text, an embed has an address of the web', () => {
  const pictures = (count: number) => Array.from({ length: count }, () => ({ type: 'figure', attrs: {} }));
  const types = (content: unknown[]) =>
    parseRichText(doc({ type: 'gallery', content })).content?.map(({ type, content: inside }) =>
      inside ? `${type} ${inside.length}` : type,
    );
  expect(types(pictures(1))).toEqual(['figure']);
  expect(types(pictures(13))).toEqual(['gallery 12', 'figure']);
  expect(types([...pictures(2), paragraph(text('x'))])).toEqual(['gallery 2', 'paragraph 1']);
  const note = {
    type: 'footnote',
    content: [paragraph(text('a'), { type: 'hardBreak' }), paragraph(text('b'))],
  };
  const [line] = parseRichText(doc(paragraph(note as RichNode))).content ?? [];
  expect(line?.content).toEqual([{ type: 'footnote', content: [text('a b')] }]);
  for (const url of ['javascript:alert(1)', '/news/a', 'mailto:a@b.example', 7, null])
    expect(parseRichText(doc({ type: 'embed', attrs: { url } })).content?.[0]?.attrs).toEqual({
      url: '',
      caption: '',
    });
});

test('R4 a credit at the end of a caption is split off when a body is read', () => {
  const [figure] =
    parseRichText(doc({ type: 'figure', attrs: { caption: 'A (b). (Image Credit: C)' } })).content ?? [];
  expect(figure?.attrs).toMatchObject({ caption: 'A (b).', credit: 'C' });
});

describe('D3 hostile documents', () => {
  const nested = (levels: number): RichNode => {
    let node = paragraph(text('deep'));
    for (let n = 0; n < levels; n++) node = { type: 'blockquote', content: [node] };
    return node;
  };

  test('are refused with a sentence when too deep, too long or no document', () => {
    expect(refusal(doc(nested(200)))).toMatch(/nested too deeply/);
    expect(refusal(doc(nested(100_000)))).toMatch(/nested too deeply/);
    expect(refusal(doc({ type: 'x', attrs: { a: nested(1000) } }))).toMatch(/nested too deeply/);
    expect(refusal(doc(paragraph(text('x'.repeat(2_000_000)))))).toMatch(/too long/);
    expect(
      refusal({ type: 'doc', content: Array.from({ length: 200_000 }, () => ({ type: 'horizontalRule' })) }),
    ).toMatch(/too long/);
    expect(refusal(doc({ type: 'figure', attrs: { caption: 'x'.repeat(6000) } }))).toMatch(
      /longer than 5000/,
    );
    for (const value of [
      null,
      7,
      'doc',
      [],
      {},
      { type: 'paragraph' },
      doc(new Date()),
      doc({ type: 'x', attrs: { f: () => 1 } }),
    ])
      expect(refusal(value)).toMatch(/damaged/);
    expect(refusal(doc(nested(50)))).toBe('');
  });

  test('lose links to anything but the web, mail, telephone and the site itself', () => {
    const links = [
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'JaVaScRiPt:alert(1)',
      '\u0001javascript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      'https://user:pw@evil.example/',
      'blob:https://x/y',
      '',
      7,
      null,
      ['javascript:1'],
      { toString: 'x' },
    ];
    for (const href of links) {
      const parsed = parseRichText(
        doc(
          paragraph({
            type: 'text',
            text: 'x',
            marks: [{ type: 'link', attrs: { href } as Record<string, unknown> }],
          }),
        ),
      );
      expect(parsed.content?.[0]?.content).toEqual([{ type: 'text', text: 'x' }]);
    }
  });

  test('keep only harmless attributes, no NUL, no lone surrogate, no prototype', () => {
    const parsed = parseRichText(
      JSON.parse(
        '{"type":"doc","__proto__":{"polluted":1},"content":[{"type":"figure","attrs":{"hash":"../../x","width":-1,"mediaId":"1 or 1","onload":"x","alt":"a\\u0000b\\ud800"}},{"type":"new","__proto__":{"polluted":1},"attrs":{"k\\u0000":"v\\u0000"}},{"type":"constructor"},{"type":"__proto__"},{"type":"heading","attrs":{"level":"3","style":"x"}}]}',
      ),
    );
    expect(parsed.content?.[0]?.attrs).toEqual({
      mediaId: null,
      hash: '',
      width: 0,
      height: 0,
      alt: 'ab\ufffd',
      caption: '',
      credit: '',
    });
    expect(parsed.content?.[1]).toEqual({ type: 'new', attrs: { k: 'v' } });
    expect(parsed.content?.[4]).toEqual({ type: 'heading', attrs: { level: 2 } });
    expect(JSON.stringify(parsed)).not.toContain('polluted');
    openInEditor(parsed);
  });

  test('of any shape either open in the editor or are refused, and parsing is stable', () => {
    const random = seeded(7);
    for (let n = 0; n < 400; n++) {
      const parsed = parseRichText(randomNode(random, 0));
      openInEditor(parsed);
      expect(parseRichText(parsed)).toEqual(parsed);
      expect(parseRichText(openInEditor(parsed))).toEqual(parsed);
    }
  });

  test('that are stored anyway still open', () => {
    for (const stored of [null, 3, 'x', { type: 'paragraph', content: 'no' }, doc(nested(500))])
      schema.nodeFromJSON(editorDocument(stored)).check();
  });
});

/** Mulberry32: the same documents in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function randomNode(random: () => number, depth: number): RichNode {
  const types = [
    'paragraph',
    'heading',
    'bulletList',
    'orderedList',
    'listItem',
    'blockquote',
    'codeBlock',
    'horizontalRule',
    'hardBreak',
    'figure',
    'gallery',
    'pullQuote',
    'callout',
    'embed',
    'table',
    'tableRow',
    'tableCell',
    'tableHeader',
    'footnote',
    'text',
    'strange',
    'unknown',
    'unknownInline',
  ];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const type = depth === 0 ? 'doc' : pick(types);
  const children = depth > 4 ? 0 : Math.floor(random() * 4);
  return {
    type,
    ...(type === 'text' && { text: pick(['', 'a', ' b ', '\u0000', 'c\nd']) }),
    ...(random() < 0.4 && {
      marks: [
        {
          type: pick([...markOrder, 'odd', 'unknownMark']),
          attrs: { href: pick(['/x', 'javascript:x', 'https://e.example/']) },
        },
      ],
    }),
    ...(random() < 0.4 && {
      attrs: {
        level: pick([0, 2, 9, 'x']),
        start: pick([2, -1, null]),
        colspan: pick([1, 3, -1, 'x']),
        rowspan: pick([1, 2, 1e9, {}]),
        url: pick(['https://e.example/', 'javascript:x', 7]),
        source: pick(['', ' who ', []]),
        node: random() < 0.5 ? randomNode(random, depth + 1) : null,
      },
    }),
    ...(children > 0 && { content: Array.from({ length: children }, () => randomNode(random, depth + 1)) }),
  };
}
