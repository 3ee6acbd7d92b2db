import { describe, expect, test } from 'vitest';
import { readingMinutes } from '@/lib/reading-time';
import type { RichNode, RichText } from './document';
import { parseRichText } from './parse';
import { renderHtml } from './render';
import { allLines, countWords, excerpt, mediaIds, plainText } from './text';

const text = (words: string, ...marks: RichNode['marks'] & object): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const heading = (words: string, level = 2): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const doc = (...content: RichNode[]): RichText => ({ type: 'doc', content });
const picture = {
  mediaId: 1,
  hash: 'abcdef012345',
  width: 1300,
  height: 800,
  alt: 'A ship',
  caption: 'At sea',
  credit: 'The Navy',
};

describe('renderHtml', () => {
  test('R2 every element has its tag, headings their anchors', () => {
    const html = renderHtml(
      doc(
        heading('Deterrence commitment'),
        heading('Deterrence commitment', 3),
        paragraph(
          text('a '),
          text('b', { type: 'bold' }, { type: 'italic' }),
          { type: 'hardBreak' },
          text('c', { type: 'code' }),
        ),
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                paragraph(text('one')),
                {
                  type: 'orderedList',
                  attrs: { start: 2 },
                  content: [{ type: 'listItem', content: [paragraph(text('two'))] }],
                },
              ],
            },
          ],
        },
        { type: 'blockquote', content: [paragraph(text('q'))] },
        { type: 'codeBlock', content: [text('<b>')] },
        { type: 'codeBlock', attrs: { language: 'ts' }, content: [text('x')] },
        { type: 'callout', content: [paragraph(text('to know'))] },
        { type: 'pullQuote', attrs: { source: 'Who & when' }, content: [text('said')] },
        { type: 'horizontalRule' },
        paragraph(),
      ),
    );
    expect(html.split('\n').filter(Boolean)).toEqual([
      '<h2 id="h-deterrence-commitment">Deterrence commitment</h2>',
      '<h3 id="h-deterrence-commitment-2">Deterrence commitment</h3>',
      '<p>a <strong><em>b</em></strong><br><code>c</code></p>',
      '<ul><li>one<ol start="2"><li>two</li></ol></li></ul>',
      '<blockquote><p>q</p></blockquote>',
      '<pre tabindex="0"><code>&lt;b&gt;</code></pre>',
      '<pre data-language="ts" tabindex="0"><code>x</code></pre>',
      '<div class="callout" role="note"><p>to know</p></div>',
      '<figure class="pull-quote"><blockquote><p>said</p></blockquote><figcaption>Who &amp; when</figcaption></figure>',
      '<hr>',
    ]);
  });

  test('R4 R15 a picture has its sizes, formats, caption and credit apart', () => {
    const html = renderHtml(doc({ type: 'figure', attrs: picture }));
    expect(html).toContain(
      '<source type="image/avif" srcset="/media/abcdef012345/320.avif 320w, /media/abcdef012345/480.avif 480w',
    );
    expect(html).toContain('<source type="image/webp"');
    expect(html).not.toContain('1920');
    expect(html).toMatch(
      /<img src="\/media\/abcdef012345\/960\.jpeg" .* width="1300" height="800" alt="A ship" loading="lazy"/,
    );
    expect(html).toContain(
      '<figcaption><span class="caption">At sea</span> <span class="credit">The Navy</span></figcaption>',
    );
    const creditOnly = renderHtml(doc({ type: 'figure', attrs: { ...picture, caption: '' } }));
    expect(creditOnly).toContain('<figcaption><span class="credit">The Navy</span></figcaption>');
    expect(renderHtml(doc({ type: 'figure', attrs: { ...picture, hash: '' } }))).toBe('');
  });

  test('R2 a link out of the site says so, one within does not; a feed gets whole addresses', () => {
    const linked = (href: string) => doc(paragraph(text('x', { type: 'link', attrs: { href } })));
    expect(renderHtml(linked('https://example.com/?a=1&b=2'))).toBe(
      '<p><a href="https://example.com/?a=1&amp;b=2" rel="external noopener">x</a></p>',
    );
    expect(renderHtml(linked('/news/a'))).toBe('<p><a href="/news/a">x</a></p>');
    expect(renderHtml(linked('//evil.example/'))).toContain('rel="external noopener"');
    expect(renderHtml(linked('/news/a'), { origin: 'https://paper.example' })).toContain(
      'href="https://paper.example/news/a"',
    );
  });

  test('R9 in a feed the text stands by itself: plain pictures, whole addresses, nothing to refer to', () => {
    const origin = 'https://paper.example';
    const body = doc(
      { type: 'heading', attrs: { level: 2 }, content: [text('Part one')] },
      paragraph(text('back', { type: 'link', attrs: { href: '#h-part-one' } })),
      { type: 'figure', attrs: picture },
    );
    expect(renderHtml(body, { origin, pageUrl: `${origin}/news/a` })).toBe(
      [
        '<h2>Part one</h2>',
        '<p><a href="https://paper.example/news/a#h-part-one">back</a></p>',
        '<figure><img src="https://paper.example/media/abcdef012345/1280.jpeg" width="1280" height="788" alt="A ship"><figcaption><span class="caption">At sea</span> <span class="credit">The Navy</span></figcaption></figure>',
      ].join('\n'),
    );
    expect(renderHtml(body, { origin })).toContain('<p>back</p>');
    expect(renderHtml(body)).toContain('<a href="#h-part-one">back</a>');
  });

  test('R2 a table has a head, headings of rows, numbers under each other, and scrolls under its name', () => {
    const cell = (type: string, words: string, attrs = {}): RichNode => ({
      type,
      attrs,
      content: [paragraph(text(words))],
    });
    const row = (...content: RichNode[]): RichNode => ({ type: 'tableRow', content });
    const table = (caption: string): RichNode => ({
      type: 'table',
      attrs: { caption },
      content: [
        row(cell('tableHeader', 'Team'), cell('tableHeader', '')),
        row(cell('tableHeader', 'Ajax'), cell('tableCell', '−1,234.5 %', { rowspan: 2 })),
        row(cell('tableHeader', 'PSV')),
      ],
    });
    expect(renderHtml(doc(table('Points <won>')))).toBe(
      '<figure class="table"><div class="scroll" role="region" aria-label="Points &lt;won&gt;" tabindex="0"><table>' +
        '<thead><tr><th scope="col">Team</th><td></td></tr></thead>' +
        '<tbody><tr><th scope="row">Ajax</th><td class="number" rowspan="2">−1,234.5 %</td></tr>' +
        '<tr><th scope="row">PSV</th></tr></tbody></table></div>' +
        '<figcaption><span class="caption">Points &lt;won&gt;</span></figcaption></figure>',
    );
    expect(renderHtml(doc(table('')))).toContain('aria-label="Team"');
    const away = renderHtml(doc(table('P')), { origin: 'https://paper.example' });
    expect(away).toMatch(/^<figure><table>.*<\/table><figcaption>/);
  });

  test('R2 footnotes are numbered by their order and lead there and back; away from the page they are bare numbers', () => {
    const note = (words: string): RichNode => ({ type: 'footnote', content: [text(words)] });
    const noted = doc(
      heading('Title'),
      paragraph(text('One'), note('First'), { type: 'footnote' }, text(' two'), note('Second')),
    );
    expect(renderHtml(noted).split('\n').slice(1)).toEqual([
      '<p>One<sup class="note"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> two<sup class="note"><a href="#fn-2" id="fnref-2" role="doc-noteref">2</a></sup></p>',
      '<section class="notes" role="doc-endnotes"><ol><li id="fn-1">First <a href="#fnref-1" role="doc-backlink" aria-label="↩ 1">↩\ufe0e</a></li><li id="fn-2">Second <a href="#fnref-2" role="doc-backlink" aria-label="↩ 2">↩\ufe0e</a></li></ol></section>',
    ]);
    expect(renderHtml(noted, { origin: 'https://paper.example' }).split('\n').slice(1)).toEqual([
      '<p>One<sup>[1]</sup> two<sup>[2]</sup></p>',
      '<hr>',
      '<ol><li>First</li><li>Second</li></ol>',
    ]);
    expect(renderHtml(doc(heading('Noted'), { ...heading('H'), content: [text('H'), note('n')] }))).toContain(
      '<h2 id="h-h">H<sup',
    );
  });

  test('R15 a gallery is a grid of figures, and plain figures away from the page', () => {
    const gallery = doc({
      type: 'gallery',
      content: [1, 2].map((n) => ({ type: 'figure', attrs: { ...picture, alt: `Ship ${n}` } })),
    });
    const html = renderHtml(gallery);
    expect(html).toMatch(/^<div class="gallery"><figure>.*alt="Ship 1".*<figure>.*alt="Ship 2".*<\/div>$/);
    expect(html.match(/sizes="\(min-width: 46rem\) 22rem, 50vw"/g)).toHaveLength(6);
    expect(renderHtml(gallery, { origin: 'https://paper.example' })).toMatch(/^<figure>.*\n<figure>[^\n]*$/);
  });

  test('R19 an embed is a place for a frame and a link; nothing of another site is loaded; the unknown is a link', () => {
    const embed = (url: string, caption = '') => doc({ type: 'embed', attrs: { url, caption } });
    const video = embed('https://youtu.be/dQw4w9WgXcQ', 'The <song>');
    expect(renderHtml(video)).toBe(
      '<figure class="embed video"><div class="embed-box" data-embed="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ" data-name="YouTube">YouTube</div>' +
        '<figcaption><span class="caption">The &lt;song&gt;</span> <a href="https://youtu.be/dQw4w9WgXcQ" rel="external noopener">YouTube: youtu.be/dQw4w9WgXcQ</a></figcaption></figure>',
    );
    expect(renderHtml(video, { origin: 'https://paper.example' })).toBe(
      '<p>The &lt;song&gt; <a href="https://youtu.be/dQw4w9WgXcQ" rel="external noopener">YouTube: youtu.be/dQw4w9WgXcQ</a></p>',
    );
    expect(renderHtml(embed('https://www.example.com/a?b=1&c=2'))).toBe(
      '<p><a href="https://www.example.com/a?b=1&amp;c=2" rel="external noopener">example.com/a?b=1&amp;c=2</a></p>',
    );
    expect(renderHtml(embed('javascript:alert(1)', 'Words'))).toBe('<p>Words</p>');
    expect(renderHtml(embed(''))).toBe('');
  });

  test('D3 a damaged part comes out plain and harms no other', () => {
    const wrongs: unknown[] = [null, 7, 'x', [], {}, [null], [[1]], { length: 3 }];
    const types = [
      'paragraph',
      'heading',
      'orderedList',
      'listItem',
      'codeBlock',
      'figure',
      'gallery',
      'pullQuote',
    ];
    types.push(
      'callout',
      'embed',
      'table',
      'tableRow',
      'tableCell',
      'footnote',
      'text',
      'blockquote',
      'strange',
    );
    const names = [
      'level',
      'start',
      'language',
      'hash',
      'width',
      'height',
      'alt',
      'caption',
      'credit',
      'url',
    ];
    names.push('source', 'colspan', 'rowspan');
    for (const type of types)
      for (const wrong of wrongs) {
        const attrs = Object.fromEntries(names.map((name) => [name, wrong]));
        for (const part of [
          { type, attrs: wrong },
          { type, content: wrong },
          { type, attrs, marks: wrong, text: wrong },
        ]) {
          const damaged = {
            type: 'tableRow',
            content: [part, { type: 'tableCell', attrs, content: [part] }],
          };
          const document = {
            type: 'doc',
            content: [part, { type: 'table', content: [damaged] }, paragraph(text('whole'))],
          };
          expect(renderHtml(document as RichText)).toContain('<p>whole</p>');
          expect(plainText(document as RichText)).toContain('whole');
          expect(renderHtml(parseRichText(document))).toContain('<p>whole</p>');
        }
      }
  });

  test('D3 what a newer version made shows its words only', () => {
    expect(renderHtml(doc({ type: 'chart', content: [{ type: 'cell', content: [text('<i>1')] }] }))).toBe(
      '&lt;i&gt;1',
    );
    expect(renderHtml(doc(paragraph(text('x', { type: 'sparkle' }))))).toBe('<p>x</p>');
  });

  test('D3 no stored document can put a script, a handler or a foreign tag into the page', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      "' onmouseover='x",
      '</p></article><script>',
      '<!--',
      ']]>',
      '<svg/onload=x>',
      'javascript:alert(1)',
      'java\nscript:alert(1)',
      '\u2028</script>',
      '&#x3C;script&#x3E;',
      '{{constructor}}',
    ];
    const allowed =
      /^<\/?(p|h[2-4]|ul|ol|li|blockquote|pre|code|hr|br|strong|em|u|s|a|figure|picture|source|img|figcaption|span|div|section|sup|table|thead|tbody|tr|th|td)(?: (?:id|href|rel|start|class|type|srcset|sizes|src|width|height|alt|loading|decoding|role|tabindex|scope|aria-label|data-(?:language|embed|name))="[^"<>]*")*>$/;
    for (const attack of attacks) {
      const raw = doc(
        heading(attack),
        paragraph(text(attack, { type: 'link', attrs: { href: attack, onclick: attack } }, { type: attack })),
        {
          type: 'orderedList',
          attrs: { start: attack },
          content: [{ type: 'listItem', content: [paragraph(text(attack))] }],
        },
        { type: 'codeBlock', attrs: { language: attack }, content: [text(attack)] },
        { type: 'figure', attrs: { ...picture, alt: attack, caption: attack, credit: attack } },
        { type: 'figure', attrs: { ...picture, hash: attack, width: attack } },
        { type: 'embed', attrs: { url: attack, caption: attack } },
        { type: 'embed', attrs: { url: `https://example.com/${attack}`, caption: attack } },
        { type: 'embed', attrs: { url: `https://vimeo.com/76979871?${attack}`, caption: attack } },
        { type: 'pullQuote', attrs: { source: attack }, content: [text(attack)] },
        paragraph({ type: 'footnote', content: [text(attack, { type: 'link', attrs: { href: attack } })] }),
        {
          type: 'table',
          attrs: { caption: attack },
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', attrs: { colspan: attack }, content: [paragraph(text(attack))] },
              ],
            },
          ],
        },
        { type: attack, attrs: { [attack]: attack }, text: attack },
      );
      for (const document of [raw, parseRichText(raw)]) {
        const html = renderHtml(document);
        for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(allowed);
        expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
        expect(html).not.toMatch(/href="\s*(?:java|data|vb)/i);
      }
    }
  });
});

