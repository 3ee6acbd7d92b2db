import { AxeBuilder } from '@axe-core/playwright';
import type { APIRequestContext, Page, Request } from '@playwright/test';
import { everyPage } from './support/every-page';
import { expect, test } from './support/test';
import { htmlFaults } from './support/valid-html';

/** Every kind of page that readers see, by the rules of the web: markup, links, requests, conditions, bad addresses. */

let pages: [path: string, status: number][] = [];
test.beforeAll(async ({ newsroom, playwright, baseURL }) => {
  const request = await playwright.request.newContext({ baseURL });
  pages = await everyPage(newsroom, request);
  // Every process has heard when the last one shows.
  await expect.poll(async () => (await request.get(pages[1]?.[0] ?? '')).status()).toBe(200);
  await request.dispose();
});

test('R14 every kind of page is valid HTML: one h1, headings in order, each id once', async ({ request }) => {
  for (const [path, status] of pages) {
    await expect.poll(async () => (await request.get(path)).status(), { message: path }).toBe(status);
    const answer = await request.get(path);
    expect(await htmlFaults(await answer.text()), path).toEqual([]);
  }
});

test('R14 the rules of markup notice what is planted', async ({ request }) => {
  const html = await (await request.get('/')).text();
  for (const planted of [
    '<h1>Two</h1>',
    '<p id="content">',
    '<div style="x">',
    '<img src="x">',
    '<h5>Deep</h5>',
    '<ul><p>',
  ])
    expect(await htmlFaults(html.replace('</main>', `${planted}</main>`)), planted).not.toEqual([]);
});

