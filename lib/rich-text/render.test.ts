import { describe, expect, test } from 'vitest';
import { readingMinutes } from '@/lib/reading-time';
import type { RichNode, RichText } from './document';
import { parseRichText } from './parse';
import { renderHtml } from './render';
import { countWords, excerpt, pictureIds, plainText } from './text';

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
      '<pre><code>&lt;b&gt;</code></pre>',
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
    expect(
      renderHtml(doc({ type: 'figure', attrs: picture }), { origin: 'https://paper.example' }),
    ).toContain(
      'srcset="https://paper.example/media/abcdef012345/320.avif 320w, https://paper.example/media',
    );
  });

  test('D3 what a newer version made shows its words only', () => {
    expect(renderHtml(doc({ type: 'table', content: [{ type: 'cell', content: [text('<i>1')] }] }))).toBe(
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
      /^<\/?(p|h[2-4]|ul|ol|li|blockquote|pre|code|hr|br|strong|em|u|s|a|figure|picture|source|img|figcaption|span)(?: (?:id|href|rel|start|class|type|srcset|sizes|src|width|height|alt|loading|decoding)="[^"<>]*")*>$/;
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
    { type: 'table', content: [text('unknown')] },
  );

  test('R3 are counted without captions, credits and descriptions, in any script', () => {
    expect(countWords(article, 'en')).toBe(11);
    expect(countWords(doc(paragraph(text('我们在北京开会。'))), 'zh')).toBeGreaterThan(3);
    expect(countWords(doc(paragraph(text('two words'))), 'not a language')).toBe(2);
    expect(plainText(article)).toBe('Don’t count me twice: U.S.-ROK, 3.5 per cent.\n\nlist words');
    expect(pictureIds(article)).toEqual([1]);
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
