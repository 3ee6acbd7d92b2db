// @vitest-environment happy-dom
import { generateJSON } from '@tiptap/core';
import { expect, test } from 'vitest';
import type { RichNode } from '@/lib/rich-text/document';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { parseRichText } from '@/lib/rich-text/parse';
import { renderHtml } from '@/lib/rich-text/render';
import { cleanPastedHtml } from './pasted-html';

const bodyOf = (html: string) =>
  parseRichText(generateJSON(cleanPastedHtml(html).html, richTextExtensions()));
/** As readers would get it: cleaned, read by the editor's schema, through the server's door. */
const pasted = (html: string): string => renderHtml(bodyOf(html)).replace(/ id="h-[^"]*"/g, '');

/** The text with each footnote's words in brackets where its number stands. */
const noted = (html: string): string => linesOf(bodyOf(html)).join(' / ');
const linesOf = (node: RichNode): string[] =>
  node.type === 'paragraph' ? [wordsOf(node)] : (node.content ?? []).flatMap(linesOf);
const wordsOf = (node: RichNode): string =>
  node.type === 'footnote'
    ? `{${(node.content ?? []).map(wordsOf).join('').trim()}}`
    : (node.text ?? (node.content ?? []).map(wordsOf).join(''));

test('D2 footnotes and endnotes of Word stand where their numbers stood', () => {
  const mark = (kind: 'ftn' | 'edn', n: number, shown: string, back: boolean) =>
    `<a style='mso-${kind === 'ftn' ? 'foot' : 'end'}note-id:${kind}${n}' href="#_${kind}${back ? 'ref' : ''}${n}" name="_${kind}${back ? '' : 'ref'}${n}" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span style='font-size:11.0pt'>${shown}</span><![endif]></span></span></a>`;
  const word = [
    `<p class=MsoNormal>The wall${mark('ftn', 1, '[1]', false)} held${mark('edn', 1, '[i]', false)} for${mark('ftn', 2, '[2]', false)} an hour.<o:p></o:p></p>`,
    `<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>`,
    `<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>${mark('ftn', 1, '[1]', true)} Built in <b>1953</b>, see <a href="https://example.org/#part">the report</a>.</p><p class=MsoFootnoteText>Twice raised.</p></div>`,
    `<div style='mso-element:footnote' id=ftn2><p class=MsoFootnoteText>${mark('ftn', 2, '[2]', true)} By the clock.</p></div></div>`,
    `<div style='mso-element:endnote-list'><hr><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText>${mark('edn', 1, '[i]', true)} Interview, May.</p></div></div>`,
  ].join('');
  expect(noted(word)).toBe(
    'The wall{Built in 1953, see the report. Twice raised.} held{Interview, May.} for{By the clock.} an hour.',
  );
  expect(pasted(word)).toContain(
    'Built in <strong>1953</strong>, see <a href="https://example.org/#part" rel="external noopener">the report</a>.',
  );
  expect(pasted(word)).not.toContain('<hr>');
});

test('D2 footnotes of Google Docs, LibreOffice and web pages do, too; comments of Google Docs go', () => {
  expect(
    noted(
      `<b style="font-weight:normal" id="docs-internal-guid-x"><p dir=ltr><span>Sea<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup> level<sup><a href="#ftnt2" id="ftnt_ref2">[2]</a></sup> remarked<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>.</span></p><hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> First</span></p></div><div><p><a href="#ftnt_ref2" id="ftnt2">[2]</a><span> Second</span></p><p><span>of two lines</span></p></div><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this so?</span></p></div></b>`,
    ),
  ).toBe('Sea{First} level{Second of two lines} remarked.');
  expect(
    noted(
      `<p>Libre<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> text</p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Its note</p></div>`,
    ),
  ).toBe('Libre{Its note} text');
  expect(
    noted(
      `<p>Web<sup id="fnref:1"><a href="#fn:1">1</a></sup> and again<sup id="fnref:2"><a href="#fn:2">2</a></sup></p><section class="footnotes"><hr><ol><li id="fn:1"><p>Said so.&nbsp;<a href="#fnref:1">↩</a></p></li><li id="fn:2">Twice <a href="#fnref:2">↩</a></li></ol></section><p>After</p>`,
    ),
  ).toBe('Web{Said so.} and again{Twice} / After');
});

