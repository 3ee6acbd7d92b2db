import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { saveLook } from '@/features/settings/commands';
import { ourLook } from '@/features/settings/queries';
import { accentFault } from '@/lib/look';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble } from './support/writing';

/** The paper's own logo and colours (D19). Other walks share the paper, so it is put back whatever happens. */
test.afterEach(async ({ newsroom }) => {
  await saveLook(newsroom.ctx, ourLook);
});

const colourOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).color);

async function wordmark() {
  const bar = {
    create: { width: 560, height: 80, channels: 4, background: `#${unique().slice(0, 6)}` },
  } as const;
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const buffer = await sharp({ create: { width: 600, height: 120, channels: 4, background: clear } })
    .composite([{ input: bar, left: 20, top: 20 }])
    .png()
    .toBuffer();
  return { name: `logo-${unique()}.png`, mimeType: 'image/png', buffer };
}

test('D19 a logo and colours are chosen with their worth in sight, stand on every page at once, and give way to ours', async ({
  signedIn,
  page: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  const trouble = listenForTrouble(reader);
  const before = await reader.request.get(story.path);
  const { page } = await signedIn('administrator');
  await page.goto('/admin/settings');
  await page.getByRole('link', { name: 'Logo and colours' }).click();

  const logoField = page.getByRole('group', { name: 'Logo (optional)', exact: true });
  await logoField.getByRole('button', { name: 'Choose a picture' }).click();
  const logo = await wordmark();
  const library = page.getByRole('dialog');
  await library.getByLabel('Files to upload').setInputFiles(logo);
  await library.getByRole('button', { name: `Choose: ${logo.name}` }).click();
  await expect(page.getByRole('img', { name: 'Logo', exact: true })).toBeVisible();

  const light = page.getByRole('textbox', { name: 'Accent on light paper', exact: true });
  await light.fill('#e0a000');
  const nearest = accentFault('#e0a000', 'light')?.nearest ?? '';
  await expect(light).toHaveAccessibleDescription(/cannot be read on the light paper/);
  await page.getByRole('button', { name: 'Save the look' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '.' })).toBeVisible();
  await page.getByRole('button', { name: `Take ${nearest}` }).click();
  await expect(light).toHaveValue(nearest);
  await page.getByRole('textbox', { name: 'Accent on dark paper', exact: true }).fill('#8ab8ff');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Save the look' }).click();
  await expect(page.getByText('Saved. Readers see it at once.')).toBeVisible();

  const after = await reader.request.get(story.path);
  expect(after.headers().etag).not.toBe(before.headers().etag);
  expect(after.headers()['content-security-policy']).toMatch(/style-src 'sha256-[^']+' 'self'/);
  expect(before.headers()['content-security-policy']).not.toContain("style-src 'sha256-");
  await reader.goto(story.path);
  await expect(reader.getByRole('banner').getByRole('img')).toBeVisible();
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(nearest.slice(at, at + 2), 16));
  expect(await colourOf(reader, '.kicker a')).toBe(`rgb(${red}, ${green}, ${blue})`);
  await reader.emulateMedia({ colorScheme: 'dark' });
  expect(await colourOf(reader, '.kicker a')).toBe('rgb(138, 184, 255)');
  await reader.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await colourOf(reader, '.kicker a')).toBe(`rgb(${red}, ${green}, ${blue})`);
  await reader.emulateMedia({ colorScheme: 'light', media: 'screen' });
  await expectNoBarriers(reader);
  // What the policy refused would be said in the console.
  expect(trouble).toEqual([]);

  const markup = await reader.content();
  expect(markup).toMatch(/"logo":\{"@type":"ImageObject","url":"[^"]+\/media\/[0-9a-f]{32}\/logo\.png"/);
  const ico = await reader.request.get('/favicon.ico');
  expect([ico.headers()['content-type'], (await ico.body()).readUInt8(6)]).toEqual(['image/x-icon', 64]);
  const touch = await reader.request.get('/apple-touch-icon.png');
  expect(await sharp(await touch.body()).metadata()).toMatchObject({ width: 180, height: 180 });
  await reader.goto('/admin/login');
  await expect(reader.getByRole('main').getByRole('img')).toBeVisible();

  await logoField.getByRole('button', { name: 'Take out' }).click();
  await page.getByRole('button', { name: 'Back to ours' }).click();
  await page.getByRole('button', { name: 'Save the look' }).click();
  await expect.poll(async () => (await reader.request.get(story.path)).text()).not.toContain('logo.png');
  await reader.goto(story.path);
  await expect(reader.getByRole('banner').getByRole('img')).toHaveCount(0);
  expect(await colourOf(reader, '.kicker a')).toBe('rgb(161, 36, 27)');
});
