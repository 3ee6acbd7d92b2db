import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

/** Several stories at once, from the list. */

test('D17 stories are chosen by keyboard, sent on together, told of what was refused, and brought back', async ({
  newsroom,
  signedIn,
}) => {
  const word = `tide${unique().replace(/\W/g, '')}`;
  const [first, second, live] = [
    await newsroom.story({ title: `A ${word}`, publish: false }),
    await newsroom.story({ title: `B ${word}`, publish: false }),
    await newsroom.story({ title: `C ${word}` }),
  ];
  const { page } = await signedIn('editor');
  await page.goto(`/admin/articles?text=${word}&sort=headline`);
  await page.getByRole('heading', { name: 'Stories', level: 1 }).click();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: first.title })).toBeFocused();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Chosen stories' });
  await expect(bar.getByText('3 chosen')).toBeVisible();
  await expectNoBarriers(page);
  await bar.getByRole('button', { name: 'Trash…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put in the trash' }).click();
  await expect(page.getByText('2 stories in the trash.')).toBeVisible();
  await expect(page.getByRole('alert').getByText(/Withdraw it first/)).toBeVisible();
  await expect(page.getByRole('link', { name: second.title })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: second.title })).toBeVisible();

  await page.getByRole('button', { name: 'Understood' }).click();
  await page.getByRole('button', { name: 'Choose none' }).click();
  await page.getByRole('checkbox', { name: `Choose “${first.title}”` }).check();
  await bar.getByLabel('Move to…').selectOption('approve');
  await expect(page.getByText('1 story approved.')).toBeVisible();
  await expect(page.getByRole('row', { name: first.title }).getByText('Approved')).toBeVisible();
  await expect(page.getByRole('link', { name: live.title })).toBeVisible();
});
