import { addCorrection, setCommentPolicy } from '@/features/articles/commands';
import { createAuthor } from '@/features/taxonomy/commands';
import { createAuthorInput } from '@/features/taxonomy/input';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { overflow } from './support/overflow';
import { everyPart, note, paragraph, publish, storedPicture, wideTable } from './support/stories';
import { expect, test } from './support/test';

/** Stories of every kind, as readers see them. */

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

for (const colorScheme of ['light', 'dark'] as const)
  test(`R14 nothing to object to by axe on a story of every part, ${colorScheme}`, async ({
    page,
    newsroom,
  }) => {
    const { path } = await everyPart(newsroom);
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    await expectNoBarriers(page);
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
  const lead = await storedPicture(newsroom);
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
