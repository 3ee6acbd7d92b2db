// @vitest-environment happy-dom
import { generateJSON } from '@tiptap/core';
import { expect, test } from 'vitest';
import { richTextExtensions } from '@/lib/rich-text/extensions';
import { parseRichText } from '@/lib/rich-text/parse';
import { renderHtml } from '@/lib/rich-text/render';
import { cleanPastedHtml } from './pasted-html';
import { fileOf, keyOfMarker, markerOf } from './pasted-pictures';
import { picturesInRtf } from './pasted-rtf';

/** As readers would get it while the pictures are on their way, with `[source|alt|caption]` for each marker. */
function pasted(html: string): string {
  const { html: clean, pictures } = cleanPastedHtml(html);
  let shown = renderHtml(parseRichText(generateJSON(clean, richTextExtensions())));
  for (const { key, source, alt, caption } of pictures) {
    const marker = new RegExp(`<a href="${markerOf(key)}" rel="external noopener">([^<]*)</a>`);
    shown = shown.replace(marker, `[${source}|${alt}|${caption}] $1`);
  }
  return shown.replace(/ id="h-[^"]*"/g, '');
}
const a = 'https://example.org/a.jpg';

test('D2 a pasted picture stands on a line of its own where it stood in the text', () => {
  expect(pasted(`<p>One <b>two <img src="${a}" alt="A dog"> three</b> four</p>`)).toBe(
    [
      '<p>One <strong>two</strong></p>',
      `<p>[${a}|A dog|] A dog</p>`,
      '<p><strong>three</strong> four</p>',
    ].join('\n'),
  );
  expect(pasted(`<h2>Head</h2><p><span><span><img src="${a}"></span></span></p><p>After</p>`)).toBe(
    `<h2>Head</h2>\n<p>[${a}||] Picture</p>\n<p>After</p>`,
  );
  expect(pasted(`<div>x<a href="https://example.org/"><img src="//example.org/b.png"></a>y</div>`)).toBe(
    '<p>x</p>\n<p>[https://example.org/b.png||] Picture</p>\n<p>y</p>',
  );
  expect(pasted(`<ul><li>one</li><li>two <img src="${a}"></li></ul>`)).toBe(
    `<ul><li>one</li><li>two<p>[${a}||] Picture</p></li></ul>`,
  );
  expect(pasted(`<table><tr><td>1</td><td><img src="${a}"></td></tr></table>`)).toContain(
    `<td>[${a}||] Picture</td>`,
  );
});

test('D2 a caption goes with its picture, and several pictures keep their order', () => {
  expect(
    pasted(
      `<figure><img src="${a}" alt="Dog"><figcaption>A dog  on the <em>quay</em></figcaption></figure><p>x</p><img src="https://example.org/b.jpg"><img src="data:image/png;base64,iVBORw0KGgo=">`,
    ),
  ).toBe(
    [
      `<p>[${a}|Dog|A dog on the quay] A dog on the quay</p>`,
      '<p>x</p>',
      '<p>[https://example.org/b.jpg||] Picture</p>',
      '<p>[data:image/png;base64,iVBORw0KGgo=||] Picture</p>',
    ].join('\n'),
  );
  expect(pasted(`<figure><img src="${a}"><img src="${a}"><figcaption>Both</figcaption></figure>`)).toBe(
    `<p>[${a}||] Picture</p>\n<p>[${a}||Both] Both</p>`,
  );
});

test('D2 what only looks like a picture becomes its words or nothing', () => {
  expect(
    pasted(
      '<p>See <img src="file:///c:/x.png" alt="B"><img src="x"><img src="blob:https://x/1"> <img src="https://x.example/e.png" alt="👩🏽‍🚀🇩🇪"> <img width=1 height="1" src="https://track.example/p.gif"><img src="data:image/svg+xml;base64,AAAA" alt="drawing"> <img src="javascript:alert(1)">end</p>',
    ),
  ).toBe('<p>See B 👩🏽‍🚀🇩🇪 drawing end</p>');
});

test('D2 a picture within the clipboard becomes a file of its kind', () => {
  const picture = (source: string) => ({ key: '7', source, alt: '', caption: '' });
  const file = fileOf(picture('data:image/png;base64,iVBORw0KGgo='));
  expect([file?.name, file?.size, file?.type]).toEqual(['pasted-7.png', 8, 'image/png']);
  expect(fileOf(picture('data:image/png;base64,???'))).toBeNull();
  expect(fileOf(picture('data:text/html;base64,AAAA'))).toBeNull();
  expect(keyOfMarker(markerOf('12'))).toBe('12');
  expect(keyOfMarker('https://example.org/')).toBeNull();
});

test('D2 pictures that Word laid beside the text as RTF stand where its HTML names files of the disk', () => {
  const png = '89504e470d0a1a0a';
  const pict = (words: string, hex: string) =>
    `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn a}{\\sv ff}}}\\picscalex100\\picw26 ${words}\\bliptag-5{\\*\\blipuid ab12}\n${hex}}}{\\nonshppict{\\pict\\wmetafile8 0100}}`;
  const rtf = `{\\rtf1\\ansi {\\pictureless x}Text ${pict('\\pngblip', `${png.slice(0, 9)}\n${png.slice(9)}`)} and ${pict('\\jpegblip', 'ffd8ff')}}`;
  const files = picturesInRtf(rtf);
  expect(files.map(({ name, size, type }) => [name, size, type])).toEqual([
    ['pasted-1.png', 8, 'image/png'],
    ['pasted-2.jpeg', 3, 'image/jpeg'],
  ]);
  const html =
    '<p>Text <img src="file:///C:/Temp/clip_image001.png" width=300 height=200> and <img src="FILE:///C:/b.jpg" alt="B"></p>';
  const both = cleanPastedHtml(html, () => files);
  expect(both.pictures.map((picture) => fileOf(picture)?.name)).toEqual(['pasted-1.png', 'pasted-2.jpeg']);
  expect(both.unread).toBe(0);
  // Which is which cannot be told: better none than the wrong one.
  const one = cleanPastedHtml(html, () => files.slice(1));
  expect([one.pictures, one.unread]).toEqual([[], 2]);
  for (const broken of [
    '',
    '{\\pict',
    '{\\pict\\pngblip 8',
    '{\\pict\\pngblip 898',
    `${'{\\pict'.repeat(200_000)}`,
    '}}}{\\pict}',
  ])
    expect(picturesInRtf(broken)).toEqual([]);
});
