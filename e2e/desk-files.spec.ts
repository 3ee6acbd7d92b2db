import { mp3, mp4, pdf } from '@/features/media/testing-files';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

test('D16 a document, sound and film are put into a story; readers get them without scripts, in ranges, as files', async ({
  signedIn,
  plainPage,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const section = await newsroom.section();
  const writing = await Writing.begin(page);
  const headline = `Files ${unique()}`;
  await writing.headline.fill(headline);
  await writing.text.click();
  await page.keyboard.type('What the court said, and what was said in court.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/file');
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  const film = mp4({ data: 300_000 });
  await (await chooser).setFiles([
    { name: 'Court ruling.pdf', mimeType: 'application/pdf', buffer: pdf() },
    { name: 'talk.mp3', mimeType: 'audio/mpeg', buffer: mp3() },
    { name: 'flood.mp4', mimeType: 'video/mp4', buffer: film },
  ]);
  await expect(writing.text.locator('.file-part')).toHaveText([/^PDF/, /^MP3/, /^MP4, 1:30/]);
  await writing.text.getByLabel('Title').nth(0).fill('The ruling');
  await writing.text.getByLabel('Credit').nth(0).fill('Court of appeal');
  await writing.expectSaved();
  await expectNoBarriers(page);
  await writing.fileUnder(section.name);
  await writing.expectSaved();
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await plainPage.goto(`/${section.slug}`);
  await plainPage.getByRole('link', { name: headline }).first().click();
  const card = plainPage.getByRole('link', { name: /The ruling PDF, 1 KB/ });
  await expect(plainPage.getByText('Court of appeal')).toBeVisible();
  await expect(plainPage.locator('audio[controls]')).toHaveAttribute('aria-label', 'talk');
  const video = plainPage.locator('video[controls]');
  await expect(video).toHaveAttribute('width', '640');
  await page.goto(plainPage.url());
  await expectNoBarriers(page);

  const { request } = plainPage;
  const paper = await request.get((await card.getAttribute('href')) ?? '');
  expect(paper.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-disposition': "attachment; filename*=UTF-8''Court%20ruling.pdf",
    'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
  });
  const address = (await video.getAttribute('src')) ?? '';
  const part = await request.get(address, { headers: { range: 'bytes=-2000' } });
  expect(part.status()).toBe(206);
  expect(part.headers()).toMatchObject({
    'content-range': `bytes ${film.length - 2000}-${film.length - 1}/${film.length}`,
    'content-disposition': expect.stringMatching(/^inline/),
    'accept-ranges': 'bytes',
  });
  expect(await part.body()).toEqual(film.subarray(-2000));
  const { etag = '' } = part.headers();
  const asked = async (headers: Record<string, string>) => (await request.get(address, { headers })).status();
  expect(await asked({ 'if-none-match': etag })).toBe(304);
  expect(await asked({ range: 'bytes=0-9', 'if-range': '"another"' })).toBe(200);
  expect(await asked({ range: `bytes=${film.length}-` })).toBe(416);
  const head = await request.head(address);
  expect([head.status(), head.headers()['accept-ranges'], (await head.body()).length]).toEqual([
    200,
    'bytes',
    0,
  ]);
  expect((await request.get(address.replace('.mp4', '.pdf'))).status()).toBe(404);
  expect(trouble).toEqual([]);
});

test('D16 the library shows and names what is no picture', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/media');
  const name = `minutes-${unique()}.pdf`;
  await page
    .getByLabel('Files to upload')
    .setInputFiles([{ name, mimeType: 'application/pdf', buffer: pdf() }]);
  await page.getByRole('button', { name: `Open: ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: `Download ${name}` })).toBeVisible();
  await dialog.getByLabel('Title').fill('Minutes of the council');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Open: Minutes of the council' })).toBeVisible();
  await expectNoBarriers(page);
});

test('D16 a licence that ends is set at the picture, warned of in the library, and found there', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/media');
  const file = await picture(`agency-${unique()}.jpg`);
  await page.getByLabel('Files to upload').setInputFiles(file);
  await page.getByRole('button', { name: `Open: ${file.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind of licence').selectOption('Agency');
  await dialog.getByLabel('Holds until').fill('2026-01-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Ended 31 Jan 2026').first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Show ended' }).click();
  await page.getByRole('combobox', { name: 'Licence' }).selectOption('Agency');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Pictures');
  const tile = page.getByRole('button', { name: `Open: ${file.name}` });
  await expect(tile).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Film');
  await expect(page.getByText('Nothing in the library is of this kind.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await page.goto('/admin/media?show=expired');
  await tile.click();
  await expect(dialog.getByText('The licence ended on 31 Jan 2026. No story shows it.')).toBeVisible();
  await expectNoBarriers(page);
});
