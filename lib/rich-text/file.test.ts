import { expect, test } from 'vitest';
import type { RichText } from './document';
import { editorDocument } from './editor-document';
import { parseRichText } from './parse';
import { renderHtml } from './render';
import { mediaIds, plainText } from './text';

const hash = '0123456789abcdef0123456789abcdef';
const facts = { mediaId: 7, hash, width: 0, height: 0, seconds: 0, bytes: 2_345_678 };
const words = { title: 'The "report" <b>', caption: 'As filed.', credit: 'Court' };
const doc = (attrs: Record<string, unknown>): RichText => ({
  type: 'doc',
  content: [{ type: 'file', attrs }],
});

test('D16 a document is a card, sound and film have players, and all of it works without scripts', () => {
  const title = 'The &quot;report&quot; &lt;b&gt;';
  const caption =
    '<figcaption><span class="caption">As filed.</span> <span class="credit">Court</span></figcaption>';
  expect(renderHtml(doc({ ...facts, ...words, extension: 'pdf' }))).toBe(
    `<figure class="file"><a class="file-card" href="/media/${hash}/file.pdf"><span>${title}</span> <small>PDF, 2.3 MB</small></a>${caption}</figure>`,
  );
  const sound = renderHtml(doc({ ...facts, ...words, extension: 'mp3', seconds: 3725 }));
  expect(sound).toContain(
    `<audio controls preload="none" src="/media/${hash}/file.mp3" aria-label="${title}">`,
  );
  expect(sound).toContain('(MP3, 1:02:05, 2.3 MB)');
  const film = renderHtml(doc({ ...facts, ...words, extension: 'mp4', width: 640, height: 360 }));
  expect(film).toContain(`src="/media/${hash}/file.mp4" width="640" height="360" aria-label="${title}"`);
});

test('D16 feeds and mails get a file as a link with its whole address', () => {
  const html = renderHtml(doc({ ...facts, ...words, extension: 'mp4' }), { origin: 'https://paper.example' });
  expect(html).toMatch(/<a href="https:\/\/paper\.example\/media\/\w+\/file\.mp4">/);
  expect(html).not.toMatch(/<video|class="file/);
});

test('D3 D16 whatever is sent for a file comes out as one that is safe, and the same when parsed again', () => {
  const hostile = {
    ...words,
    mediaId: -1,
    hash: '"><script>',
    extension: 'exe',
    bytes: 'many',
    seconds: Number.POSITIVE_INFINITY,
    onclick: 'alert(1)',
    caption: 'A quay (Photo: Li)',
    credit: '',
  };
  const parsed = parseRichText(JSON.parse(JSON.stringify(doc(hostile))));
  expect(parsed.content?.[0]?.attrs).toEqual({
    mediaId: null,
    hash: '',
    extension: '',
    bytes: 0,
    width: 0,
    height: 0,
    seconds: 0,
    title: words.title,
    caption: 'A quay',
    credit: 'Li',
  });
  expect(parseRichText(parsed)).toEqual(parsed);
  expect(renderHtml(parsed)).toBe('');
  const whole = parseRichText(doc({ ...facts, ...words, extension: 'pdf' }));
  expect(editorDocument(whole)).toEqual(whole);
  expect(mediaIds(whole)).toEqual([7]);
  expect(plainText(whole)).toBe('');
});
