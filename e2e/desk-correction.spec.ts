import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D12 a correction is made of the words selected in the text, quoted for readers and machines; words never published are refused', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ text: ['The quay was dry.', 'The tide rose two metres.'] });
  await Writing.open(page, story.id);
  const more = async () => {
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Correct the selected words' }).click();
  };
  await more();
  await expect(page.getByText('Select the words that were wrong first.')).toBeVisible();

  await page.locator('.story-text p').nth(1).click({ clickCount: 3 });
  await more();
  const form = page.getByRole('region', { name: 'Corrections' });
  await expect(form.getByLabel('Passage')).toHaveValue('The tide rose two metres.');
  await form.getByLabel('What was wrong, and what is right').fill('It rose three metres.');
  await expectNoBarriers(page, { within: '#story-panel', quick: true });
  await form.getByLabel('Passage').fill('The tide rose four metres.');
  await form.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(form.getByLabel('Passage')).toHaveAccessibleDescription(
    /stand in no version that readers had/,
  );
  await expect(form.getByLabel('What was wrong, and what is right')).toHaveValue('It rose three metres.');
  await form.getByLabel('Passage').fill('The tide rose two metres.');
  await form.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(form.locator('q')).toHaveText('The tide rose two metres.');

  await reader.goto(story.path);
  await expect(reader.locator('.corrections q')).toHaveText('The tide rose two metres.');
  const graph = await reader.locator('script[type="application/ld+json"]').allTextContents();
  expect(graph.join()).toContain('"Quotation","text":"The tide rose two metres."');
  const feed = await (await reader.request.get('/feed.xml')).text();
  expect(feed).toContain('It rose three metres. The story said: “The tide rose two metres.”');
});
