import { expect, test } from './support/test';
import { listenForTrouble, Writing } from './support/writing';

test('D1 D3 a table, a box, a pull quote, code, notes and an embed are made by keyboard, saved, and opened as they were', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  const type = (words: string) => page.keyboard.type(words);
  const enter = () => page.keyboard.press('Enter');
  const slash = async (words: string, name: string) => {
    await type(`/${words}`);
    await expect(page.getByRole('option', { name })).toBeVisible();
    await enter();
  };
  await writing.headline.fill('One of everything');
  await writing.text.click();
  await type('A claim');
  await page.keyboard.press('Control+Alt+f');
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toBeFocused();
  await type('Its source');
  await page.keyboard.press('Control+b');
  await type(' in bold');
  await enter();
  await type(' goes on.');
  await enter();

  await slash('pull', 'Pull quote');
  await type('We count in tides');
  await writing.text.getByRole('textbox', { name: 'Who said it' }).fill('The harbour master');
  await enter();
  await slash('box', 'Box');
  await type('How we know');
  await page.keyboard.press('Control+End');
  await slash('table', 'Table');
  await type('Day');
  await page.keyboard.press('Tab');
  await type('Tide');
  await writing.text.getByRole('button', { name: 'Add a row below' }).click();
  await writing.text.getByRole('button', { name: 'Take this column out' }).click();
  await expect(writing.text.locator('tr')).toHaveCount(4);
  await expect(writing.text.locator('th')).toHaveText(['Day', '']);
  await writing.text.getByRole('textbox', { name: 'Caption' }).fill('Tides');
  await enter();
  await slash('code', 'Code');
  await type('tide = late');
  await writing.text.getByRole('textbox', { name: 'Language' }).fill('python');
  await enter();
  await writing.paste({ 'text/plain': 'https://vimeo.com/76979871' });
  await expect(writing.text.getByText('Embed from Vimeo')).toBeVisible();
  await writing.expectSaved();

  await page.reload();
  await writing.ready();
  await expect(writing.text.getByRole('textbox', { name: 'Who said it' })).toHaveValue('The harbour master');
  await expect(writing.text.getByRole('textbox', { name: 'Language' })).toHaveValue('python');
  await expect(writing.text.locator('tr')).toHaveCount(4);
  await writing.text.locator('.footnote-mark').click();
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toHaveText('Its source in bold');
  await page.goto(`/admin/articles/${writing.id}/preview/page`);
  const main = page.getByRole('main');
  await expect(main.locator('.notes li')).toHaveText(/^Its source in bold/);
  await expect(main.locator('.notes strong')).toHaveText('in bold');
  await expect(main.locator('.pull-quote')).toContainText('We count in tidesThe harbour master');
  await expect(main.getByRole('note')).toHaveText('How we know');
  await expect(main.locator('table')).toContainText('Day');
  await expect(main.locator('pre')).toHaveAttribute('data-language', 'python');
  await expect(main.locator('.embed.video')).toHaveCount(1);
  expect(trouble).toEqual([]);
});