describe('words', () => {
  const article = doc(
    paragraph(text('Don’t count me twice: U.S.-ROK, 3.5 per cent.')),
    { type: 'figure', attrs: picture },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('list words'))] }] },
    { type: 'chart', content: [text('unknown')] },
  );

  test('R3 tables, boxes and code are read; pull quotes, captions and footnotes are not; a search finds the notes', () => {
    const cell = { type: 'tableCell', content: [paragraph(text('two cells'))] };
    const whole = doc(
      { type: 'table', attrs: { caption: 'not me' }, content: [{ type: 'tableRow', content: [cell, cell] }] },
      { type: 'callout', content: [paragraph(text('boxed'))] },
      { type: 'codeBlock', content: [text('code')] },
      { type: 'pullQuote', attrs: { source: 'not me' }, content: [text('said twice')] },
      { type: 'embed', attrs: { url: 'https://e.example/', caption: 'not me' } },
      { type: 'gallery', content: [{ type: 'figure', attrs: picture }] },
      paragraph(text('noted'), { type: 'footnote', content: [text('below the line')] }),
    );
    expect(countWords(whole, 'en')).toBe(7);
    expect(plainText(whole)).toBe('two cells\n\ntwo cells\n\nboxed\n\ncode\n\nnoted\n\nbelow the line');
    expect(allLines(whole)).toContain('said twice');
    expect(mediaIds(whole)).toEqual([1]);
    expect(excerpt(whole)).toBe('noted');
  });

  test('R3 are counted without captions, credits and descriptions, in any script', () => {
    expect(countWords(article, 'en')).toBe(11);
    expect(countWords(doc(paragraph(text('我们在北京开会。'))), 'zh')).toBeGreaterThan(3);
    expect(countWords(doc(paragraph(text('two words'))), 'not a language')).toBe(2);
    expect(plainText(article)).toBe('Don’t count me twice: U.S.-ROK, 3.5 per cent.\n\nlist words');
    expect(mediaIds(article)).toEqual([1]);
  });

  test('R3 a minute is 238 words, rounded up, at least one', () => {
    expect([0, 1, 238, 239, 836, 952, 953].map(readingMinutes)).toEqual([1, 1, 1, 2, 4, 4, 5]);
  });

  test('R2 an excerpt is the first paragraph, cut between words', () => {
    expect(
      excerpt(
        doc(
          heading('No'),
          { type: 'figure', attrs: picture },
          paragraph(),
          paragraph(text('The first  one.')),
        ),
      ),
    ).toBe('The first one.');
    expect(excerpt(doc(paragraph(text('One two three, four'))), 15)).toBe('One two three…');
    expect(excerpt(doc(paragraph(text('x'.repeat(50)))), 10)).toBe(`${'x'.repeat(10)}…`);
  });
});
