import type { Locator, Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { expect, signIn, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** By hand and by key: parts change places, words are found and replaced, and all but the text stands back. */

const lines = (writing: Writing) => writing.text.locator('> *').allInnerTexts();

async function write(page: Page, ...paragraphs: string[]): Promise<Writing> {
  const writing = await Writing.begin(page);
  await writing.text.click();
  await writing.paste({ 'text/plain': paragraphs.join('\n\n') });
  await expect(writing.text.locator('> p').first()).toContainText(paragraphs[0] ?? '');
  return writing;
}

test('D1 a part moves by keys, by its handle’s menu and by dragging the handle, and each is undone by one key', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await write(page, 'One', 'Two', 'Three');
  const texts = async () => (await lines(writing)).filter((line) => line.trim() !== '');
  await writing.text.getByText('Three').click();
  await writing.settle();
  await page.keyboard.press('Alt+ArrowUp');
  expect(await texts()).toEqual(['One', 'Three', 'Two']);
  await page.keyboard.type('!');
  expect((await texts())[1]).toContain('!');
  await page.keyboard.press('Control+Alt+d');
  expect(await texts()).toHaveLength(4);
  await page.keyboard.press('Control+z');
  expect(await texts()).toHaveLength(3);

  const handle = page.getByRole('button', { name: 'Move or change this part' });
  // The handle comes when the page is at rest.
  await expect(async () => {
    await writing.text.getByText('One').hover();
    await expect(handle).toBeVisible({ timeout: 500 });
  }).toPass();
  await handle.click();
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  expect((await texts())[1]).toBe('One');
  await expect(writing.text).toBeFocused();

  await writing.text.getByText('Two').hover();
  const first = writing.text.locator('> p').first();
  await handle.dragTo(first, { targetPosition: { x: 20, y: 2 } });
  expect((await texts())[0]).toBe('Two');
  await page.keyboard.press('Control+z');
  expect((await texts())[2]).toBe('Two');
  await writing.expectSaved();
  expect(trouble).toEqual([]);
});

test('D1 points of a list and parts of a quote move by their own handle, by keys, and over the borders', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await write(page, 'One', '- first\n- second', '> said', 'Two');
  const points = writing.text.locator('li');
  const quoted = writing.text.locator('blockquote > p');
  await expect(points).toHaveText(['first', 'second']);
  await expect(quoted).toHaveText(['said']);
  const handle = page.getByRole('button', { name: 'Move or change this part' });
  await expect(async () => {
    await points.last().getByText('second').hover();
    await expect(handle).toBeVisible({ timeout: 500 });
  }).toPass();
  await handle.click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(points).toHaveText(['second', 'first']);
  await points.last().getByText('first').hover();
  await handle.dragTo(points.first(), { targetPosition: { x: 20, y: 2 } });
  await expect(points).toHaveText(['first', 'second']);

  await writing.text.getByText('Two').click();
  await writing.settle();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(quoted).toHaveText(['said', 'Two']);
  await quoted.last().hover();
  await handle.click();
  await expect(page.getByRole('menuitem', { name: 'Out of the quote, below it' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect(quoted).toHaveText(['Two', 'said']);
  await quoted.first().hover();
  await handle.dragTo(writing.text.getByText('One'), { targetPosition: { x: 20, y: 2 } });
  await expect(writing.text.locator('> p').filter({ hasText: 'Two' })).toHaveCount(1);
  await expect(quoted).toHaveText(['said']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(quoted).toHaveText(['said', 'Two']);
  await writing.expectSaved();
  expect(trouble).toEqual([]);
});

test('D1 a finger that rests on the grip carries a part, also a second paragraph of a point; one that does not moves the page', async ({
  browser,
  baseURL,
  newsroom,
}) => {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await signIn(page, await newsroom.person('editor'));
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  await writing.text.click();
  await writing.paste({
    'text/html': '<p>One</p><ul><li><p>first</p><p>more</p></li><li><p>last</p></li></ul>'.concat(
      '<p>Two</p>'.repeat(12),
    ),
  });
  const points = writing.text.locator('li');
  await expect(points).toHaveText(['firstmore', 'last']);
  const grip = page.getByRole('button', { name: 'Move or change this part' });
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const placeOf = async (what: Locator) => {
    const box = await what.boundingBox();
    if (!box) throw new Error('not in sight');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  // The grip comes when the page is at rest.
  await expect(async () => {
    await writing.text.getByText('more').tap();
    await expect(grip).toBeVisible({ timeout: 500 });
  }).toPass();

  // A finger that goes on at once scrolls, as anywhere else.
  const start = await placeOf(grip);
  await touch('touchStart', start);
  for (let step = 1; step <= 6; step++) await touch('touchMove', { x: start.x, y: start.y - 25 * step });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(60);
  // It stands still before it is lifted, so that the page does not glide on.
  for (let pause = 0; pause < 5; pause++) {
    await touch('touchMove', { x: start.x, y: start.y - 150 - pause });
    await writing.settle();
  }
  await touch('touchEnd');
  await expect(points).toHaveText(['firstmore', 'last']);
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await writing.settle();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }).toPass();

  const [from, to] = [await placeOf(grip), await placeOf(writing.text.getByText('last'))];
  await touch('touchStart', from);
  await expect(grip).toHaveAttribute('data-carries', '');
  for (const part of [0.3, 0.6, 1])
    await touch('touchMove', { x: from.x, y: from.y + (to.y + 6 - from.y) * part });
  await expect(page.locator('.prosemirror-dropcursor-block')).toBeVisible();
  await touch('touchEnd');
  await expect(points).toHaveText(['first', 'lastmore']);
  await expect(page.locator('.prosemirror-dropcursor-block')).toHaveCount(0);

  // A press opens what else can be done with it.
  await writing.text.getByText('more').tap();
  await grip.tap();
  await page.getByRole('menuitem', { name: 'Out of the point, below it' }).tap();
  await expect(points).toHaveText(['first', 'last', 'more']);
  await writing.expectSaved();
  expect(trouble).toEqual([]);
  await context.close();
});

test('D1 words are found in text and captions, stepped through, replaced one by one and all at once', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await write(page, 'Mr Smith met Miss Smith.', 'The Smiths went home.');
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in the story' });
  await bar.getByLabel('Find', { exact: true }).fill('smith');
  await expect(bar.getByText('1 of 3')).toBeVisible();
  await expect(writing.text.locator('.found')).toHaveCount(3);
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByText('3 of 3')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar.getByText('1 of 3')).toBeVisible();
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await expect(bar.getByText('1 of 2')).toBeVisible();
  await expectNoBarriers(page);
  await bar.getByLabel('Replace by').fill('Smythe');
  await bar.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect(writing.text).toContainText('Mr Smythe met Miss Smith.');
  await bar.getByRole('button', { name: 'Whole words' }).click();
  await bar.getByRole('button', { name: 'All' }).click();
  await expect(writing.text).toContainText('Mr Smythe met Miss Smythe.The Smythes went home.');
  await expect(bar.getByText('None')).toBeVisible();
  await bar.getByLabel('Find', { exact: true }).fill('home');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(writing.text).toBeFocused();
  await page.keyboard.type('away');
  await expect(writing.text).toContainText('went away.');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(writing.text).toContainText('The Smiths went home.');
});

test('D1 find and replace reach headline and standfirst, in the order of reading, and all of it is one step of undo', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await write(page, 'Mr Smith went home.');
  const standfirst = page.getByLabel('Standfirst', { exact: true });
  await standfirst.fill('What Smith said, and why');
  await writing.headline.fill('Smith leaves');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+f');
  const bar = page.getByRole('search', { name: 'Find in the story' });
  await bar.getByLabel('Find', { exact: true }).fill('smith');
  await expect(bar.getByText('1 of 3')).toBeVisible();
  await expect(page.locator('.story-headline .found-now')).toHaveText('Smith');
  await page.keyboard.press('Enter');
  await expect(page.locator('.story-standfirst .found-now')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(writing.text.locator('.found-now')).toHaveText('Smith');
  await page.keyboard.press('Enter');
  await expect(page.locator('.story-headline .found-now')).toHaveCount(1);
  await expectNoBarriers(page);

  const all = async () => [
    await writing.headline.inputValue(),
    await standfirst.inputValue(),
    (await writing.text.innerText()).trim(),
  ];
  const before = ['Smith leaves', 'What Smith said, and why', 'Mr Smith went home.'];
  const after = ['Smythe leaves', 'What Smythe said, and why', 'Mr Smythe went home.'];
  await bar.getByLabel('Replace by').fill('Smythe');
  await bar.getByRole('button', { name: 'Replace', exact: true }).click();
  await expect.poll(all).toEqual([after[0], ...before.slice(1)]);
  await expect(bar.getByText('1 of 2')).toBeVisible();
  await bar.getByRole('button', { name: 'All' }).click();
  await expect.poll(all).toEqual(after);
  await page.keyboard.press('Control+z');
  await expect.poll(all).toEqual([after[0], ...before.slice(1)]);
  await bar.getByRole('button', { name: 'All' }).click();
  await expect.poll(all).toEqual(after);
  await bar.getByLabel('Find', { exact: true }).fill('leaves');
  await page.keyboard.press('Escape');
  // The caret stands on what was found last, and the keys mean the text's own history there, too.
  await expect(writing.headline).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('leaves');
  await writing.text.click();
  await page.keyboard.press('Control+z');
  await expect.poll(all).toEqual([after[0], ...before.slice(1)]);
  await writing.expectSaved();
  await page.reload();
  await writing.ready();
  expect(await all()).toEqual([after[0], ...before.slice(1)]);
});

test('D1 with the text in focus everything else stands back, and comes again', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  const writing = await write(page, 'One', 'Two');
  await writing.text.getByText('One').click();
  await writing.settle();
  await page.keyboard.press('Control+Shift+f');
  await expect(writing.text.getByText('Two')).toHaveCSS('opacity', '0.35');
  await expect(writing.text.getByText('One')).toHaveCSS('opacity', '1');
  await expect(page.locator('.story-bar')).toHaveCSS('opacity', '0');
  await page.keyboard.press('Control+Shift+f');
  await expect(writing.text.getByText('Two')).toHaveCSS('opacity', '1');
  await expect(page.locator('.story-bar')).toHaveCSS('opacity', '1');
});

