import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D10 a link shows the story to somebody outside with a banner, is kept by nobody, and ends when it is withdrawn', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const story = await newsroom.story({ publish: false, text: ['What the lawyer is to read.'] });
  const writing = await Writing.open(page, story.id);
  await writing.openSettings();
  const field = page.getByRole('region', { name: 'Share links' });
  await field.getByRole('button', { name: 'Make a link' }).click();
  await field.getByLabel('Whom it is for').fill('The lawyer');
  await field.getByRole('button', { name: 'Make and copy it' }).click();
  await expect(field.getByText('The lawyer')).toBeVisible();
  await expectNoBarriers(page, { within: '#story-panel', quick: true });
  await expect(page.getByText('The link is copied.')).toBeVisible();
  const url = await page.evaluate(() => navigator.clipboard.readText());

  const answer = await reader.goto(url);
  expect(answer?.status()).toBe(200);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(reader.locator('.prose')).toHaveText('What the lawyer is to read.');
  await expect(reader.getByRole('complementary', { name: 'Shared with you' })).toContainText('good until');
  await expect(reader.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(reader.getByRole('link', { name: 'Bluesky' })).toHaveCount(0);
  await expectNoBarriers(reader);
  for (const place of ['/sitemap.xml', '/feed.xml', '/latest', story.path])
    expect(await (await reader.request.get(place)).text(), place).not.toContain(
      'What the lawyer is to read.',
    );

  await writing.typeAtEnd(' And this.');
  await writing.expectSaved();
  await reader.reload();
  await expect(reader.locator('.prose')).toHaveText('What the lawyer is to read. And this.');

  await field.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw it' }).click();
  // While it asks, the page behind is hidden as a whole.
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(field.getByText('The lawyer')).toBeHidden();
  expect((await reader.goto(url))?.status()).toBe(410);
  await expect(reader.getByRole('heading', { name: 'This link is over' })).toBeVisible();
  expect((await reader.goto('/share/made-up.token'))?.status()).toBe(404);
});

test('D10 offline the key of the preview leaves the page and its text alone', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(page, story.id);
  await page.context().setOffline(true);
  await writing.typeAtEnd(' On a train.');
  await page.keyboard.press('Control+p');
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expect(writing.text).toHaveText('Begun. On a train.');
  expect(new URL(page.url()).pathname).toBe(`/admin/articles/${story.id}`);
  await page.context().setOffline(false);
  await writing.expectSaved();
});

test('D10 the preview in the menu shows what was typed a moment ago', async ({ signedIn, newsroom }) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(page, story.id);
  await writing.typeAtEnd(' To the last letter.');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Preview' }).click();
  await expect(page.frameLocator('iframe').locator('.prose')).toHaveText('Begun. To the last letter.');
});
