import { eq } from 'drizzle-orm';
import { media } from '@/db/schema';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** Beside the text: the library, strangers at the editor's addresses, and those who do not see or use no mouse. */

test('D16 the library takes a picture, refuses what is none with a sentence, and deletes nothing that a story shows', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  await page.goto('/admin/media');
  const name = `harbour-${unique()}.jpg`;
  const files = page.getByLabel('Files to upload');
  await files.setInputFiles([
    await picture(name),
    {
      name: 'fake.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    },
  ]);
  await expect(page.getByText('fake.png: This file is not a picture that can be shown')).toBeVisible();
  await page.getByRole('button', { name: `Open: ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill('A harbour');
  await dialog.getByLabel('Credit').fill('Ana Reyes');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const [row] = await newsroom.db.select().from(media).where(eq(media.filename, name));
  expect(row).toMatchObject({ alt: 'A harbour', credit: 'Ana Reyes' });

  const address = `/media/${row?.hash}`;
  const served = await page.request.get(`${address}/320.webp`);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  for (const file of ['321.webp', '320.svg', '1920.webp', '../originals'])
    expect((await page.request.get(`${address}/${file}`)).status(), file).toBe(404);

  const writing = await Writing.begin(page);
  await writing.text.click();
  await page.keyboard.type('/library');
  await page.keyboard.press('Enter');
  await page.getByLabel('Search the library').fill(name);
  await page.getByRole('button', { name: 'Choose: A harbour' }).click();
  await page.getByRole('button', { name: 'Put in the picture' }).click();
  await expect(writing.text.locator('figure').getByLabel('Credit')).toHaveValue('Ana Reyes');
  await writing.expectSaved();
  await page.goto('/admin/media');
  await page.getByRole('button', { name: 'Open: A harbour' }).first().click();
  await expect(dialog.getByRole('link', { name: 'Untitled story' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  expect(trouble).toEqual([]);
});

test('A3 the editor’s addresses give a stranger nothing and take nothing from her', async ({
  page,
  newsroom,
  baseURL,
}) => {
  const story = await newsroom.story({ publish: false, text: ['Nobody’s business.'] });
  const origin = baseURL ?? '';
  for (const path of [
    `/api/articles/${story.id}/draft`,
    `/api/articles/${story.id}/revisions`,
    '/api/media',
    '/api/tags',
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(403);
    expect(await answer.text()).not.toContain('business');
  }
  const saved = await page.request.post(`/api/articles/${story.id}/draft`, { data: {}, headers: { origin } });
  expect(saved.status()).toBe(403);
  const upload = { filename: 'a.jpg', size: 3, modifiedAtMs: 0 };
  const begun = await page.request.post('/api/media/uploads', { data: upload, headers: { origin } });
  expect(begun.status()).toBe(403);
  const sent = await page.request.patch(`/api/media/uploads/${'0'.repeat(32)}`, {
    data: Buffer.from('abc'),
    headers: { origin, 'upload-offset': '0' },
  });
  expect(sent.status()).toBe(403);
  const crossSite = await page.request.post('/api/media/uploads', {
    data: upload,
    headers: { origin: 'https://evil.example' },
  });
  expect(crossSite.status()).toBe(403);
});

test('D1 R14 editor, list and library are without fault for those who do not see or do not use a mouse, in both themes', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false });
  const trouble = listenForTrouble(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/admin/articles');
    await expectNoBarriers(page, { quick: true });
    await page.goto('/admin/media');
    await expectNoBarriers(page, { quick: true });
    const writing = await Writing.open(page, story.id);
    await expectNoBarriers(page, { quick: true });
    await writing.openSettings();
    await expectNoBarriers(page, { quick: true });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByLabel('At a time').check();
    await expectNoBarriers(page, { quick: true });
    await page.keyboard.press('Escape');
  }
  expect(trouble).toEqual([]);
  await page.goto('/admin/articles');
  await page.keyboard.press('n');
  await page.waitForURL(/\/admin\/articles\/\d+$/);
});
