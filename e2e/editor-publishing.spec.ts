import { eq } from 'drizzle-orm';
import { articles } from '@/db/schema';
import { unique } from './support/newsroom';
import { newestOf } from './support/revisions';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** What becomes of a story once it is written: scheduled, live, corrected, withdrawn, killed, seen before, brought back. */

test('D7 D8 a story is filed, scheduled to the second, goes live by itself, is updated, withdrawn and killed', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const section = await newsroom.section();
  const writing = await Writing.begin(page);
  const title = `Tide tables ${unique()}`;
  await writing.headline.fill(title);
  await writing.typeAtEnd('The first words.');
  const dialog = page.getByRole('dialog');

  // What is missing is said, and its place opens.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByText('File it under a section first.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await writing.fileUnder(section.name);
  const tag = `Tides ${unique()}`;
  await page.getByRole('combobox', { name: 'Add to tags' }).fill(tag);
  await page.getByRole('option', { name: `Make “${tag}”` }).click();
  await expect(page.getByRole('button', { name: `Take ${tag} away` })).toBeVisible();
  await page.getByRole('button', { name: 'Close the settings' }).click();

  const schedule = async (at: Date) => {
    await dialog.getByLabel('At a time').check();
    await dialog.getByLabel(/^Day and time in/).fill(at.toISOString().slice(0, 19));
  };
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await schedule(new Date(Date.now() - 60_000));
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog.getByText('That time has passed').first()).toBeVisible();
  const dueAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 12_000);
  await schedule(dueAt);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText(/^Goes live/)).toBeVisible();
  // What is written now is not part of the plan until it is put into it.
  await writing.typeAtEnd(' And the second.');
  await expect(page.getByText('Changes made since it was scheduled are not included.')).toBeVisible();
  await page.getByRole('button', { name: 'Include my changes' }).click();
  await expect(page.getByText('Changes made since it was scheduled are not included.')).toHaveCount(0);

  await expect(async () => {
    const found = await newsroom.db.select().from(articles).where(eq(articles.id, writing.id));
    expect(found[0]?.liveRevisionId).not.toBeNull();
  }).toPass({ timeout: 30_000 });
  const path = `/${section.slug}/${(await newestOf(newsroom, writing.id))?.slug}`;
  await reader.goto(path);
  await expect(reader.locator('.prose')).toHaveText('The first words. And the second.');

  await page.reload();
  await writing.ready();
  await writing.typeAtEnd(' And a third.');
  await writing.expectSaved();
  await reader.reload();
  await expect(reader.locator('.prose')).not.toContainText('a third');
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await dialog.getByLabel('Minor change').check();
  await dialog.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Readers see your changes.')).toBeVisible();
  await reader.reload();
  await expect(reader.locator('.prose')).toContainText('And a third.');
  await expect(reader.getByText('Updated')).toHaveCount(0);

  await writing.openSettings();
  await page.getByRole('button', { name: 'Add a correction' }).click();
  await page.getByLabel('What was wrong, and what is right').fill('An earlier version named the wrong tide.');
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(
    page.locator('#story-panel').getByText('An earlier version named the wrong tide.'),
  ).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('An earlier version named the wrong tide.')).toBeVisible();

  await page.getByRole('button', { name: 'Close the settings' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click();
  await dialog.getByRole('button', { name: 'Withdraw now' }).click();
  await expect(page.getByText('It is withdrawn.')).toBeVisible();
  expect((await reader.reload())?.status()).toBe(404);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Kill…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kill the story' }).click();
  await expect(page.getByText('This story was killed. It stays as it was.')).toBeVisible();
  expect((await reader.reload())?.status()).toBe(410);
});

test('D9 D10 an old version is brought back, and the preview shows the newest on the paper’s own page', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['The old words.'] });
  const writing = await Writing.open(page, story.id);
  await writing.text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The new words.');
  await writing.expectSaved();
  await page.getByRole('link', { name: 'Preview' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.locator('.prose')).toHaveText('The new words.');
  await page.getByRole('button', { name: 'Phone, 390 pixels' }).click();
  expect((await page.locator('iframe').boundingBox())?.width).toBeCloseTo(390, 0);
  const address = `/admin/articles/${story.id}/preview/page`;
  const answer = await page.request.get(address);
  expect(answer.headers()['cache-control']).toContain('no-store');
  expect(await answer.text()).toContain('noindex');
  expect((await (await reader.request.get(address)).text()).includes('The new words.')).toBe(false);

  await page.getByRole('link', { name: 'Go on writing' }).click();
  await writing.ready();
  await writing.openSettings();
  await page.getByRole('region', { name: 'Versions' }).getByRole('link').nth(1).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('Brought back as the newest version.')).toBeVisible();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await expect(writing.text).toHaveText('The old words.');
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('The old words.');
});