test('D1 a gallery takes more pictures, changes their order, and parts again', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  const names = ['first', 'second', 'third'].map((name) => `${name}-${Date.now()}`);
  await page.goto('/admin/media');
  await page
    .getByLabel('Files to upload')
    .setInputFiles(await Promise.all(names.map((name) => picture(`${name}.jpg`))));
  for (const name of names)
    await expect(page.getByRole('button', { name: `Open: ${name}.jpg` })).toBeVisible();
  const writing = await Writing.begin(page);
  await writing.text.click();
  await page.keyboard.type('/gallery');
  await page.keyboard.press('Enter');
  const choose = async (...wanted: string[]) => {
    for (const name of wanted) await page.getByRole('button', { name: `Choose: ${name}.jpg` }).click();
    await page.getByRole('button', { name: /^Put in/ }).click();
  };
  await choose(names[0] ?? '', names[1] ?? '');
  const gallery = writing.text.locator('div[data-gallery]');
  await expect(gallery.locator('img')).toHaveCount(2);
  await page.getByRole('button', { name: 'Add pictures to this gallery' }).click();
  await choose(names[2] ?? '');
  await expect(gallery.locator('img')).toHaveCount(3);
  const order = () => gallery.locator('img').evaluateAll((all) => all.map((img) => img.getAttribute('src')));
  const before = await order();
  await gallery.locator('figure').last().hover();
  await gallery
    .getByRole('button', { name: /Move the picture forward/ })
    .last()
    .click();
  expect(await order()).toEqual([before[0], before[2], before[1]]);
  await writing.expectSaved();
  await page.getByRole('button', { name: 'Make single pictures of this gallery' }).click();
  await expect(gallery).toHaveCount(0);
  await expect(writing.text.locator('img')).toHaveCount(3);
});

test('D1 on a phone every part can be put in and moved without a keyboard', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  await page.setViewportSize({ width: 390, height: 844 });
  const writing = await write(page, 'One', 'Two');
  const tools = page.getByRole('toolbar', { name: 'Formatting' });
  await writing.text.getByText('Two').click();
  await writing.settle();
  await tools.getByRole('button', { name: 'Move this part up', exact: true }).click();
  await expect(writing.text.locator('> p').first()).toHaveText('Two');
  await writing.text.getByText('One').click();
  await writing.settle();
  await tools.getByRole('button', { name: 'List', exact: true }).click();
  await tools.getByRole('button', { name: 'Move this part up, into or out' }).click();
  await expect(writing.text.locator('li')).toHaveCount(0);
  await expect(writing.text.locator('> p').nth(1)).toHaveText('One');
  await tools.getByRole('button', { name: 'Put something in' }).click();
  await expectNoBarriers(page);
  await page.getByRole('option', { name: 'Table' }).click();
  await expect(writing.text.locator('table')).toHaveCount(1);
  await page.keyboard.type('Quay');
  await expect(writing.text.locator('th').first()).toHaveText('Quay');
  await page.setViewportSize({ width: 1280, height: 720 });
});
