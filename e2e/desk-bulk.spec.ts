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

test('D17 more than a page’s act can reach is a job: begun at once, said as it goes, and undone as a whole', async ({
  newsroom,
  signedIn,
}) => {
  const word = `ebb${unique().replace(/\W/g, '')}`;
  const count = 204;
  for (let n = 0; n < count; n++) await newsroom.story({ title: `${n} ${word}`, publish: false });
  const live = await newsroom.story({ title: `Live ${word}` });
  const { page } = await signedIn('editor');
  await page.goto(`/admin/articles?text=${word}&sort=headline`);
  await page.getByRole('checkbox', { name: `Choose “0 ${word}`, exact: false }).check();
  const bar = page.getByRole('region', { name: 'Chosen stories' });
  await bar.getByRole('button', { name: 'Choose all of this list' }).click();
  await expect(bar.getByText(`All ${count + 1} stories of this list`)).toBeVisible();
  await bar.getByRole('button', { name: 'Trash…' }).click();
  await expect(
    page.getByRole('alertdialog', { name: `Put ${count + 1} stories in the trash?` }),
  ).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put in the trash' }).click();
  await expect(page.getByText(`${count} stories in the trash.`)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/Live ebb.*: This article is live.*Withdraw it first/)).toBeVisible();
  await expectNoBarriers(page);
  // What came of it outlives the page.
  await page.goto(`/admin/articles?text=${word}`);
  await expect(page.getByRole('link', { name: live.title }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(page.getByText(`${count} stories as before.`)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(page.getByText(`${count} stories as before.`)).toBeHidden();
});
