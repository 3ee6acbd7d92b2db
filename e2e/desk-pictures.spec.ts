import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Route } from '@playwright/test';
import { uploadPicture } from '@/features/media/commands';
import type { Newsroom } from './support/newsroom';
import { expect, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** Pictures that lie elsewhere: within what is pasted, or at an address of the web. */

/**
 * A web beyond this machine, which no test reaches: pictures of `pictures.example` are those given, taken into the library
 * by the product's own command. Every other address goes to the server and is refused there as ever.
 */
async function webOf(page: Page, newsroom: Newsroom, held?: Promise<void>): Promise<void> {
  await page.route('**/api/media/from-address', async (route: Route) => {
    const { address } = route.request().postDataJSON() as { address: string };
    if (!address.startsWith('https://pictures.example/')) return route.continue();
    const { buffer } = await picture();
    await held;
    const row = await uploadPicture(newsroom.ctx, { bytes: buffer, filename: 'from-the-web.jpg' });
    await route.fulfill({ json: row });
  });
}

/** What stands in the text, block by block: the words, or what kind of picture. */
const blocksOf = (page: Page): Promise<string[]> =>
  page
    .locator('.story-text > *:not(.upload-bar)')
    .evaluateAll((blocks) =>
      blocks.map((block) =>
        block.querySelector('figure img') ? 'picture' : (block.textContent ?? '').trim(),
      ),
    );

test('D2 pictures of pasted text come each to its own place, the text never waits, and a link stays for one that cannot be had', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('author');
  const trouble = listenForTrouble(page);
  let letIn = () => {};
  await webOf(
    page,
    newsroom,
    new Promise((resolve) => {
      letIn = resolve;
    }),
  );
  const writing = await Writing.begin(page);
  await writing.headline.fill('Three quays');
  await writing.text.click();
  const inside = (await picture()).buffer.toString('base64');
  await writing.paste({
    'text/html': `<p>Before the first.</p><p><img src="data:image/jpeg;base64,${inside}"></p><p>Between <img src="https://pictures.example/quay.jpg" alt="A quay at dawn"> them.</p><figure><img src="http://127.0.0.1/inside.jpg"><figcaption>What nobody sees</figcaption></figure><p>After the last.</p>`,
    'text/plain': 'Before the first. Between them. After the last.',
  });
  // The words are there at once, and one goes on writing while the pictures are on their way.
  expect((await blocksOf(page)).filter((block) => block !== 'picture')).toEqual([
    'Before the first.',
    'Between',
    'A quay at dawn',
    'them.',
    'What nobody sees',
    'After the last.',
  ]);
  await page.keyboard.type(' And on.');
  await expect(page.getByText('Fetching A quay at dawn')).toBeVisible();
  letIn();
  await expect(
    page.getByText(
      /What nobody sees: 127\.0\.0\.1 is not a server on the public internet.*stays in the text as a link/,
    ),
  ).toBeVisible();
  await expect(page.locator('.upload-bar')).toHaveCount(0);
  const wanted = [
    'Before the first.',
    'picture',
    'Between',
    'picture',
    'them.',
    'What nobody sees',
    'After the last. And on.',
  ];
  await expect.poll(() => blocksOf(page)).toEqual(wanted);
  await expect(page.getByLabel('Description').nth(1)).toHaveValue('A quay at dawn');
  await expect(writing.text.getByRole('link', { name: 'What nobody sees' })).toHaveAttribute(
    'href',
    'http://127.0.0.1/inside.jpg',
  );
  await writing.expectSaved();
  await page.reload();
  await writing.ready();
  expect(await blocksOf(page)).toEqual(wanted);
  expect(trouble).toEqual([]);
});

test('D2 what is undone, changed or pasted into a line while a picture comes is not overwritten by it', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('author');
  let letIn = () => {};
  await webOf(
    page,
    newsroom,
    new Promise((resolve) => {
      letIn = resolve;
    }),
  );
  const writing = await Writing.begin(page);
  await writing.typeAtEnd('Head of the line, ');
  await writing.paste({ 'text/html': '<img src="https://pictures.example/a.jpg" alt="first">' });
  await page.keyboard.type(' tail of it.');
  await page.keyboard.press('Enter');
  await writing.paste({ 'text/html': '<p><img src="https://pictures.example/b.jpg" alt="second"></p>' });
  // The second one's words are made the writer's own.
  await page.keyboard.type(' thoughts');
  letIn();
  await expect(page.locator('.upload-bar')).toHaveCount(0);
  await expect.poll(async () => (await blocksOf(page)).filter((block) => block === 'picture').length).toBe(2);
  const words = (await blocksOf(page)).join(' | ');
  expect(words).toContain('Head of the line,');
  expect(words).toContain('tail of it.');
  expect(words).toContain('thoughts');
  await writing.expectSaved();
});

test('D16 a picture is taken into the library from its address, and a refused address stays to be mended', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  await webOf(page, newsroom);
  await page.goto('/admin/media');
  await page.getByRole('button', { name: 'From an address' }).first().click();
  const field = page.getByLabel('Address of the picture');
  await expect(field).toBeFocused();
  for (const [address, words] of [
    ['', 'Put in the address'],
    ['file:///etc/passwd', 'begin with https://'],
    ['http://127.0.0.1/a.jpg', 'not a server on the public internet'],
    ['http://[::ffff:169.254.169.254]/latest/meta-data/', 'not a server on the public internet'],
    ['http://someone:secret@pictures.test/', 'name or password'],
  ] as const) {
    await field.fill(address);
    await field.press('Enter');
    await expect(page.getByText(words)).toBeVisible();
    await expect(field).toHaveValue(address);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await field.fill('https://pictures.example/quay.jpg');
  await field.press('Enter');
  await expect(field).toHaveCount(0);
  await expect(page.getByRole('button', { name: /from-the-web\.jpg/ }).first()).toBeVisible();
  // While nobody types, an address is simply pasted.
  const before = await page.getByRole('button', { name: /from-the-web\.jpg/ }).count();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'https://pictures.example/other.jpg');
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('button', { name: /from-the-web\.jpg/ })).toHaveCount(before + 1);
});

test('D16 an editor puts a picture of the web into a story from the picker', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('author');
  await webOf(page, newsroom);
  const writing = await Writing.begin(page);
  await writing.typeAtEnd('/address');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'From an address' }).first().click();
  await page.getByLabel('Address of the picture').fill('https://pictures.example/quay.jpg');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Put in the picture' }).click();
  await expect.poll(() => blocksOf(page)).toContain('picture');
  await writing.expectSaved();
});
