import type { Page } from '@playwright/test';
import { addCorrection } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

/** How the paper and the desk look and feel to whoever reads them otherwise than by eye and mouse (R14). */

const ground = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const dark = 'rgb(23, 22, 20)';
const light = 'rgb(253, 252, 248)';

/** Of each make of page one, beside a story. */
const addresses = [
  '/',
  '/latest',
  '/archive',
  '/corrections',
  '/search?q=headline',
  '/newsletter',
  '/nothing-here',
];

test('R14 a chosen theme is there before the first paint, and the system decides again when asked', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await ground(page)).toBe(light);
  await page.getByRole('button', { name: 'Dark' }).click();
  expect(await ground(page)).toBe(dark);

  // The colour the body has when its first element is parsed, long before a deferred script runs.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      Object.assign(window, { themeAtFirstElement: document.documentElement.dataset.theme });
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/latest');
  expect(await page.evaluate(() => Reflect.get(window, 'themeAtFirstElement'))).toBe('dark');
  expect(await ground(page)).toBe(dark);
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'As the device' }).click();
  expect(await ground(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await ground(page)).toBe(dark);
});

test('R14 without scripts the paper follows the system and shows no dead switch', async ({ plainPage }) => {
  await plainPage.emulateMedia({ colorScheme: 'dark' });
  await plainPage.goto('/');
  await expect(plainPage.getByRole('link', { name: 'Newsletter' }).first()).toBeVisible();
  await expect(plainPage.getByRole('button', { name: 'Dark' })).toBeHidden();
});

test('R14 the first Tab reaches the skip link, and the skip link reaches the content', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.story();
  await page.goto(story.path);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#content$/);
  await page.keyboard.press('Tab');
  const inContent = await page.evaluate(() => document.activeElement?.closest('#content') !== null);
  expect(inContent).toBe(true);
});

test('R14 no page is wider than its window, from 320 px and at twice the text size', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.story({
    title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwe gewinnt den Preis',
  });
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  for (const path of [...addresses, story.path]) {
    for (const width of [320, 820, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await beyond(), `${path} at ${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 640, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await beyond(), `${path} at twice the text size`).toBe(0);
  }
});

test('R14 a large window is filled by larger type, not by longer lines', async ({ page, newsroom }) => {
  const story = await newsroom.story({
    text: ['A line of ordinary words that goes on for long enough to be set in several. '.repeat(4)],
  });
  const measure = async (width: number) => {
    await page.setViewportSize({ width, height: 1200 });
    return page.evaluate(() => {
      const part = (selector: string) => document.querySelector<HTMLElement>(selector)?.offsetWidth ?? 0;
      const letter = Number.parseFloat(
        getComputedStyle(document.querySelector('.prose') ?? document.body).fontSize,
      );
      return { filled: part('.sections') / innerWidth, ems: part('.prose p') / letter };
    });
  };
  await page.goto(story.path);
  const usual = await measure(1440);
  for (const width of [1920, 2560]) {
    const large = await measure(width);
    expect(large.filled, `${width} px`).toBeGreaterThanOrEqual(0.74);
    expect(large.ems).toBeCloseTo(usual.ems, 1);
  }
});

test('R5 R14 the line of comments keeps to one line, however long the headline', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.story({
    title: 'What the harbour master said of the wind, the tide and the late ferry',
  });
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(story.path);
    const line = await page.getByRole('link', { name: `No comments on ${story.title}` }).boundingBox();
    expect(line?.height).toBeLessThan(24);
    expect(line?.width).toBeLessThanOrEqual(320);
  }
});

test('R14 on paper a story is ink on white, without navigation, and links show where they lead', async ({
  page,
  newsroom,
}) => {
  const story = await newsroom.story();
  await page.goto(story.path);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
    document
      .querySelector('.prose p')
      ?.insertAdjacentHTML('beforeend', ' <a href="https://example.org/log">log</a>');
  });
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => {
    const link = document.querySelector('.prose a');
    return {
      ink: getComputedStyle(document.body).color,
      address: link && getComputedStyle(link, '::after').content,
    };
  });
  expect(shown).toEqual({ ink: 'rgb(23, 21, 18)', address: '" (https://example.org/log)"' });
  await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('R14 axe finds no fault in the pages of the paper, in either theme', async ({ page, newsroom }) => {
  test.slow();
  const story = await newsroom.story();
  await addCorrection(newsroom.ctx, { articleId: story.id, text: 'It was 10.', passage: 'It was 11.' });
  for (const path of [...addresses, story.path, '/admin/login']) {
    await page.goto(path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoBarriers(page, { quick: true });
    }
  }
});

test('R14 axe finds no fault in the parts of the kit, in either theme', async ({ signedIn }) => {
  test.slow();
  const { page } = await signedIn('administrator');
  for (const path of ['/admin/kit', '/admin/kit/paper']) {
    await page.goto(path);
    await expectNoBarriers(page, { quick: true });
  }
});

test('R14 axe finds no fault in what floats', async ({ signedIn }) => {
  test.slow();
  const { page } = await signedIn('administrator');
  await page.goto('/admin/kit');
  const floating = {
    Dialog: 'dialog',
    Confirm: 'alertdialog',
    Sheet: 'dialog',
    Menu: 'menu',
    Popover: 'dialog',
  };
  for (const [name, role] of Object.entries({ ...floating, Commands: 'dialog' })) {
    await page.getByRole('button', { name, exact: true }).click();
    await expectNoBarriers(page, { within: `[role="${role}"]`, quick: true });
    await page.keyboard.press('Escape');
    await expect(page.locator(`[role="${role}"]`)).toHaveCount(0);
  }
});

test('D17 the command palette opens by its key, finds a page by name and goes there', async ({
  signedIn,
}) => {
  const { page } = await signedIn('administrator');
  await page.goto('/admin/kit');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('sett');
  await expect(page.getByRole('option', { name: 'Settings' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/settings$/);
});

test('D17 the parts of the desk that a role may not use are not offered to it', async ({ signedIn }) => {
  const { page } = await signedIn('contributor');
  await page.goto('/admin/kit');
  const parts = page.getByRole('navigation', { name: 'Desk' });
  await expect(parts.getByRole('link', { name: 'Stories' })).toBeVisible();
  await expect(parts.getByRole('link', { name: 'Settings' })).toHaveCount(0);
});
