import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import {
  addCorrection,
  createArticle,
  publishArticle,
  saveDraft,
  setCommentPolicy,
} from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { uploadPicture } from '@/features/media/commands';
import { createAuthor } from '@/features/taxonomy/commands';
import { createAuthorInput } from '@/features/taxonomy/input';
import { type Newsroom, unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, Writing } from './support/writing';

const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks && { marks }) });
const paragraph = (...content: (string | object)[]) => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
});
const note = (words: string) => ({ type: 'footnote', content: [text(words)] });
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const longAddress = `https://example.com/${'a-very-long-address/'.repeat(12)}`;

async function picture({ ctx }: Newsroom, width = 1600, height = 900) {
  const background = { r: 60 + (width % 120), g: 100, b: 110 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return uploadPicture(ctx, { bytes, filename: `${unique()}.jpg` });
}

/** Publishes what a story says of itself beside its section; a headline and a text when it says none. */
async function publish(newsroom: Newsroom, content: Record<string, unknown> & { body?: object[] }) {
  const { ctx } = newsroom;
  const section = await newsroom.section();
  const { id, revisionId } = await createArticle(ctx, {});
  const { body = [paragraph('The first paragraph.'), paragraph('The second.')], ...rest } = content;
  const draft = saveDraftInput.parse({
    articleId: id,
    baseRevisionId: revisionId,
    title: `Headline ${unique()}`,
    sectionIds: [section.id],
    body: { type: 'doc', content: body },
    ...rest,
  });
  const { slug } = await saveDraft(ctx, draft);
  await publishArticle(ctx, { articleId: id });
  return { id, path: `/${section.slug}/${slug}`, title: draft.title };
}

const cell = (words: string, type = 'tableCell', attrs = {}) => ({
  type,
  attrs,
  content: [paragraph(...(words ? [words] : []))],
});
const row = (...content: object[]) => ({ type: 'tableRow', content });
const wideTable = {
  type: 'table',
  attrs: { caption: 'Tides at the quay' },
  content: [
    row(
      ...['Day', 'First high water', 'Second high water', 'Height in metres', 'Harbour master on duty'].map(
        (words) => cell(words, 'tableHeader'),
      ),
    ),
    row(cell('Monday', 'tableHeader'), cell('00:20'), cell('12:45'), cell('3.1'), cell('Mira Okafor')),
    row(cell('Tuesday', 'tableHeader'), cell('none', 'tableCell', { colspan: 2 }), cell('−0.4'), cell('')),
  ],
};

const embeds = {
  YouTube: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
  Vimeo: 'https://vimeo.com/76979871',
  X: 'https://x.com/paper/status/1234567890123456789',
  Bluesky: 'https://bsky.app/profile/paper.example/post/3kabcdefgh2x',
  Mastodon: 'https://mastodon.social/@paper/112233445566778899',
  Instagram: 'https://www.instagram.com/p/Cabc_DEF-12/',
  SoundCloud: 'https://soundcloud.com/paper/the-news',
  Datawrapper: 'https://datawrapper.dwcdn.net/aB3dE/2/',
};

/** One of everything that a text can hold. */
async function everyPart(newsroom: Newsroom) {
  const pictures = await Promise.all([1600, 1500, 900, 1200].map((width) => picture(newsroom, width, 1000)));
  const figures = pictures.map(({ id }, n) => ({
    type: 'figure',
    attrs: {
      mediaId: id,
      alt: `View ${n + 1}`,
      caption: `The quay (${n + 1})`,
      credit: n === 1 ? 'Agency' : '',
    },
  }));
  return publish(newsroom, {
    standfirst: 'One of everything.',
    body: [
      paragraph('A first claim', note('The first source.'), ' and a second', note('The second source.'), '.'),
      paragraph(
        `A word: ${longWord}${longWord}, an address: `,
        text(longAddress, [{ type: 'link', attrs: { href: longAddress } }]),
      ),
      {
        type: 'codeBlock',
        attrs: { language: 'ts' },
        content: [
          text(
            `const tide = await harbour.tides({ day: 'Monday', quay: 'north', unit: 'metre', source: 'gauge' });`,
          ),
        ],
      },
      wideTable,
      {
        type: 'pullQuote',
        attrs: { source: 'The harbour master' },
        content: [text('We count in tides, not in days')],
      },
      {
        type: 'callout',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: [text('How we know')] },
          paragraph('We asked.'),
        ],
      },
      { type: 'gallery', content: figures },
      { type: 'blockquote', content: [paragraph('A quotation.')] },
      { type: 'horizontalRule' },
      { type: 'embed', attrs: { url: 'https://example.com/unknown', caption: '' } },
    ],
  });
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );

