import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { media, uploads } from '@/db/schema';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** Twelve megabytes that no coding makes small: three pieces. */
async function large(name: string) {
  const side = 2000;
  const buffer = await sharp(randomBytes(side * side * 3), {
    raw: { width: side, height: side, channels: 3 },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

const parts = '**/api/media/uploads/*';

test('D16 an upload waits while the line is down and goes on by itself where it was', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  await page.goto('/admin/media');
  const name = `night-${unique()}.png`;
  const file = await large(name);
  const offsets: number[] = [];
  await page.route(parts, async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    offsets.push(Number(request.headers()['upload-offset']));
    // The line goes down in the middle of the second piece.
    if (offsets.length !== 2) return route.continue();
    await page.context().setOffline(true);
    await route.abort('connectionreset').catch(() => undefined);
  });
  await page.getByLabel('Files to upload').setInputFiles(file);
  await expect(page.getByText(`No connection. ${name} goes on by itself at`)).toBeVisible();
  await expectNoBarriers(page);
  await page.context().setOffline(false);
  await expect(page.getByRole('button', { name: `Open: ${name}` })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('No connection.')).toHaveCount(0);
  const hash = createHash('sha256').update(file.buffer).digest('hex').slice(0, 32);
  expect(await newsroom.db.$count(media, eq(media.hash, hash))).toBe(1);
  // The first piece was not sent again.
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(trouble).toEqual([]);
});

test('D16 what failed keeps its file: it is sent again, or given up and nothing is left, by one button', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/media');
  const sentence = 'The disk that keeps the library is full.';
  const full = { status: 503, json: { error: sentence, code: 'unavailable', fields: {} } };
  const refuse = async () =>
    page.route(parts, (route) =>
      route.request().method() === 'PATCH' ? route.fulfill(full) : route.continue(),
    );
  const field = page.getByLabel('Files to upload');
  await refuse();
  const [kept, dropped] = [await picture(`kept-${unique()}.jpg`), await picture(`dropped-${unique()}.jpg`)];
  await field.setInputFiles([kept, dropped]);
  await expect(page.getByText(`${kept.name}: ${sentence}`)).toBeVisible();
  await expect(page.getByText(`${dropped.name}: ${sentence}`)).toBeVisible();
  await expectNoBarriers(page);
  await page.unroute(parts);
  await page.getByRole('button', { name: `Try again: ${kept.name}` }).click();
  await expect(page.getByRole('button', { name: `Open: ${kept.name}` })).toBeVisible();
  await page.getByRole('button', { name: `Dismiss: ${dropped.name}` }).click();
  await expect(page.getByText(sentence)).toHaveCount(0);

  // Cancelled on its way: the server forgets what it had.
  const slow = await large(`slow-${unique()}.png`);
  await page.route(parts, async (route) => {
    const second = Number(route.request().headers()['upload-offset']) > 0;
    if (!second) await route.continue();
  });
  await field.setInputFiles(slow);
  await expect(page.getByText(/^Uploading slow-.*, 3\d%$/)).toBeVisible();
  await page.getByRole('button', { name: `Cancel: ${slow.name}` }).click();
  await expect.poll(() => newsroom.db.$count(uploads, eq(uploads.filename, slow.name))).toBe(0);
});

test('D16 D1 a picture that did not arrive in the text stands there with a button to send it again', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const writing = await Writing.begin(page);
  await page.route(parts, (route) =>
    route.fulfill({ status: 429, json: { error: 'Too many.', code: 'too-many' } }),
  );
  await writing.bring('drop', await picture('lost.jpg'));
  await expect(writing.text.getByText('lost.jpg: Too many.')).toBeVisible();
  await expectNoBarriers(page);
  await page.unroute(parts);
  await page.getByRole('button', { name: 'Try again: lost.jpg' }).click();
  await expect(writing.text.locator('figure')).toHaveCount(1);
  await expect(writing.text.getByText('lost.jpg')).toHaveCount(0);
  await writing.expectSaved();
});

test('D16 a picture that looks like an old one is named when it comes, and gives way to it by one button', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const mark = unique();
  const bands = Array.from(randomBytes(24), (grey, n) => {
    const [x, y] = [(n % 6) * 150, Math.floor(n / 6) * 150];
    return `<rect x="${x}" y="${y}" width="150" height="150" fill="rgb(${grey},${grey},${255 - grey})"/>`;
  });
  const scene = sharp(Buffer.from(`<svg width="900" height="600">${bands.join('')}</svg>`));
  const file = async (name: string, width: number) => ({
    name: `${name}-${mark}.jpg`,
    mimeType: 'image/jpeg',
    buffer: await scene.clone().resize(width).jpeg({ quality: 60 }).toBuffer(),
  });
  await page.goto('/admin/media');
  const field = page.getByLabel('Files to upload');
  await field.setInputFiles(await file('old', 900));
  await expect(page.getByRole('button', { name: `Open: old-${mark}.jpg` })).toBeVisible();
  await field.setInputFiles(await file('new', 500));
  await expect(page.getByText(`new-${mark}.jpg looks like “old-${mark}.jpg”.`)).toBeVisible();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Use that instead' }).click();
  await expect(page.getByRole('button', { name: `Open: new-${mark}.jpg` })).toHaveCount(0);

  await field.setInputFiles(await file('third', 400));
  await page.getByRole('button', { name: 'Keep both' }).click();
  await expect(page.getByRole('button', { name: 'Keep both' })).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: `Open: third-${mark}.jpg` }).click();
  await expect(page.getByRole('dialog').getByText('No story uses it.')).toBeVisible();
  await expect(page.getByRole('dialog').getByText('Looks like')).toHaveCount(0);
});
