import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Request } from '@playwright/test';
import { expect, test } from './support/every-page';
import { htmlFaults } from './support/valid-html';

/** Every kind of page that readers see, by the rules of the web: markup, links, requests, conditions. */

test('R14 every kind of page is valid HTML: one h1, headings in order, each id once', async ({
  pages,
  request,
}) => {
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
  pages,
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

test('R13 R19 no kind of page asks anybody else for anything', async ({ pages, page, baseURL }) => {
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

test('R14 a page of text is six requests, three of them fonts of 90 KB at most; other scripts bring their own letters', async ({
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
    const latin = fonts.filter(({ url }) => /(?:serif|sans)_latin(?:_\d+)?-/.test(url));
    expect(latin).toHaveLength(3);
    const bytes = await Promise.all(latin.map((font) => font.bytes()));
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(90_000);
    const more = fonts.filter((font) => !latin.includes(font));
    const named = more.map(({ url }) => /latin[_-]ext|cyrillic|greek|vietnamese|latin/.exec(url)?.[0]);
    expect([...new Set(named)].sort(), title).toEqual(scripts);
    if (scripts.length === 0)
      expect(asked.filter(({ kind }) => kind !== 'other').map(({ url }) => url)).toHaveLength(6);
    await context.close();
  }
});

test('R9 whatever is kept answers 304 to its tag, a list, a weak one, a star and its date, HEAD as GET', async ({
  pages,
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
  pages,
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