test('R2 R15 a story of every part reads without scripts: notes lead there and back, a wide table scrolls', async ({
  plainPage: page,
  newsroom,
}) => {
  const { path } = await everyPart(newsroom);
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(path);
  const main = page.getByRole('main');
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await main.getByRole('link', { name: '2', exact: true }).click();
  await expect(page).toHaveURL(/#fn-2$/);
  await expect(main.locator('#fn-2')).toContainText('The second source.');
  await expect(main.locator('#fn-2')).toBeInViewport();
  await main.getByRole('link', { name: '↩ 2' }).click();
  await expect(page).toHaveURL(/#fnref-2$/);
  await expect(main.locator('#fnref-2')).toBeInViewport();

  const region = main.getByRole('region', { name: 'Tides at the quay' });
  expect(await region.evaluate((at) => at.scrollWidth - at.clientWidth)).toBeGreaterThan(100);
  await region.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => region.evaluate((at) => at.scrollLeft)).toBeGreaterThan(0);
  await expect(region.getByRole('columnheader', { name: 'Day' })).toHaveAttribute('scope', 'col');
  await expect(region.getByRole('rowheader', { name: 'Tuesday' })).toBeVisible();

  const pictures = main.locator('.gallery').getByRole('img');
  await expect(pictures).toHaveCount(4);
  for (const shown of await pictures.all()) {
    await expect(shown).toHaveAttribute('width', /^\d+$/);
    await expect(shown).toHaveAttribute('loading', 'lazy');
  }
  await expect(main.getByRole('figure').filter({ hasText: 'The harbour master' })).toContainText(
    'We count in tides',
  );
  await expect(main.getByRole('note')).toContainText('How we know');
  await expect(main.getByRole('link', { name: 'example.com/unknown' })).toHaveAttribute(
    'href',
    'https://example.com/unknown',
  );

  const feed = await (await page.request.get(`/${path.split('/')[1]}/feed.xml`)).text();
  expect(feed).toContain('A first claim&lt;sup&gt;[1]&lt;/sup&gt;');
  expect(feed).not.toContain('#fn-1');
  expect(feed).toMatch(/&lt;figure&gt;&lt;img src=&quot;http:\/\/[^&]+\/media\//);
});

test('R19 an embed asks nobody before it is asked, then loads in its place, and is a link without scripts', async ({
  page,
  plainPage,
  newsroom,
  baseURL,
}) => {
  const { path } = await publish(newsroom, {
    body: Object.entries(embeds).map(([name, url]) => ({
      type: 'embed',
      attrs: { url, caption: `From ${name}` },
    })),
  });
  const foreign: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}/`)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) refused.push(message.text());
  });
  await page.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>theirs</title><button>Play</button>' }),
  );
  for (const width of [320, 820]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.mouse.wheel(0, 20_000);
  await page.waitForTimeout(300);
  expect(foreign).toEqual([]);
  expect(await violations(page)).toEqual([]);

  for (const [n, name] of Object.keys(embeds).entries()) {
    const card = page.locator('.embed').nth(n);
    await expect(card).toContainText(`If you show it, ${name} learns`);
    const height = () => card.evaluate((at) => at.getBoundingClientRect().height);
    const before = await height();
    await card.getByRole('button', { name: 'Show it here' }).press('Enter');
    const frame = card.locator('iframe');
    await expect(frame).toHaveAttribute('title', `${name}: From ${name}`);
    await expect(frame).toBeFocused();
    await expect(frame).toHaveAttribute('sandbox', /allow-scripts/);
    await expect(frame).not.toHaveAttribute('sandbox', /top-navigation/);
    await expect(frame.contentFrame().getByRole('button', { name: 'Play' })).toBeVisible();
    expect(await height()).toBe(before);
  }
  expect(refused).toEqual([]);
  expect(new Set(foreign.map((url) => new URL(url).host))).toEqual(
    new Set([
      'www.youtube-nocookie.com',
      'player.vimeo.com',
      'platform.twitter.com',
      'embed.bsky.app',
      'mastodon.social',
      'www.instagram.com',
      'w.soundcloud.com',
      'datawrapper.dwcdn.net',
    ]),
  );

  await plainPage.goto(path);
  for (const [name, url] of Object.entries(embeds)) {
    const link = plainPage.getByRole('link', { name: new RegExp(`^${name}: `) });
    await expect(link).toHaveAttribute('href', url);
    await expect(link).toBeVisible();
  }
  await expect(plainPage.locator('.embed-box').first()).toBeHidden();
});

test('R19 A5 a page may frame only what its own embeds come from, its preview too', async ({
  request,
  newsroom,
  signedIn,
}) => {
  const policyOf = async (path: string) => (await request.get(path)).headers()['content-security-policy'];
  const plain = await publish(newsroom, {});
  expect(await policyOf(plain.path)).not.toContain('frame-src');
  const film = await publish(newsroom, { body: [{ type: 'embed', attrs: { url: embeds.Vimeo } }] });
  expect(await policyOf(film.path)).toMatch(/; frame-src https:\/\/player\.vimeo\.com$/);
  const { page } = await signedIn('editor');
  const preview = await page.goto(`/admin/articles/${film.id}/preview/page`);
  expect(preview?.headers()['content-security-policy']).toContain('frame-src https://player.vimeo.com');
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`R14 nothing to object to by axe on a story of every part, ${colorScheme}`, async ({
    page,
    newsroom,
  }) => {
    const { path } = await everyPart(newsroom);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    expect(await violations(page)).toEqual([]);
  });

test('R2 R14 stories of every kind stay in their width and say what they have, and nothing of what they have not', async ({
  page,
  newsroom,
}) => {
  test.slow();
  const { ctx } = newsroom;
  const authorIds = [];
  for (let n = 0; n < 6; n++)
    authorIds.push(
      (await createAuthor(ctx, createAuthorInput.parse({ name: `Maximiliane Überlang ${n} ${unique()}` })))
        .authorId,
    );
  const lead = await picture(newsroom);
  const kinds: Record<string, Parameters<typeof publish>[1]> = {
    bare: {},
    signed: {
      authorIds,
      leadMediaId: lead.id,
      leadCaption: 'The quay',
      leadCredit: 'Agency',
      standfirst: 'In short.',
    },
    long: {
      title: `${'A headline of two hundred characters goes on '.repeat(5)}`.slice(0, 200),
      standfirst: 'Long. '.repeat(60),
    },
    unbroken: { title: 'W'.repeat(200), standfirst: 'w'.repeat(300), body: [paragraph('x'.repeat(500))] },
    arabic: {
      lang: 'ar',
      title: 'المحادثات تبدأ في الميناء القديم بعد عام من الانتظار',
      standfirst: 'وصل القطار رقم 4 عند الساعة 00:20 إلى harbour الجديد.',
      body: [paragraph('قال المسؤول: “We count in tides” ثم ابتسم.', note('المصدر الأول')), wideTable],
    },
    japanese: {
      lang: 'ja',
      title: '港の路面電車が一年ぶりに運行を再開、深夜零時二十分に始発',
      standfirst: '「私たちは潮で数える」と港長は語った。',
      body: [paragraph('東京の新聞社によると、路面電車は来週から毎日運行される。'.repeat(20))],
    },
  };
  for (const [kind, content] of Object.entries(kinds)) {
    const { id, path } = await publish(newsroom, content);
    if (kind === 'bare') await setCommentPolicy(ctx, { articleId: id, policy: 'hidden' });
    if (kind === 'signed') {
      await addCorrection(ctx, { articleId: id, text: 'It is tram 4, not 5.', passage: 'tram 5' });
      await addCorrection(ctx, { articleId: id, text: 'It left at 00:20.', passage: '' });
    }
    for (const width of [320, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      expect(await overflow(page), `${kind} at ${width}`).toBeLessThanOrEqual(0);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    }
    const main = page.getByRole('main');
    if (kind === 'bare') {
      await expect(main.locator('.standfirst, figure, .lead-figure, .corrections')).toHaveCount(0);
      await expect(main.locator('#comments')).toHaveCount(0);
    }
    if (kind === 'signed') {
      await expect(main.locator('.facts').getByRole('link')).toHaveCount(6);
      await expect(main.locator('.corrections time')).toHaveCount(2);
    }
    if (kind === 'arabic') {
      await expect(main.locator('.prose')).toHaveCSS('direction', 'rtl');
      await expect(main.getByRole('region', { name: 'Tides at the quay' })).toBeVisible();
    }
    if (kind === 'japanese') await expect(main.locator('.facts')).toContainText(/[1-9] minute read/);
  }
});

test('R2 D15 a series is made at the desk, its parts lead to each other, and a new part is known at once', async ({
  signedIn,
  newsroom,
  plainPage: reader,
}) => {
  const { page: desk } = await signedIn('editor');
  const name = `The quay ${unique()}`;
  await desk.goto('/admin/series');
  await desk.getByLabel('Name').fill(name);
  await desk.getByRole('button', { name: 'Make series' }).click();
  await desk.getByRole('link', { name }).click();
  await desk.waitForURL(/\/admin\/series\/\d+$/);
  const seriesId = Number(new URL(desk.url()).pathname.split('/').at(-1));
  const first = await publish(newsroom, { seriesId });
  await reader.goto(first.path);
  const main = reader.getByRole('main');
  await expect(main.getByRole('link', { name: `Part 1 of 1: ${name}` })).toBeVisible();
  const second = await publish(newsroom, {});
  const writing = await Writing.open(desk, second.id);
  await writing.openSettings();
  await desk.getByLabel('Series', { exact: true }).selectOption(name);
  await writing.expectSaved();
  await publishArticle(newsroom.ctx, { articleId: second.id });

  await expect
    .poll(async () => {
      await reader.goto(first.path);
      return main.getByRole('navigation', { name }).count();
    })
    .toBe(1);
  await main.getByRole('link', { name: `Next part: ${second.title}` }).click();
  await expect(reader).toHaveURL(second.path);
  await main.getByText('All 2 parts').click();
  await expect(main.locator('.series [aria-current=page]')).toHaveText(second.title);
  await main.getByRole('link', { name: `Part 2 of 2: ${name}` }).click();
  await expect(reader.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(main.getByRole('heading', { level: 2 }).first()).toHaveText(first.title);

  await desk.goto(`/admin/series/${seriesId}`);
  await desk.getByRole('button', { name: `Move ${second.title} up` }).click();
  await expect
    .poll(async () => {
      await reader.goto(second.path);
      return main.locator('.series-line').textContent();
    })
    .toBe(`Part 1 of 2: ${name}`);
});

test('D1 D3 a table, a box, a pull quote, code, notes and an embed are made by keyboard, saved, and opened as they were', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  const type = (words: string) => page.keyboard.type(words);
  const enter = () => page.keyboard.press('Enter');
  const slash = async (words: string, name: string) => {
    await type(`/${words}`);
    await expect(page.getByRole('option', { name })).toBeVisible();
    await enter();
  };
  await writing.headline.fill('One of everything');
  await writing.text.click();
  await type('A claim');
  await page.keyboard.press('Control+Alt+f');
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toBeFocused();
  await type('Its source');
  await page.keyboard.press('Control+b');
  await type(' in bold');
  await enter();
  await type(' goes on.');
  await enter();

  await slash('pull', 'Pull quote');
  await type('We count in tides');
  await writing.text.getByRole('textbox', { name: 'Who said it' }).fill('The harbour master');
  await enter();
  await slash('box', 'Box');
  await type('How we know');
  await page.keyboard.press('Control+End');
  await slash('table', 'Table');
  await type('Day');
  await page.keyboard.press('Tab');
  await type('Tide');
  await writing.text.getByRole('button', { name: 'Add a row below' }).click();
  await writing.text.getByRole('button', { name: 'Take this column out' }).click();
  await expect(writing.text.locator('tr')).toHaveCount(4);
  await expect(writing.text.locator('th')).toHaveText(['Day', '']);
  await writing.text.getByRole('textbox', { name: 'Caption' }).fill('Tides');
  await enter();
  await slash('code', 'Code');
  await type('tide = late');
  await writing.text.getByRole('textbox', { name: 'Language' }).fill('python');
  await enter();
  await writing.paste({ 'text/plain': 'https://vimeo.com/76979871' });
  await expect(writing.text.getByText('Embed from Vimeo')).toBeVisible();
  await writing.expectSaved();

  await page.reload();
  await writing.ready();
  await expect(writing.text.getByRole('textbox', { name: 'Who said it' })).toHaveValue('The harbour master');
  await expect(writing.text.getByRole('textbox', { name: 'Language' })).toHaveValue('python');
  await expect(writing.text.locator('tr')).toHaveCount(4);
  await writing.text.locator('.footnote-mark').click();
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toHaveText('Its source in bold');
  await page.goto(`/admin/articles/${writing.id}/preview/page`);
  const main = page.getByRole('main');
  await expect(main.locator('.notes li')).toHaveText(/^Its source in bold/);
  await expect(main.locator('.notes strong')).toHaveText('in bold');
  await expect(main.locator('.pull-quote')).toContainText('We count in tidesThe harbour master');
  await expect(main.getByRole('note')).toHaveText('How we know');
  await expect(main.locator('table')).toContainText('Day');
  await expect(main.locator('pre')).toHaveAttribute('data-language', 'python');
  await expect(main.locator('.embed.video')).toHaveCount(1);
  expect(trouble).toEqual([]);
});
