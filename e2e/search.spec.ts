import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { relatedPins } from '@/db/schema';
import { killArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** Finding a story (R8), and stories that belong to another (R6), as readers and editors do it. */

const finds = (page: Page) => page.getByRole('region', { name: 'Stories found' }).getByRole('article');
/** Letters only, unlike any other word of the run. */
const rareWord = () =>
  `q${[...unique()].map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 16))).join('')}`;

for (const scripts of ['without', 'with'] as const)
  test(`R8 a reader ${scripts} scripts finds, narrows down and turns pages`, async ({
    page,
    plainPage,
    newsroom,
  }) => {
    const reader = scripts === 'with' ? page : plainPage;
    const word = rareWord();
    const section = await newsroom.section(`Quay ${unique()}`);
    const here = await newsroom.story({
      title: `Trams & <b>${word}</b> return`,
      text: [`Nobody had seen a ${word} <i>on</i> the quay before.`],
      section,
    });
    await newsroom.story({ title: 'Elsewhere', standfirst: '', text: [`Only here: one ${word} of many.`] });
    await reader.goto('/');
    await reader.getByRole('navigation', { name: 'The paper' }).getByRole('link', { name: 'Search' }).click();
    await expect(reader).toHaveURL(/\/search$/);
    await expect(reader.getByRole('heading', { name: 'How to search' })).toBeVisible();
    await expect(reader.getByRole('heading', { name: 'Latest stories' })).toBeVisible();

    await reader.getByLabel('Words to look for').fill(word);
    await reader.keyboard.press('Enter');
    await expect(reader).toHaveURL(new RegExp(`/search\\?q=${word}`));
    await expect(reader).toHaveTitle(new RegExp(`^Search: ${word} `));
    await expect(finds(reader)).toHaveCount(2);
    await expect(reader.getByText('2 stories', { exact: true })).toBeVisible();
    const first = finds(reader).filter({ hasText: 'Trams' });
    await expect(first.locator('mark')).toHaveText([word, word]);
    await expect(first.getByRole('heading')).toHaveText(here.title);
    await expect(reader.getByLabel('Words to look for')).toHaveValue(word);
    const robots = await reader.locator('meta[name="robots"]').last().getAttribute('content');
    expect(robots).toContain('noindex');

    await reader.getByText('Narrow it down').click();
    await reader.getByRole('combobox', { name: 'Section' }).selectOption(section.name);
    await reader.getByRole('combobox', { name: 'Order' }).selectOption('Newest first');
    await reader.getByRole('button', { name: 'Apply' }).click();
    await expect(finds(reader)).toHaveCount(1);
    await expect(reader.getByRole('combobox', { name: 'Section' })).toBeVisible();
    await expect(reader.getByRole('combobox', { name: 'Section' })).toHaveValue(section.slug);
    await first.getByRole('link', { name: here.title }).click();
    await expect(reader).toHaveURL(new RegExp(`${here.path}$`));

    await killArticle(newsroom.ctx, { articleId: here.id });
    // The app hears of what another process did within half a second.
    await expect(async () => {
      await reader.goto(`/search?q=${word}`);
      await expect(finds(reader)).toHaveCount(1, { timeout: 1_000 });
    }).toPass();
    await expect(finds(reader)).toHaveText(/Elsewhere/);
  });

test('R8 a slip of the pen is put right, and where nothing is found the page helps', async ({
  plainPage: reader,
  newsroom,
}) => {
  const word = rareWord();
  for (let n = 0; n < 3; n++) await newsroom.story({ title: `The ${word} number ${n}` });
  const slip = `${word.slice(0, 4)}${word[5]}${word[4]}${word.slice(6)}`;
  await reader.goto(`/search?q=${slip === word ? `${word}x` : slip}`);
  await expect(reader.getByText(/^Nothing has “.*”\. These stories have “/)).toBeVisible();
  await expect(finds(reader)).toHaveCount(3);

  await reader.goto(`/search?q=zzxxqq${word}`);
  await expect(reader.getByRole('status')).toContainText('Nothing was found for');
  await expect(reader.getByText('Check the spelling')).toBeVisible();
  await expect(reader.getByRole('heading', { name: 'Latest stories' })).toBeVisible();
});

test('R8 odd questions are answered in words, with the right status', async ({ page, request, newsroom }) => {
  await newsroom.story();
  const asked: [string, number][] = [
    ['/search', 200],
    ['/search?q=', 200],
    ['/search?q=the', 200],
    ['/search?q=-the', 200],
    ['/search?q=%28%29%26%7C%21%3A*', 200],
    [`/search?q=${'a'.repeat(3_000)}`, 200],
    [`/search?q=${'a+'.repeat(1_500)}`, 200],
    [`/search?q=${'a'.repeat(10_000)}`, 414],
    ['/search?q=a%00b', 200],
    ['/search?q[]=a&q[]=b', 200],
    ['/search?q=a&q=b', 200],
    ["/search?q='%3B+drop+table+articles%3B+--", 200],
    ['/search?q=%E6%9D%B1%E4%BA%AC+%D7%A9%D7%9C%D7%95%D7%9D', 200],
    ['/search?q=%ff%fe', 200],
    ['/search?q=the&page=500', 404],
    ['/search?q=the&page=-1', 404],
    ['/search?q=the&section=there-is-none', 404],
    ['/search?q=the&author=there-is-none', 404],
    ['/search?q=the&from=yesterday&to=2026-02-31', 200],
    ['/search?q=the&sort=newest&before=1-1', 404],
    ['/search?q=the&sort=newest&before=x', 404],
  ];
  for (const [address, status] of asked) {
    const answer = await request.get(address);
    expect(answer.status(), address.slice(0, 80)).toBe(status);
    if (status !== 414) expect(await answer.text()).toContain('name="q"');
  }
  await page.goto('/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E"><img src=x onerror=alert(1)>');
  expect(await page.locator('main script, main img[src="x"]').count()).toBe(0);
});

test('R8 by keyboard, on a phone, in the dark, without a fault', async ({ page, newsroom }) => {
  const word = rareWord();
  await newsroom.story({
    title: `A ${word} ${'long '.repeat(20)}headline`,
    standfirst: '',
    text: [`${word} `.repeat(80)],
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of ['/search', `/search?q=${word}&sort=newest`, `/search?q=no${word}x`]) {
    await page.goto(address);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectNoBarriers(page, { quick: true });
  }
  await page.goto('/search');
  await page.getByLabel('Words to look for').focus();
  await page.keyboard.type(word);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(finds(page)).toHaveCount(1);
});

test('R6 an editor pins a story under another, and readers see it first', async ({
  signedIn,
  page,
  newsroom,
}) => {
  const { page: desk } = await signedIn('editor');
  const word = rareWord();
  const main = await newsroom.story({ title: `Main ${word}` });
  const pinned = await newsroom.story({ title: `Pinned ${word}` });
  await Writing.open(desk, main.id);
  await desk.keyboard.press('Control+.');
  const field = desk.getByRole('combobox', { name: 'Add to related stories' });
  await field.fill(`Pinned ${word}`);
  await desk.getByRole('option', { name: pinned.title }).click();
  await expect(desk.getByRole('button', { name: `Take ${pinned.title} away` })).toBeVisible();
  await expect(async () => {
    await page.goto(main.path);
    const related = page.getByRole('complementary', { name: 'Related articles' });
    await expect(related.getByRole('article').first()).toContainText(pinned.title, { timeout: 1_000 });
  }).toPass();
  await desk.getByRole('button', { name: `Take ${pinned.title} away` }).click();
  const pins = () => newsroom.db.$count(relatedPins, eq(relatedPins.articleId, main.id));
  await expect.poll(pins).toBe(0);
  await desk.reload();
  await new Writing(desk).openSettings();
  await expect(desk.getByRole('group', { name: 'Related stories' })).not.toContainText(pinned.title);
});
