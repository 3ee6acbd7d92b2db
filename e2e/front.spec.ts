import type { Locator, Page } from '@playwright/test';
import { killArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { type Newsroom, unique } from './support/newsroom';
import { expect, test } from './support/test';

/** What editors put before readers: the front page and what leads a section. */

const places = (page: Page) =>
  page.getByRole('list', { name: 'Places, in their order' }).getByRole('listitem');
const saved = (page: Page) => page.getByText('Saved. Readers see it now.');

/** By a real drag: down on one, over to the other, up. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error('nowhere to drop');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 5 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

async function clearFront(newsroom: Newsroom): Promise<void> {
  await newsroom.db.$client`delete from slots where page = 'front'`;
}

test('R1 D14 an editor curates the front page by keyboard and by drag, undoes, and readers see it', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  await clearFront(newsroom);
  const section = await newsroom.section();
  const old = await newsroom.story({ title: `The old one ${unique()}`, section });
  const other = await newsroom.story({ title: `The other ${unique()}`, section });
  for (let n = 0; n < 5; n++) await newsroom.story({ section });
  const { page } = await signedIn('editor');
  await page.goto('/admin/front');
  await expect(places(page)).toHaveCount(5);
  await expect(places(page).first()).toContainText('The newest, by itself');
  // A page of its own, with landmarks of its own: readers' pages have their own walk.
  await expectNoBarriers(page, { exclude: ['iframe'] });

  await page.getByLabel('Choose a story').fill(old.title);
  await page.getByRole('button', { name: `Place “${old.title}”` }).click();
  await page.getByLabel('Choose a story').fill(other.title);
  await page.getByRole('button', { name: `Place “${other.title}”` }).click();
  await expect(places(page).nth(0)).toContainText(old.title);
  await expect(places(page).nth(1)).toContainText(other.title);
  // The preview follows.
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 2, name: old.title })).toBeVisible();

  // By keyboard: up, emptied, and both taken back.
  await places(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(places(page).nth(0)).toContainText(other.title);
  await expect(places(page).nth(0)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(places(page).nth(0)).not.toContainText(other.title);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(places(page).nth(0)).toContainText(old.title);
  // By drag: the second over the first.
  await drag(page, places(page).nth(1), places(page).nth(0));
  await expect(places(page).nth(0)).toContainText(other.title);
  await expect(places(page).nth(1)).toContainText(old.title);
  await page.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(page)).toBeVisible();

  await reader.goto('/');
  const top = reader.getByRole('main').locator('.top');
  await expect(top.getByRole('heading', { level: 2 }).first()).toHaveText(other.title);
  await expect(top.getByRole('heading', { level: 2 }).nth(1)).toHaveText(old.title);
  for (const { path } of [old, other])
    await expect(reader.getByRole('main').locator(`a[href="${path}"]`)).toHaveCount(1);

  await killArticle(newsroom.ctx, { articleId: other.id, reason: '' });
  await expect(async () => {
    await reader.goto('/');
    await expect(reader.getByRole('main')).not.toContainText(other.title);
  }).toPass();
  await page.goto('/admin/front');
  await expect(places(page).nth(0)).toContainText('Not live');
  await clearFront(newsroom);
});

test('R1 D14 of two editors on one page the second is told, and keeps what she did', async ({
  signedIn,
  newsroom,
}) => {
  await clearFront(newsroom);
  const [one, two] = [await newsroom.story(), await newsroom.story()];
  const [{ page: first }, { page: second }] = [await signedIn('editor'), await signedIn('administrator')];
  for (const [page, story] of [
    [first, one],
    [second, two],
  ] as const) {
    await page.goto('/admin/front');
    await page.getByRole('button', { name: `Place “${story.title}”` }).click();
  }
  await first.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(first)).toBeVisible();
  await second.getByRole('button', { name: 'Save for readers' }).click();
  await expect(
    second.getByRole('alert').filter({ hasText: 'Somebody else changed this page' }),
  ).toBeVisible();
  await expect(places(second).nth(0)).toContainText(two.title);
  second.once('dialog', (dialog) => dialog.accept());
  await second.getByRole('button', { name: 'See their page' }).click();
  await expect(places(second).nth(0)).toContainText(one.title);
  await clearFront(newsroom);
});

test('R1 R7 D14 a section is led by the story chosen for it', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const section = await newsroom.section();
  const old = await newsroom.story({ section });
  await newsroom.story({ section });
  const { page } = await signedIn('editor');
  await page.goto('/admin/front');
  await page
    .getByRole('navigation', { name: 'Pages to curate' })
    .getByRole('link', { name: section.name })
    .click();
  await page.getByRole('button', { name: `Place “${old.title}”` }).click();
  await page.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(page)).toBeVisible();
  await reader.goto(`/${section.slug}`);
  await expect(reader.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(old.title);
  await expect(reader.getByRole('main').locator(`a[href="${old.path}"]`)).toHaveCount(1);
});