test('D2 a number without its note, and a table of contents, stay as the text that they are', () => {
  expect(
    pasted(
      '<p><a href="#sec" id="toc1">Chapter one of it</a></p><h2 id=sec>Chapter <a href="#toc1">up</a></h2><p>Words <a href="#_ftn9">[9]</a></p><p><a href="#_ftnref8" name="_ftn8">[8]</a> A note alone</p>',
    ),
  ).toBe('<p>Chapter one of it</p>\n<h2>Chapter up</h2>\n<p>Words [9]</p>\n<p>[8] A note alone</p>');
});

test('D2 tracked changes come as they would be accepted, and remarks in the margin stay behind', () => {
  expect(
    pasted(
      `<p class=MsoNormal>One <del cite="mailto:Ed" datetime="2026-01-01T10:00">two</del><ins cite="mailto:Ed" datetime="2026-01-01T10:00">three <b>bold</b></ins> four<span class=msoDel><del> five</del></span><span class=MsoCommentReference><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[EB1]</a><span style='mso-special-character:comment'>&nbsp;</span></span>.</p><p class=MsoNormal><del cite="x" datetime="y">A whole line</del></p><p class=MsoNormal><a style='mso-comment-reference:EB_1;mso-comment-date:20260101T1000'>Remarked</a> words</p><div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText>A remark</p></div></div></div>`,
    ),
  ).toBe('<p>One three <strong>bold</strong> four.</p>\n<p>Remarked words</p>');
  // On a web page it is a line through words.
  expect(pasted('<p>Was <del>ten</del> nine</p>')).toBe('<p>Was <s>ten</s> nine</p>');
});

test('D2 headings are known by the outline level of their style, whatever its language', () => {
  expect(
    pasted(
      `<html><head><style><!-- p.berschrift2, li.berschrift2 {mso-style-name:"\\00DCberschrift 2"; mso-outline-level:2; font-size:1pt} --></style></head><body><p class=MsoTitle>Title</p><p class=berschrift2>Second</p><p style='mso-outline-level:3'>Third</p><p class=Heading4>Fourth</p><div role=heading aria-level=2>Read out</div><p class=MsoNormal>Text</p></body></html>`,
    ),
  ).toBe('<h2>Title</h2>\n<h2>Second</h2>\n<h3>Third</h3>\n<h4>Fourth</h4>\n<h2>Read out</h2>\n<p>Text</p>');
});

test('D2 right-to-left text keeps its letters, its order and its marks', () => {
  expect(
    pasted(
      `<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=AR-SA dir=RTL>مرحبا </span><span dir=LTR></span><span lang=EN-US dir=LTR>NATO 2026</span><span dir=RTL></span><span lang=AR-SA> بالعالم&#8207;.</span></p><p dir=rtl>שלום “עולם”</p><ul dir=rtl><li dir=rtl>אחת</li></ul>`,
    ),
  ).toBe('<p>مرحبا NATO 2026 بالعالم\u200f.</p>\n<p>שלום “עולם”</p>\n<ul><li>אחת</li></ul>');
});

test('D2 soft hyphens and padding go; quotation marks, dashes and single hard spaces stay', () => {
  expect(
    pasted(
      `<p>Inter&shy;na&shy;tional&nbsp;&nbsp; &nbsp;aid<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>«&nbsp;Oui&nbsp;!&nbsp;» 10&nbsp;km</p><p>“Smart” ‘quotes’ – and — dashes…</p><p>x<sup>2</sup> H<sub>2</sub>O 1<sup>st</sup> <q>said</q></p><pre>a&nbsp;&nbsp;b</pre>`,
    ),
  ).toBe(
    [
      '<p>International aid «\u00a0Oui\u00a0!\u00a0» 10\u00a0km</p>',
      '<p>“Smart” ‘quotes’ – and — dashes…</p>',
      '<p>x² H₂O 1st “said”</p>',
      '<pre tabindex="0"><code>a\u00a0\u00a0b</code></pre>',
    ].join('\n'),
  );
});