/** Where the links of a page within the site lead, absolute, fragments kept. */
function linksOf(html: string, at: string): string[] {
  const hrefs = [...html.matchAll(/<(?:a|link)\s[^>]*?href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  return hrefs
    .map((href) => new URL(href, at))
    .filter(({ origin }) => origin === new URL(at).origin)
    .map(String);
}

test('R13 no link within the paper is broken, neither its page nor the part it points to', async ({
  request,
  baseURL,
}) => {
  test.slow();
  const most = 400;
  const start = [
    `${baseURL}/`,
    ...pages.filter(([, status]) => status === 200).map(([path]) => baseURL + path),
  ];
  const waiting = new Map(start.map((url) => [url, 'the start']));
  const seen = new Map<string, string>();
  const broken: string[] = [];
  const fragments: [url: string, from: string][] = [];
  for (const [url, from] of waiting) {
    if (seen.size >= most) break;
    const answer = await request.get(url, { maxRedirects: 0 });
    const html = await answer.text();
    seen.set(url, html);
    // A sign-in page is no reader's; everything else must be there at once, without another step.
    if (answer.status() !== 200) broken.push(`${answer.status()} ${url}, linked from ${from}`);
    if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
    for (const link of linksOf(html, url)) {
      const [page = '', fragment] = link.split('#');
      if (fragment) fragments.push([link, url]);
      if (!/\/(?:admin|api)(?:\/|$)/.test(new URL(page).pathname) && !waiting.has(page))
        waiting.set(page, url);
    }
  }
  expect(seen.size).toBeGreaterThan(40);
  for (const [link, from] of fragments) {
    const [page = '', fragment = ''] = link.split('#');
    const html = seen.get(page);
    if (html !== undefined && fragment !== 'top' && !html.includes(`id="${decodeURIComponent(fragment)}"`))
      broken.push(`${link} names no part, linked from ${from}`);
  }
  expect(broken).toEqual([]);
});

/** All that a page asked for until it was still, by path and kind. */
async function requestsOf(page: Page, path: string) {
  const asked: { url: string; kind: string; bytes: () => Promise<number> }[] = [];
  const note = (request: Request) =>
    asked.push({
      url: request.url(),
      kind: request.resourceType(),
      bytes: async () => Number(await (await request.response())?.headerValue('content-length')),
    });
  page.on('request', note);
  await page.goto(path, { waitUntil: 'networkidle' });
  page.off('request', note);
  return asked;
}

test('R13 R19 no kind of page asks anybody else for anything', async ({ page, baseURL }) => {
  for (const [path] of pages) {
    const foreign = (await requestsOf(page, path)).filter(
      ({ url }) => !url.startsWith(`${baseURL}/`) && !url.startsWith('data:'),
    );
    expect(
      foreign.map(({ url }) => url),
      path,
    ).toEqual([]);
  }
});

test('R14 a page of text is five requests, two of them fonts of 90 KB at most; other scripts bring their own letters', async ({
  browser,
  baseURL,
  newsroom,
}) => {
  const stories = {
    'Trams return to the harbour': [],
    'Zażółć gęślą jaźń': ['latin-ext'],
    'Библиотека тишины': ['cyrillic'],
    'Η βιβλιοθήκη της σιωπής': ['greek'],
    'Thư viện của sự im lặng': ['vietnamese'],
  };
  for (const [title, scripts] of Object.entries(stories)) {
    const { path } = await newsroom.story({ title, standfirst: title, text: [title] });
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await expect.poll(async () => (await page.request.get(path)).status()).toBe(200);
    const asked = await requestsOf(page, path);
    const fonts = asked.filter(({ kind }) => kind === 'font');
    const latin = fonts.filter(({ url }) => /(?:serif|sans)_latin-/.test(url));
    expect(latin).toHaveLength(2);
    const bytes = await Promise.all(latin.map((font) => font.bytes()));
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(90_000);
    const more = fonts.filter((font) => !latin.includes(font));
    const named = more.map(({ url }) => /latin[_-]ext|cyrillic|greek|vietnamese|latin/.exec(url)?.[0]);
    expect([...new Set(named)].sort(), title).toEqual(scripts);
    if (scripts.length === 0)
      expect(asked.filter(({ kind }) => kind !== 'other').map(({ url }) => url)).toHaveLength(5);
    await context.close();
  }
});

test('R9 whatever is kept answers 304 to its tag, a list, a weak one, a star and its date, HEAD as GET', async ({
  request,
}) => {
  const [, [story = ''] = []] = pages;
  const html = await (await request.get(story)).text();
  const [, image = ''] = /src="(\/media\/[^"]+)"/.exec(html) ?? [];
  const [, style = ''] = /href="(\/_next\/static\/[^"]+\.css)"/.exec(html) ?? [];
  const kept = [
    '/',
    story,
    '/latest',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/news-sitemap.xml',
    '/robots.txt',
    '/icon.svg',
    '/reader.js',
    image,
    style,
  ];
  for (const path of kept) {
    const { etag = '', 'last-modified': date } = (await request.get(path)).headers();
    expect(etag, path).toMatch(/^(?:W\/)?"[^"]+"$/);
    const strong = etag.replace('W/', '');
    for (const held of [etag, strong, `W/${strong}`, `"x", ${etag}`, '*'])
      for (const method of ['GET', 'HEAD']) {
        const answer = await request.fetch(path, { method, headers: { 'if-none-match': held } });
        expect([answer.status(), (await answer.body()).length], `${method} ${path} ${held}`).toEqual([
          304, 0,
        ]);
      }
    expect(
      (
        await request.get(path, { headers: { 'if-none-match': '"other"', 'if-modified-since': date ?? '' } })
      ).status(),
      path,
    ).toBe(200);
    if (date)
      expect((await request.get(path, { headers: { 'if-modified-since': date } })).status(), path).toBe(304);
    else expect(path).toBe(image);
  }
});

test('R14 on a phone whatever can be pressed is 24 px each way, or stands by itself (WCAG 2.5.8)', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path] of pages) {
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .withRules(['target-size'])
      .analyze();
    expect(
      violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
      path,
    ).toEqual([]);
  }
});

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

test('R12 a query that nobody gives is no fault of the page', async ({ request }) => {
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
