import type { Page, Response } from '@playwright/test';
import sharp from 'sharp';
import {
  addCorrection,
  createArticle,
  killArticle,
  publishArticle,
  saveDraft,
} from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { uploadPicture } from '@/features/media/commands';
import { createAuthor, findOrCreateTags } from '@/features/taxonomy/commands';
import { createAuthorInput } from '@/features/taxonomy/input';
import { expectNoBarriers } from './support/barriers';
import { type Newsroom, unique } from './support/newsroom';
import { expect, test } from './support/test';

const headline = (more = '') => `Trams “return” to <the> harbour & stay ${more}${unique()}`;
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** A story with something in every place that a page has. */
async function fullStory(newsroom: Newsroom) {
  const { ctx } = newsroom;
  const [first, second] = [await newsroom.section(), await newsroom.section()];
  const authors = [];
  for (const name of [`Mira ${unique()}`, `Tomás ${unique()}`])
    authors.push({ name, id: (await createAuthor(ctx, createAuthorInput.parse({ name }))).authorId });
  const [tag] = await findOrCreateTags(ctx, [`Trams ${unique()}`]);
  const bytes = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#4a6670' } })
    .jpeg()
    .toBuffer();
  const picture = await uploadPicture(ctx, { bytes, filename: 'harbour.jpg' });
  const title = headline();
  const { id, revisionId } = await createArticle(ctx, {});
  const draft = saveDraftInput.parse({
    articleId: id,
    baseRevisionId: revisionId,
    title,
    standfirst: 'The first one leaves at twenty past midnight.',
    body: {
      type: 'doc',
      content: [
        paragraph('Nobody yet knows who will be on it.'),
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Comments' }] },
        paragraph('“We count in tides,” said the harbour master.'),
      ],
    },
    leadMediaId: picture.id,
    leadAlt: 'A tram on the quay',
    leadCaption: 'A tram (number 4) on the quay (Image Credit: Gazette/Okafor)',
    sectionIds: [first.id, second.id],
    tagIds: [tag?.id ?? 0],
    authorIds: authors.map((author) => author.id),
  });
  const { slug } = await saveDraft(ctx, draft);
  await publishArticle(ctx, { articleId: id });
  await addCorrection(ctx, { articleId: id, text: 'It is tram 4, not 5.', passage: 'tram 5' });
  const sibling = await newsroom.story({ title: headline('again '), section: first });
  return { id, title, path: `/${first.slug}/${slug}`, sections: [first, second], authors, tag, sibling };
}