test('D2 tables keep merged cells, heads, captions and what is nested in them', () => {
  expect(
    pasted(
      `<table class=MsoTableGrid border=1><thead><tr style='mso-yfti-irow:0'><td colspan=2 valign=top style='width:3in'><p class=MsoNormal><b>Both<o:p></o:p></b></p></td><td rowspan=2><p>Tall</p></td></tr></thead><tr><td><p>a</p><p>b</p></td><td><ul><li>x</li></ul></td></tr></table>`,
    ),
  ).toContain(
    '<thead><tr><th scope="colgroup" colspan="2"><strong>Both</strong></th><th scope="col" rowspan="2">Tall</th></tr></thead><tbody><tr><td>a<p>b</p></td><td><ul><li>x</li></ul></td></tr></tbody>',
  );
  const captioned = pasted(
    '<table><caption>Won <b>twice</b></caption><tr><td>G</td><td><table><tr><td>in</td><td>ner</td></tr></table></td></tr></table>',
  );
  expect(captioned.match(/Won/g)).toHaveLength(2);
  expect(captioned).toContain('<span class="caption">Won twice</span>');
  expect(captioned).toContain('<td>in</td><td>ner</td>');
  expect(pasted('<table><caption>Of one column</caption><tr><td>x</td></tr></table>')).toBe(
    '<p>Of one columnx</p>',
  );
});

test('D2 lists nest as they were shown, also where a level was skipped or a paragraph stands between', () => {
  const item = (list: string, level: number, mark: string, text: string) =>
    `<p class=MsoListParagraph style='mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
  expect(
    pasted(
      item('l0', 1, '1.', 'one') +
        item('l0', 2, 'a.', 'deep') +
        item('l0', 3, 'i.', 'deeper') +
        item('l0', 2, 'b.', 'deep two') +
        item('l0', 1, '2.', 'two') +
        '<p class=MsoListParagraph>Between</p>' +
        item('l0', 1, '3.', 'three') +
        item('l1', 1, '·', 'dot'),
    ),
  ).toBe(
    [
      '<ol><li>one<ol><li>deep<ol><li>deeper</li></ol></li><li>deep two</li></ol></li><li>two</li></ol>',
      '<p>Between</p>',
      '<ol start="3"><li>three</li></ol>',
      '<ul><li>dot</li></ul>',
    ].join('\n'),
  );
  expect(pasted('<ul><li>a</li><ul><ul><li>skipped</li></ul><li>b</li></ul><li>c</li></ul>')).toBe(
    '<ul><li>a<ul><li>skipped</li><li>b</li></ul></li><li>c</li></ul>',
  );
});

test('D2 whatever is pasted, no letter of it is lost and it takes no second', () => {
  const hostile = [
    '<p><a href="https://www.google.com/url?q=%E0%A4%A&x">broken coding</a> after</p>',
    `<p>${'<a href="#n" id="m">[1]</a><a href="#m" id="n">x</a>'.repeat(300)}</p>`,
    `${'<div>'.repeat(400)}deep${'</div>'.repeat(400)}`,
    '<a href="#"]>empty</a><a href="#&quot;]\\">quoted</a>',
    `<table>${'<tr><td>c</td></tr>'.repeat(500)}</table>`,
    `<p>${'<sup>a</sup><q>b</q>'.repeat(1000)}</p>`,
    `<style>${'.a{'.repeat(50_000)}</style><p class="a">styled</p>`,
    `<p>${'&nbsp; '.repeat(50_000)}end</p>`,
  ];
  for (const html of hostile) {
    const begun = performance.now();
    const text = JSON.stringify(bodyOf(html));
    expect(performance.now() - begun, html.slice(0, 40)).toBeLessThan(5000);
    for (const word of ['broken', 'after', 'deep', 'empty', 'quoted', 'styled', 'end'])
      if (new RegExp(`[>;]${word}|${word}<`).test(html)) expect(text, html.slice(0, 40)).toContain(word);
  }
});
