import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

/** The desk's list: filters that have an address, and lists that have a name. */

test('D13 a story is found by a word of its text, and the filters are kept under a name that opens by a link', async ({
  newsroom,
  signedIn,
}) => {
  const word = `seawall${unique().replace(/\W/g, '')}`;
  const draft = await newsroom.story({ text: [`They speak of the ${word}.`], publish: false });
  const live = await newsroom.story({ text: [`The ${word} has given way.`] });
  const { page } = await signedIn('editor');
  await page.goto('/admin/articles');
  await page.getByRole('searchbox', { name: 'Words in headline or text' }).fill(word);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`text=${word}$`));
  await expect(page.getByRole('link', { name: live.title })).toBeVisible();
  await expect(page.getByRole('link', { name: draft.title })).toBeVisible();
  await page.getByRole('link', { name: 'Draft', exact: true }).click();
  await expect(page.getByRole('link', { name: live.title })).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`state=draft&text=${word}$`));

  await page.getByRole('button', { name: 'Save as a list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(`List ${word}`);
  await dialog.getByLabel('For everybody at the desk').check();
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\?list=\d+$/);
  const address = page.url();

  const { page: other } = await signedIn('author');
  await other.goto(address);
  await expect(other.getByRole('link', { name: draft.title })).toBeVisible();
  await expect(other.getByRole('link', { name: live.title })).toBeHidden();
  await expect(other.getByRole('searchbox', { name: 'Words in headline or text' })).toHaveValue(word);
  await expectNoBarriers(other);

  await page.getByLabel('Due', { exact: true }).selectOption('overdue');
  await expect(page.getByText('Nothing is late.')).toBeHidden();
  await expect(page.getByText(/No story here has/)).toBeVisible();
  await page.getByRole('button', { name: /Keep these filters/ }).click();
  await expect(page.getByText('The list is changed.')).toBeVisible();
  await page.getByRole('button', { name: `What to do with the list List ${word}` }).click();
  await page.getByRole('menuitem', { name: 'Delete the list' }).click();
  await expect(page.getByRole('link', { name: `List ${word}` })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: `List ${word}` })).toBeVisible();
});
