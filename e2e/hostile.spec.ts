import type { APIRequestContext } from '@playwright/test';
import { expect, test } from './support/every-page';

/** What nobody should ask, asked of every kind of page: each has its word for it, never a fault. */

/** What nobody should ask, and what hostile or broken programs do. */
const values = [
  '',
  '-1',
  '0',
  '1e9',
  '999999999999999999999',
  'NaN',
  '%00',
  '%E0%A4',
  '%27%20or%201=1--',
  '../../etc/passwd',
  '%F0%9F%8C%AC',
  '<script>',
  'a'.repeat(3_000),
];
const slugs = [
  'none',
  '-1',
  '%00',
  '%2F',
  '%2e%2e',
  '%E0%A4',
  '%F0%9F%8C%AC',
  '%3Cscript%3E',
  "';--",
  'x'.repeat(3_000),
  'x'.repeat(7_000),
  '__proto__',
  'constructor',
  'CON',
  '%C2%A0',
  '%ff',
];

async function expectPlainAnswer(
  request: APIRequestContext,
  target: string,
  statuses: number[],
): Promise<void> {
  const answer = await request.get(target, { maxRedirects: 0 });
  const named = `${target.slice(0, 80)} (${target.length})`;
  expect(statuses, `${named}: ${answer.status()}`).toContain(answer.status());
  const body = await answer.text();
  expect(body, named).not.toMatch(/at .+\.(?:ts|js):\d+|Error:|(?<!<)select .* from|postgres/i);
  // An endpoint for forms has no words for who only looks.
  if (answer.status() >= 400 && answer.status() !== 405)
    expect(body.trim().length, named).toBeGreaterThan(10);
}

test('R12 a query that nobody gives is no fault of the page', async ({ pages, request }) => {
  const lists = pages.filter(([, status]) => status === 200).map(([path]) => path);
  const files = [
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/news-sitemap.xml',
    '/robots.txt',
  ];
  for (const path of [...lists, ...files])
    for (const query of [
      'page=-1',
      'page=1000000000',
      'p[]=1&p[]=2',
      `x=${'y'.repeat(3_000)}`,
      '%00=%00',
      '=',
      '&&&',
      '?',
      'utm_source=a&utm_source=b',
    ])
      await expectPlainAnswer(request, `${path}?${query}`, [200]);
});

test('R12 a known parameter with any value is answered by a page, a move or a word, never by a fault', async ({
  pages,
  request,
}) => {
  for (const value of values)
    for (const path of ['/latest', '/', pages[1]?.[0] ?? '', pages[6]?.[0] ?? '', '/search', '/archive'])
      for (const name of ['before', 'after', 'q', 'p', 'cat', 'before[]'])
        await expectPlainAnswer(request, `${path}?${name}=${value}`, [200, 301, 404]);
});

test('R12 unknown, broken and hostile addresses under every route have their word, never a fault', async ({
  request,
}) => {
  const routes = [
    ...[
      '/@',
      '/@/@',
      '/@/feed.xml',
      '/@/atom.xml',
      '/@/feed.json',
      '/tag/@',
      '/tag/@/feed.xml',
      '/author/@',
      '/author/@/atom.xml',
    ],
    ...[
      '/archive/@',
      '/archive/2026/@',
      '/archive/@/01',
      '/comment/@',
      '/comment/reply/@',
      '/newsletter/confirm/@',
    ],
    ...[
      '/newsletter/preferences/@',
      '/newsletter/unsubscribe/@',
      '/newsletter/issues/@',
      '/sitemap-@.xml',
      '/sitemap/@',
    ],
    ...[
      '/media/@/640.jpeg',
      '/media/a1b2c3d4/@',
      '/media/share/@',
      '/_next/static/@',
      '/_next/image?url=@',
      '/api/@',
      '/api/comments/@',
    ],
  ];
  const words = [200, 301, 308, 400, 404, 405, 410, 414];
  for (const route of routes)
    for (const slug of slugs) await expectPlainAnswer(request, route.replaceAll('@', slug), words);
});
