import { expect, test } from 'vitest';
import { embedOf, frameOrigins } from './embeds';

test.each([
  [
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ],
  [
    'https://youtu.be/dQw4w9WgXcQ?t=1m5s',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=65',
  ],
  [
    'https://m.youtube.com/shorts/dQw4w9WgXcQ',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ],
  ['https://vimeo.com/76979871', 'Vimeo', 'https://player.vimeo.com/video/76979871?dnt=1'],
  [
    'https://vimeo.com/76979871/8272103f6e',
    'Vimeo',
    'https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e',
  ],
  [
    'https://x.com/paper/status/1234567890123456789?s=20',
    'X',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890123456789',
  ],
  [
    'https://twitter.com/paper/status/1234567890',
    'X',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1234567890',
  ],
  [
    'https://bsky.app/profile/paper.example/post/3kabcdefgh2x',
    'Bluesky',
    'https://embed.bsky.app/embed/paper.example/app.bsky.feed.post/3kabcdefgh2x',
  ],
  [
    'https://mastodon.social/@paper/112233445566778899',
    'Mastodon',
    'https://mastodon.social/@paper/112233445566778899/embed',
  ],
  [
    'https://www.instagram.com/reel/Cabc_DEF-12/?igsh=x',
    'Instagram',
    'https://www.instagram.com/reel/Cabc_DEF-12/embed/captioned/',
  ],
  [
    'https://soundcloud.com/paper/the-news?si=1',
    'SoundCloud',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fpaper%2Fthe-news',
  ],
  ['https://datawrapper.dwcdn.net/aB3dE/2/', 'Datawrapper', 'https://datawrapper.dwcdn.net/aB3dE/2/'],
  ['https://www.datawrapper.de/_/aB3dE/', 'Datawrapper', 'https://datawrapper.dwcdn.net/aB3dE/'],
])('R19 %s is of %s', (address, name, frame) => {
  expect(embedOf(address)).toMatchObject({ name, frame });
});

test.each([
  'https://example.com/',
  'https://www.youtube.com/@paper',
  'https://www.youtube.com/watch?v="><script>',
  'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ',
  'https://evil.example/?https://youtu.be/dQw4w9WgXcQ',
  'https://user@youtu.be/dQw4w9WgXcQ',
  'https://youtu.be:8443/dQw4w9WgXcQ',
  'javascript:alert(1)//youtu.be/dQw4w9WgXcQ',
  'https://localhost/@paper/112233445566778899',
  'https://127.0.0.1/@paper/112233445566778899',
  'https://vimeo.com/about',
  'https://x.com/paper',
  'https://soundcloud.com/paper',
  'not an address',
  '',
  7,
  null,
  { toString: 'https://youtu.be/dQw4w9WgXcQ' },
])('R19 %j is nothing to embed', (address) => {
  expect(embedOf(address)).toBeNull();
});

test('R19 A5 a page allows the frames of its own embeds and no others', () => {
  const html =
    '<div data-embed="https://player.vimeo.com/video/1?dnt=1"></div><div data-embed="https://player.vimeo.com/video/2"></div>' +
    '<p>data-embed="https://evil.example/"</p><p> data-embed=&quot;https://evil.example/&quot;</p>' +
    '<div data-embed="https://x; script-src *//"></div>';
  expect(frameOrigins(html.replace('<p>data', '<p>-data'))).toEqual(['https://player.vimeo.com']);
});
