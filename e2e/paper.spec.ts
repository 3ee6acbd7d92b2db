import { killArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** The rest of a paper: its own pages, its corrections, its archive, and the way on from an address without a page. */

test('R16 a page is written at the desk, stands at the root and in the footer, and is gone when killed', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/pages');
  await page.getByRole('button', { name: 'New page' }).click();
  await page.waitForURL(/\/admin\/articles\/\d+$/);
  const writing = await new Writing(page).ready();
  const articleId = writing.id;
  const title = `About us ${unique()}`;
  await writing.headline.fill(title);
  await writing.typeAtEnd('We print what we know.');
  await writing.expectSaved();
  await page.getByRole('button', { name: 'Publish' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await reader.goto('/');
  await reader.getByRole('contentinfo').getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  const path = new URL(reader.url()).pathname;
  expect(path.split('/')).toHaveLength(2);
  await page.goto('/admin/pages');
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Live');
  await expectNoBarriers(page);
  await killArticle(newsroom.ctx, { articleId, reason: '' });
  await expect.poll(async () => (await reader.request.get(path)).status()).toBe(410);
  await reader.goto('/');
  await expect(reader.getByRole('contentinfo').getByRole('link', { name: title })).toHaveCount(0);
});

test('D12 R16 a correction is published from the editor, amended, and stands among the corrections', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  const { page } = await signedIn('editor');
  const writing = await Writing.open(page, story.id);
  await writing.openSettings();
  const field = page.getByRole('region', { name: 'Corrections' });
  await field.getByRole('button', { name: 'Add a correction' }).click();
  const text = `It is tram 4 ${unique()}.`;
  await field.getByLabel('What was wrong, and what is right').fill(text);
  await field.getByLabel('Passage').fill('The second one');
  await field.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(field.getByText(text)).toBeVisible();
  await field.getByRole('button', { name: 'Amend' }).click();
  await field.getByLabel('What was wrong, and what is right').fill(`${text} Not 5.`);
  await field.getByRole('button', { name: 'Amend for readers' }).click();
  await expect(field.getByText(`${text} Not 5.`)).toBeVisible();

  await reader.goto('/');
  await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click();
  await expect(reader.getByRole('heading', { level: 1, name: 'Corrections' })).toBeVisible();
  const main = reader.getByRole('main');
  await expect(main).toContainText(`${text} Not 5.`);
  await expect(main).toContainText('Amended on');
  await main.getByRole('link', { name: story.title }).click();
  await expect(reader).toHaveURL(new RegExp(`${story.path}#correction-\\d+$`));
  await expect(reader.getByRole('main')).toContainText(`${text} Not 5.`);

  await field.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click();
  await expect(field.getByText('None so far.')).toBeVisible();
  await reader.goto('/corrections');
  await expect(reader.getByRole('main')).not.toContainText(text);
});

test('R7 the archive leads to a month and back, and where there is no page there is a way on', async ({
  plainPage: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  await reader.goto('/archive');
  await reader.getByRole('main').getByRole('link').first().click();
  await expect(reader).toHaveURL(/\/archive\/\d{4}\/\d\d$/);
  await expect(reader.getByRole('main').getByRole('link', { name: story.title })).toBeVisible();
  await reader
    .getByRole('navigation', { name: 'You are here' })
    .getByRole('link', { name: 'Archive' })
    .click();
  await expect(reader).toHaveURL('/archive');
  const answer = await reader.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(reader.getByRole('main').getByRole('link', { name: story.title })).toBeVisible();
  await expect(reader.getByRole('main').getByRole('searchbox')).toBeVisible();
});
