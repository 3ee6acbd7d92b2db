import { expect, test } from 'vitest';
import type { BlockDiff } from './block-diff';
import { diffRichText } from './diff';
import { diffText, type WordPart } from './diff-words';
import type { RichMark, RichNode, RichText } from './document';

const text = (words: string, ...marks: RichMark[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const p = (...inside: (string | RichNode)[]): RichNode => ({
  type: 'paragraph',
  content: inside.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const h = (level: number, words: string): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const doc = (...content: RichNode[]): RichText => ({ type: 'doc', content });
const figure = (attrs: Record<string, unknown>): RichNode => ({
  type: 'figure',
  attrs: { mediaId: 7, hash: 'a1b2c3d4', width: 10, height: 10, alt: '', caption: '', credit: '', ...attrs },
});
const row = (...cells: string[]): RichNode => ({
  type: 'tableRow',
  content: cells.map((words) => ({
    type: 'tableCell',
    attrs: { colspan: 1, rowspan: 1 },
    content: [p(words)],
  })),
});
const table = (...rows: RichNode[]): RichNode => ({ type: 'table', attrs: { caption: '' }, content: rows });
const link = (href: string): RichMark => ({ type: 'link', attrs: { href } });

/** `[-old-]{+new+}` as git writes words; `<…>` are the same words in another form. */
const written = (parts: WordPart[] = []): string =>
  parts
    .map(({ change, pieces, says }) => {
      const words = pieces.map((piece) => ('text' in piece ? piece.text : `(${piece.kind})`)).join('');
      if (change === 'inserted') return `{+${words}+}`;
      if (change === 'deleted') return `[-${words}-]`;
      return change === 'same' ? words : `<${words}: ${says.join('; ')}>`;
    })
    .join('');

/** One line a block: what became of it, and its words. */
const lines = (blocks: BlockDiff[]): string[] =>
  blocks.flatMap(({ change, node, says, words, blocks: inside, lines: named = [] }) => [
    [change, node.type, ...says.map((sentence) => `(${sentence})`), written(words)].filter(Boolean).join(' '),
    ...named.map(({ name, words: line }) => `  ${name}: ${written(line)}`),
    ...lines(inside ?? []).map((line) => `  ${line}`),
  ]);
const compare = (before: RichText, after: RichText) => lines(diffRichText(before, after));

const tide = 'The tide rose two metres above the quay before dawn on Tuesday.';
const harbour = 'The harbour master closed both gates and sent every boat upriver.';
const school = 'Three schools stayed shut while the water ran through their cellars.';

test('D9 nothing changed is nothing said', () => {
  expect(compare(doc(p(tide), h(2, 'After')), doc(p(tide), h(2, 'After')))).toEqual([
    `same paragraph ${tide}`,
    'same heading After',
  ]);
});

test('D9 words changed inside a paragraph are marked, and nothing around them', () => {
  expect(
    compare(doc(p(tide), p(school)), doc(p(tide.replace('two metres', 'nearly three metres')), p(school))),
  ).toEqual([
    'changed paragraph The tide rose [-two-]{+nearly three+} metres above the quay before dawn on Tuesday.',
    `same paragraph ${school}`,
  ]);
});

test('D9 a rewritten stretch is one deletion and one insertion, not crumbs between commas', () => {
  expect(written(diffText('red, green, blue sky', 'one, two, three sky'))).toBe(
    '[-red, green, blue-]{+one, two, three+} sky',
  );
});

test('D9 paragraphs come and go, the old before the new', () => {
  expect(compare(doc(p(tide), p('Gone for good, all of it.')), doc(p(tide), p(school)))).toEqual([
    `same paragraph ${tide}`,
    'deleted paragraph [-Gone for good, all of it.-]',
    `inserted paragraph {+${school}+}`,
  ]);
});

test('D9 a moved paragraph is said as moved where it stands and where it stood, edited or not', () => {
  expect(compare(doc(p(tide), p(harbour), p(school)), doc(p(harbour), p(school), p(tide)))).toEqual([
    `left paragraph (further down)`,
    `same paragraph ${harbour}`,
    `same paragraph ${school}`,
    `moved paragraph (from further up) ${tide}`,
  ]);
  const edited = tide.replace('Tuesday', 'Monday');
  expect(compare(doc(p(tide), p(harbour), p(school)), doc(p(harbour), p(school), p(edited)))).toContain(
    'moved paragraph (from further up) The tide rose two metres above the quay before dawn on [-Tuesday-]{+Monday+}.',
  );
  expect(compare(doc(p(tide), p(harbour), p(school)), doc(p(school), p(tide), p(harbour)))).toEqual([
    `moved paragraph (from further down) ${school}`,
    `same paragraph ${tide}`,
    `same paragraph ${harbour}`,
    'left paragraph (further up)',
  ]);
  const [was, , , is] = diffRichText(
    doc(p(tide), p(harbour), p(school)),
    doc(p(harbour), p(school), p(tide)),
  );
  expect(was?.move).toBe(is?.move);
});

const box = (...content: RichNode[]): RichNode => ({ type: 'callout', content });
const list = (...points: string[]): RichNode => ({
  type: 'bulletList',
  content: points.map((words) => ({ type: 'listItem', content: [p(words)] })),
});

test('D9 what was put into another parent is said as moved: into a new box, out of a list, edited on the way', () => {
  expect(compare(doc(p(tide), p(harbour), p(school)), doc(p(tide), p(school), box(p(harbour))))).toEqual([
    `same paragraph ${tide}`,
    'left paragraph (into a box further down)',
    `same paragraph ${school}`,
    'inserted callout',
    `  moved paragraph (from the text further up) ${harbour}`,
  ]);
  const known = p('What we know by now.');
  expect(compare(doc(box(known, p(harbour)), p(tide)), doc(box(known), p(tide), p(harbour)))).toEqual([
    'changed callout',
    '  same paragraph What we know by now.',
    '  left paragraph (into the text further down)',
    `same paragraph ${tide}`,
    `moved paragraph (from a box further up) ${harbour}`,
  ]);
  const edited = harbour.replace('both', 'all');
  const [gone, , here] = diffRichText(
    doc(list('Bring a boat', harbour), p(tide)),
    doc(list('Bring a boat'), p(tide), p(edited)),
  );
  expect(lines(here ? [here] : [])).toEqual([
    'moved paragraph (from a list further up) The harbour master closed [-both-]{+all+} gates and sent every boat upriver.',
  ]);
  expect(gone?.blocks?.at(-1)?.blocks?.[0]?.move).toBe(here?.move);
});

test('D9 a point that goes to another list moves whole, and a few words only where there is no doubt', () => {
  expect(
    compare(
      doc(list('Bring a boat', 'Bring food'), p(tide), list('Stay calm')),
      doc(list('Bring food'), p(tide), list('Stay calm', 'Bring a boat')),
    ).filter((line) => /left|moved|inserted|deleted/.test(line)),
  ).toEqual(['  left listItem (into a list further down)', '  moved listItem (from a list further up)']);
  expect(
    compare(
      doc(p('Read more'), p(tide), p('Read more'), p(school)),
      doc(p(tide), p(school), box(p('Read more'), p(harbour))),
    ).filter((line) => /left|moved/.test(line)),
  ).toEqual([]);
});

test('D9 a moved picture is moved, and its changed caption is said with it', () => {
  const [before, after] = [
    figure({ caption: 'The quay' }),
    figure({ caption: 'The old quay', credit: 'Ada' }),
  ];
  expect(compare(doc(before, p(tide), p(school)), doc(p(tide), p(school), after))).toEqual([
    'left figure (further down)',
    `same paragraph ${tide}`,
    `same paragraph ${school}`,
    'moved figure (from further up)',
    '  Caption: The {+old +}quay',
    '  Credit: {+Ada+}',
  ]);
});

test('D9 a changed link, a new one, a lost one and a changed form are said, and the words stay', () => {
  const before = doc(
    p('See ', text('the map', link('https://a.example/')), ' and ', text('the list', link('/x')), ' now.'),
  );
  const after = doc(
    p(
      'See ',
      text('the map', link('https://b.example/')),
      ' and the list ',
      text('now', { type: 'bold' }),
      '.',
    ),
  );
  expect(compare(before, after)).toEqual([
    'changed paragraph See <the map: link changed: https://a.example/ → https://b.example/> and <the list: link removed: /x> <now: now bold>.',
  ]);
});

test('D9 alt text, caption and credit of a picture are compared word by word; another file is said', () => {
  const before = figure({ alt: 'A boat', caption: 'A boat at the quay', credit: 'Ada' });
  expect(
    compare(doc(before), doc(figure({ alt: 'A red boat', caption: 'A boat at the quay', credit: '' }))),
  ).toEqual(['changed figure', '  Description: A {+red +}boat', '  Credit: [-Ada-]']);
  expect(
    compare(
      doc(before),
      doc(figure({ alt: 'A boat', caption: 'A boat at the quay', credit: 'Ada', mediaId: 8 })),
    ),
  ).toEqual(['changed figure (another picture)']);
});

test('D9 another level of heading, a paragraph that became one, a list that is numbered now', () => {
  const item = (words: string): RichNode => ({ type: 'listItem', content: [p(words)] });
  const list = (type: string, ...items: RichNode[]): RichNode => ({ type, content: items });
  expect(
    compare(
      doc(h(2, 'What now?'), p('Who pays'), list('bulletList', item('Bring a boat'), item('Bring food'))),
      doc(
        h(3, 'What now?'),
        h(2, 'Who pays'),
        list('orderedList', item('Bring a boat'), item('Bring hot food')),
      ),
    ),
  ).toEqual([
    'changed heading (now a heading of level 3, was a heading of level 2) What now?',
    'changed heading (now a heading of level 2, was a paragraph) Who pays',
    'changed orderedList (now a numbered list, was a list with bullets)',
    '  same listItem',
    '    same paragraph Bring a boat',
    '  changed listItem',
    '    changed paragraph Bring {+hot +}food',
  ]);
});

test('D9 tables are compared by cell: a figure, a row, a column', () => {
  const before = table(row('Town', 'Dead'), row('Port', '10'), row('Hill', '20'));
  expect(
    compare(
      doc(before),
      doc(table(row('Town', 'Dead'), row('Port', '12'), row('Hill', '20'), row('Bay', '3'))),
    ),
  ).toEqual([
    'changed table',
    ...[
      '  same tableRow',
      '    same tableCell',
      '      same paragraph Town',
      '    same tableCell',
      '      same paragraph Dead',
    ],
    ...['  changed tableRow', '    same tableCell', '      same paragraph Port', '    changed tableCell'],
    '      changed paragraph [-10-]{+12+}',
    ...[
      '  same tableRow',
      '    same tableCell',
      '      same paragraph Hill',
      '    same tableCell',
      '      same paragraph 20',
    ],
    ...['  inserted tableRow', '    inserted tableCell', '      inserted paragraph {+Bay+}'],
    ...['    inserted tableCell', '      inserted paragraph {+3+}'],
  ]);
  const wider = table(row('Town', 'Hurt', 'Dead'), row('Port', '4', '10'), row('Hill', '5', '20'));
  expect(compare(doc(before), doc(wider)).filter((line) => /inserted tableCell|deleted/.test(line))).toEqual([
    '    inserted tableCell',
    '    inserted tableCell',
    '    inserted tableCell',
  ]);
});

test('D9 the words of a footnote are compared where it stands', () => {
  const note = (words: string): RichNode => ({ type: 'footnote', content: [text(words)] });
  expect(
    compare(doc(p(tide, note('Source: the harbour log.'))), doc(p(tide, note('Source: the city log.')))),
  ).toEqual([`changed paragraph ${tide}(noteBegins)Source: the [-harbour-]{+city+} log.(noteEnds)`]);
});

test('D9 what this version does not know is compared as a whole, and keys in another order are no change', () => {
  const odd = (attrs: Record<string, unknown>): RichNode => ({ type: 'score', attrs });
  expect(compare(doc(odd({ a: 1, b: 2 })), doc(odd({ b: 2, a: 1 })))).toEqual(['same score']);
  expect(compare(doc(odd({ a: 1 })), doc(odd({ a: 2 })))).toEqual(['changed score']);
});

test('D9 both texts can be read out of the comparison again, whatever was done to one of them', () => {
  const words = 'tide quay boat gate dawn mayor wall pump street bell'.split(' ');
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const sentence = () => Array.from({ length: 3 + random(12) }, () => words[random(words.length)]).join(' ');
  const read = (blocks: BlockDiff[], side: 'before' | 'after'): string[] =>
    blocks
      .filter(
        ({ change }) => !(side === 'before' ? ['inserted', 'moved'] : ['deleted', 'left']).includes(change),
      )
      .map(({ words: parts = [] }) =>
        parts
          .filter(({ change }) => change !== (side === 'before' ? 'inserted' : 'deleted'))
          .flatMap(({ pieces }) => pieces.map((piece) => ('text' in piece ? piece.text : '')))
          .join(''),
      );
  for (let round = 0; round < 200; round++) {
    const before = Array.from({ length: 1 + random(12) }, sentence);
    const after = [...before];
    for (let edit = 0; edit < 4; edit++) {
      const at = random(after.length);
      if (random(3) === 0) after.splice(at, 1, sentence());
      else if (random(2) === 0) after.splice(at, 0, sentence());
      else after[at] = (after[at] ?? '').replace('tide', 'flood');
    }
    const blocks = diffRichText(doc(...before.map((line) => p(line))), doc(...after.map((line) => p(line))));
    expect(read(blocks, 'after').sort()).toEqual([...after].sort());
    const was = read(blocks, 'before');
    for (const line of was.filter(Boolean)) expect(before).toContain(line);
  }
});

test('D9 what was written anew from end to end, in one enormous paragraph too, is compared in time', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, n) => `${word}${n % 50}`).join(' ');
  expect(diffRichText(doc(p(long('a'))), doc(p(long('b')))).map(({ change }) => change)).toEqual([
    'deleted',
    'inserted',
  ]);
  const same = `${long('a')} end`;
  expect(diffRichText(doc(p(same)), doc(p(same.replaceAll('a1 ', 'x1 '))))[0]?.change).toBe('changed');
});
