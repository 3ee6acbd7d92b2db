// @vitest-environment happy-dom
import { generateJSON } from '@tiptap/core';
import { expect, test } from 'vitest';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { parseRichText } from '@/lib/rich-text/parse';
import { renderHtml } from '@/lib/rich-text/render';
import { cleanPastedHtml } from './pasted-html';

/** As readers would get it: cleaned, read by the editor's schema, through the server's door. */
const pasted = (html: string): string =>
  renderHtml(parseRichText(generateJSON(cleanPastedHtml(html).html, richTextExtensions()))).replace(
    / id="h-[^"]*"/g,
    '',
  );

test('D2 a Word document keeps headings, emphasis and nested lists, and loses its styling', () => {
  const item = (level: number, mark: string, text: string, list = 'l0') =>
    `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
  expect(
    pasted(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style><xml><w:x>junk</w:x></xml></head><body lang=EN-US>
<!--StartFragment--><h1>Chapter<o:p></o:p></h1><p class=MsoNormal style='margin:0'><b>Bold</b> and <i style='color:red'>leaning</i>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item(1, '·', 'First')}${item(2, 'o', 'Deep')}${item(2, 'o', 'Deeper')}${item(1, '·', 'Second')}
<p class=MsoNormal>Between</p>${item(1, '3.', 'Third', 'l1')}${item(1, '4.', 'Fourth', 'l1')}<!--EndFragment--></body></html>`),
  ).toBe(
    [
      '<h2>Chapter</h2>',
      '<p><strong>Bold</strong> and <em>leaning</em>.</p>',
      '<ul><li>First<ul><li>Deep</li><li>Deeper</li></ul></li><li>Second</li></ul>',
      '<p>Between</p>',
      '<ol start="3"><li>Third</li><li>Fourth</li></ol>',
    ].join('\n'),
  );
});

test('D2 a Google document is not bold all over, and its links lose the detour', () => {
  expect(
    pasted(
      `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-size:20pt;font-weight:400">One</span></h1><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400;font-style:italic"> leaning</span> <a href="https://www.google.com/url?q=https://example.org/%3Fa%3D1&amp;sa=D"><span style="text-decoration:underline">link</span></a></p><br><h1>Two</h1><ul><li dir="ltr"><p>a</p></li><ul><li><p>b</p></li></ul><li><p>c</p></li></ul></b><br class="Apple-interchange-newline">`,
    ),
  ).toBe(
    [
      '<h2>One</h2>',
      '<p><strong>Bold</strong><em> leaning</em> <a href="https://example.org/?a=1" rel="external noopener">link</a></p>',
      '<h2>Two</h2>',
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    ].join('\n'),
  );
});

test('D2 mail and tables leave every word behind', () => {
  expect(pasted('<div>Dear desk,</div><div><br></div><div>two<br><br>three<br>four</div>')).toBe(
    '<p>Dear desk,</p>\n<p>two</p>\n<p>three<br>four</p>',
  );
  expect(
    pasted(
      '<table><tr><th>Team</th><th><p>Points</p></th></tr><tr><td>Ajax</td><td>3</td></tr></table><table><tr><td><p>Alone</p></td></tr></table>',
    ),
  ).toBe(
    '<figure class="table"><div class="scroll" role="region" aria-label="Team, Points" tabindex="0"><table>' +
      '<thead><tr><th scope="col">Team</th><th scope="col">Points</th></tr></thead>' +
      '<tbody><tr><td>Ajax</td><td class="number">3</td></tr></tbody></table></div></figure>\n<p>Alone</p>',
  );
  expect(
    pasted(
      '<table><caption>Won</caption><tr><td rowspan="2" style="color:red">A<br>b</td><td colspan=2>1</td></tr><tr><td>2</td><td>3</td></tr></table>',
    ),
  ).toContain(
    '<tr><td rowspan="2">A<br>b</td><td class="number" colspan="2">1</td></tr><tr><td class="number">2</td>',
  );
});

test('D2 A5 nothing that is pasted runs', () => {
  const html = `<p onclick="alert(1)">a<script>alert(2)</script><a href="javascript:alert(3)">b</a><object data="x">c</object><svg onload="alert(4)"></svg></p>`;
  expect(pasted(html)).toBe('<p>ab</p>');
});
