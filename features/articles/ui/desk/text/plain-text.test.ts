import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import type { RichNode } from '@/lib/rich-text/document';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { renderHtml } from '@/lib/rich-text/render';
import { nodesOfText } from './plain-text';

const schema = getSchema(richTextExtensions());
/** As HTML, once the editor's own schema has taken it. */
const html = (text: string): string => {
  const document = { type: 'doc' as const, content: nodesOfText(text) };
  schema.nodeFromJSON(document).check();
  return renderHtml(document).replace(/ id="h-[^"]*"/g, '');
};
const letters = (nodes: RichNode[]): string =>
  nodes.map((node) => node.text ?? letters(node.content ?? [])).join('');

test('D2 plain text with empty lines becomes paragraphs, and lines within them stay lines', () => {
  expect(html('Deterrence commitment\n\nDuring the talks,\nnothing.\n\n\n  \nEnd\r\n')).toBe(
    '<p>Deterrence commitment</p>\n<p>During the talks,<br>nothing.</p>\n<p>End</p>',
  );
  expect(html('one\ntwo\n')).toBe('<p>one</p>\n<p>two</p>');
  expect(html('- a dash begins a line of speech, once.')).toBe(
    '<p>- a dash begins a line of speech, once.</p>',
  );
  expect(html('1. Mai in Berlin\n\n2 * 3 * 4')).toBe('<p>1. Mai in Berlin</p>\n<p>2 * 3 * 4</p>');
});

test('D2 Markdown keeps its structure', () => {
  const text = [
    '# Title',
    '',
    '## Part *one*',
    'A **bold _and leaning_** word, `x**y`, ~~gone~~, [link](https://example.org/a_b "t") and <https://a.example>.',
    'Same paragraph.  ',
    'New line.',
    '',
    '> Quoted',
    '> twice',
    '',
    '- one',
    '- two',
    '  1. deep',
    '  2. deeper',
    '- three',
    '',
    '3. third',
    '4. fourth',
    '---',
    '```js',
    'if (a < b) {',
    '',
    '  # no heading',
    '```',
    'Last \\*plain\\* snake_case_word.',
  ].join('\n');
  expect(html(text)).toBe(
    [
      '<h2>Title</h2>',
      '<h3>Part <em>one</em></h3>',
      '<p>A <strong>bold </strong><strong><em>and leaning</em></strong> word, <code>x**y</code>, <s>gone</s>, <a href="https://example.org/a_b" rel="external noopener">link</a> and <a href="https://a.example/" rel="external noopener">https://a.example</a>. Same paragraph.<br>New line.</p>',
      '<blockquote><p>Quoted twice</p></blockquote>',
      '<ul><li>one</li><li>two<ol><li>deep</li><li>deeper</li></ol></li><li>three</li></ul>',
      '<ol start="3"><li>third</li><li>fourth</li></ol>',
      '<hr>',
      '<pre tabindex="0"><code>if (a &lt; b) {\n\n  # no heading</code></pre>',
      '<p>Last *plain* snake_case_word.</p>',
    ].join('\n'),
  );
});

test('D2 whatever is pasted, no letter of it is lost and it takes no second', () => {
  const hostile = [
    '## \n**\n- \n- \n\n> ',
    '- a\n    - b\n  - c\n      - d\n1) e\n\n   f\n- ',
    '[x](javascript:alert(1)) **',
    '```\nnever closed',
    '#'.repeat(50_000),
    '- a\n'.repeat(5_000),
    `- x\n${'*'.repeat(20_000)}`,
    `# a\n${'['.repeat(20_000)}`,
    `# a\n${'_a'.repeat(10_000)}`,
    `> ${'> '.repeat(300)}deep`,
  ];
  for (const text of hostile) {
    const begun = performance.now();
    const nodes = nodesOfText(text);
    expect(performance.now() - begun, text.slice(0, 20)).toBeLessThan(1000);
    const wanted = text.replace(/[^a-z]/g, '').length;
    expect(letters(nodes).replace(/[^a-z]/g, '').length, text.slice(0, 20)).toBe(wanted);
    expect(() =>
      schema
        .nodeFromJSON({ type: 'doc', content: nodes.length > 0 ? nodes : [{ type: 'paragraph' }] })
        .check(),
    ).not.toThrow();
  }
});

test('D2 Markdown tables and footnotes become ours', () => {
  const text = [
    'Levels rose[^1], twice[^long].',
    '',
    '| Gauge | Level |',
    '|:------|------:|',
    '| *North* | 1\\|2 |',
    '| South | 3 | too many |',
    'no | frame',
    '',
    '[^1]: The **North** gauge.',
    '[^long]: Of two',
    '    lines.',
    '[^none]: Nobody asks.',
    '',
    '`x[^1]`',
  ].join('\n');
  const nodes = nodesOfText(text);
  expect(nodes.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph', 'paragraph']);
  const shown = html(text);
  expect(shown).toContain('<p>Levels rose<sup class="note">');
  expect(shown).toContain('<li id="fn-1">The <strong>North</strong> gauge.');
  expect(shown).toContain('<li id="fn-2">Of two lines.');
  expect(shown).toContain('<th scope="col">Gauge</th><th scope="col">Level</th>');
  expect(shown).toContain('<td><em>North</em></td><td>1|2</td>');
  expect(shown).toContain('<td>South</td><td>3 too many</td>');
  expect(shown).toContain('<p>[^none]: Nobody asks.</p>');
  expect(shown).toContain('<code>x[^1]</code>');
  expect(html('a | b\nc | d')).toBe('<p>a | b</p>\n<p>c | d</p>');
});

test('D2 lines that a machine broke are joined, and verse, lists and addresses are not', () => {
  const first = [
    'The wall at the northern quay held for an hour longer than anybody in the',
    'town had thought it would, and when the water came at last it came slowly,',
    'so that the pumps could be brought up from the southern harbour.',
  ];
  const second = [
    'By dawn the quay was dry. The mayor thanked the crews, who had worked for',
    'eleven hours, and asked for the minutes of the last inspection.',
    'Signed,',
    'the mayor',
  ];
  const wrapped = [...first, '', ...second].join('\n');
  expect(html(wrapped)).toBe(
    `<p>${first.join(' ')}</p>\n<p>${second[0]} ${second[1]}<br>Signed,<br>the mayor</p>`,
  );
  expect(html(wrapped.replace('\n\n', '\n'))).toContain(
    '<p>By dawn the quay was dry. The mayor thanked the crews, who had worked for eleven hours,',
  );
  const verse = 'The sea came in\nwith all its grey\nand went again\n\nand took the kin\nof those who stay';
  expect(html(verse)).toBe(
    '<p>The sea came in<br>with all its grey<br>and went again</p>\n<p>and took the kin<br>of those who stay</p>',
  );
  const address = 'Harbour Office of the Northern District\n12 Quay Street\nPort Alder\n\nCall before noon.';
  expect(html(address)).toContain('District<br>12 Quay Street<br>Port Alder');
});