test('R13 without scripts a reader goes from the front page to a story, its section, its author and its feed', async ({
  plainPage: page,
  newsroom,
}) => {
  const { title, path, sections, authors } = await fullStory(newsroom);
  await page.goto('/');
  await page.getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await page.getByRole('main').getByRole('link', { name: sections[1]?.name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: sections[1]?.name })).toBeVisible();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('link', { name: authors[1]?.name }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: authors[1]?.name })).toBeVisible();
  const feed = await page.request.get(`${new URL(page.url()).pathname}/feed.xml`);
  expect(feed.headers()['content-type']).toContain('application/rss+xml');
  expect(await feed.text()).toContain(path);
  const again = await page.request.get(feed.url(), {
    headers: { 'if-none-match': feed.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
});

test('R2 a story shows every element, and what it says to machines', async ({
  plainPage: page,
  newsroom,
}) => {
  const { title, path, sections, authors, tag, sibling } = await fullStory(newsroom);
  await page.goto(path);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(main.locator('.kicker').first()).toHaveText(
    new RegExp(`^${sections[0]?.name}, ${sections[1]?.name}\\s*No comments on `),
  );
  await expect(main.getByRole('link', { name: `No comments on ${title}` })).toHaveAttribute(
    'href',
    '#comments',
  );
  await expect(main).toContainText('1 minute read');
  await expect(main).toContainText('The first one leaves at twenty past midnight.');
  for (const { name } of authors) await expect(main.getByRole('link', { name })).toBeVisible();
  await expect(main.locator('header time')).toHaveAttribute(
    'datetime',
    /^\d{4}-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d)$/,
  );
  const figure = main.getByRole('figure');
  await expect(figure.getByRole('img', { name: 'A tram on the quay' })).toHaveAttribute('width', '1600');
  await expect(figure.locator('.caption')).toHaveText('A tram (number 4) on the quay');
  await expect(figure.locator('.credit')).toHaveText('Gazette/Okafor');
  await expect(main.getByRole('heading', { level: 2, name: 'Comments', exact: true })).toBeVisible();
  await expect(main.getByRole('link', { name: tag?.name })).toHaveAttribute('href', `/tag/${tag?.slug}`);
  await expect(main.getByRole('navigation', { name: 'Share this story' }).getByRole('link')).toHaveCount(6);
  await expect(main.getByRole('heading', { name: 'Correction' })).toBeVisible();
  await expect(main).toContainText('It is tram 4, not 5.');
  await expect(main.locator('#comments').getByRole('heading', { name: 'Leave a comment' })).toBeVisible();
  await expect(main.getByRole('complementary', { name: 'Related articles' })).toContainText(sibling.title);
  const foot = page.getByRole('contentinfo');
  await expect(foot.getByLabel('Email address')).toBeVisible();
  await expect(foot).toContainText(/© (?:\d{4}–)?\d{4}/);
  await expect(foot.getByRole('link', { name: 'Back to top' })).toHaveAttribute('href', '#top');

  await expect(page).toHaveTitle(new RegExp(`^${title.slice(0, 20)}`));
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path}$`));
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute(
    'content',
    /\/media\/\w+\/1280\.jpeg$/,
  );
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /max-image-preview:large/);
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')[
    '@graph'
  ];
  expect(graph[0]).toMatchObject({
    '@type': 'NewsArticle',
    headline: title,
    author: authors.map(({ name }) => ({ name })),
    image: [{ creditText: 'Gazette/Okafor' }],
    correction: [{ '@type': 'CorrectionComment' }],
  });
});

test('R12 drafts are 404, killed ones 410, moved ones redirect, and hostile addresses get the right word', async ({
  plainPage: page,
  newsroom,
}) => {
  const get = (path: string) => page.request.get(path, { maxRedirects: 0 });
  const draft = await newsroom.story({ publish: false });
  expect((await page.goto(draft.path))?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  await publishArticle(newsroom.ctx, { articleId: draft.id });
  await expect.poll(async () => (await get(draft.path)).status()).toBe(200);

  const wrong = await get(`/elsewhere/${draft.path.split('/')[2]}`);
  expect([wrong.status(), wrong.headers().location]).toEqual([301, draft.path]);

  await killArticle(newsroom.ctx, { articleId: draft.id });
  await expect.poll(async () => (await page.goto(draft.path))?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This story is no longer published');
  expect(await (await get('/latest')).text()).not.toContain(draft.title);
  expect(await (await get('/feed.xml')).text()).not.toContain(draft.path);

  const hostile: [string, number][] = [
    ['/latest?page=-1&x[]=1', 200],
    ['/latest?before=-1', 404],
    ['/latest?before=1&before=2', 404],
    ['/latest?before=%00', 200],
    [`/latest?before=${'9'.repeat(4000)}`, 404],
    ['/%00', 400],
    ['/a/%E0%A4%A', 400],
    ['/..%2f..%2fetc/passwd', 400],
    [`/${'x'.repeat(4000)}`, 404],
    [`/${'x'.repeat(10_000)}`, 414],
    ['/tag/%3Cscript%3E', 404],
    ['/a/b/c/d', 404],
    ['/sitemap-77.xml', 404],
  ];
  for (const [path, status] of hostile) expect((await get(path)).status(), path.slice(0, 60)).toBe(status);
});

test('R10 the sitemaps lead to a story, robots.txt to the sitemaps', async ({ request, newsroom }) => {
  const { path, title } = await newsroom.story();
  const robots = await (await request.get('/robots.txt')).text();
  expect(robots).toMatch(/^Sitemap: http:\S+\/sitemap\.xml$/m);
  const index = await (await request.get('/sitemap.xml')).text();
  expect(index).toContain('/sitemap-1.xml');
  await expect.poll(async () => (await request.get('/sitemap-1.xml')).text()).toContain(path);
  await expect.poll(async () => (await request.get('/news-sitemap.xml')).text()).toContain(title);
});

/** What a page did while it loaded: whom it asked, what it was refused, what moved. */
async function watch(page: Page) {
  const responses: Response[] = [];
  const refusals: string[] = [];
  page.on('response', (response) => responses.push(response));
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) refusals.push(message.text());
  });
  page.on('pageerror', (error) => refusals.push(String(error)));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shifted = () =>
    page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
  return { responses, refusals, shifted };
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`R14 nothing to object to by axe on any page, ${colorScheme}`, async ({ page, newsroom }) => {
    // Six pages through axe take most of a minute on a busy machine.
    test.slow();
    const { path, sections, tag } = await fullStory(newsroom);
    await page.emulateMedia({ colorScheme });
    for (const address of [
      '/',
      path,
      `/${sections[0]?.slug}`,
      `/tag/${tag?.slug}`,
      '/latest',
      '/nowhere/at-all',
    ]) {
      await page.goto(address);
      await expectNoBarriers(page);
    }
  });
}

test('R14 pages stay in their width, ask nobody else, break no rule of theirs, and nothing jumps', async ({
  page,
  newsroom,
  baseURL,
}) => {
  const { path, sections } = await fullStory(newsroom);
  const { responses, refusals, shifted } = await watch(page);
  for (const width of [320, 820, 1440])
    for (const address of ['/', path, `/${sections[0]?.slug}`]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(await shifted(), `${address} at ${width}`).toBeLessThan(0.01);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
  expect(refusals).toEqual([]);
  expect(
    responses
      .filter((response) => !response.url().startsWith(`${baseURL}/`))
      .map((response) => response.url()),
  ).toEqual([]);
  expect(responses.filter((response) => response.status() >= 400).map((response) => response.url())).toEqual(
    [],
  );
  const scripts = responses.filter((response) => response.request().resourceType() === 'script');
  expect(new Set(scripts.map((response) => new URL(response.url()).pathname))).toEqual(
    new Set(['/reader.js']),
  );
});
