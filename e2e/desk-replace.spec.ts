import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, picture } from './support/writing';

test('D16 another file put under a picture’s name is on the live page at once, old addresses lead to it, and it can be taken back', async ({
  signedIn,
  plainPage,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  await page.goto('/admin/media');
  const file = await picture(`quay-${unique()}.jpg`);
  await page.getByLabel('Files to upload').setInputFiles(file);
  const tile = page.getByRole('button', { name: `Open: ${file.name}` });
  await expect(tile).toBeVisible();
  const { items } = await (await page.request.get(`/api/media?search=${file.name}`)).json();
  const [{ id: mediaId, hash }] = items;
  const figure = { type: 'figure', attrs: { mediaId, alt: 'A quay', caption: '', credit: 'Li' } };
  const story = await newsroom.story({ body: [figure] });
  const shown = plainPage.locator('.prose picture img');
  await plainPage.goto(story.path);
  await expect(shown).toHaveAttribute('src', new RegExp(`^/media/${hash}/`));

  await tile.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('The story that shows it turns at once.')).toBeVisible();
  const crop = await picture(`crop-${unique()}.jpg`);
  await dialog.getByLabel('File to stand here instead').setInputFiles(crop);
  await expect(dialog).toHaveCount(0);
  await plainPage.reload();
  await expect(shown).not.toHaveAttribute('src', new RegExp(hash));
  const now = (await shown.getAttribute('src')) ?? '';
  expect((await plainPage.request.get(now)).status()).toBe(200);
  const old = await plainPage.request.get(`/media/${hash}/320.webp`, { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([302, now.replace(/\/[^/]+$/, '/320.webp')]);

  await page.getByRole('button', { name: `Open: ${crop.name}` }).click();
  await expect(dialog.getByText(file.name)).toBeVisible();
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: `Put back ${file.name}` }).click();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(page.getByRole('button', { name: `Open: ${file.name}` })).toBeVisible();
  await plainPage.reload();
  await expect(shown).toHaveAttribute('src', new RegExp(`^/media/${hash}/`));
  expect(trouble).toEqual([]);
});
