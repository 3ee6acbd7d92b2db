import { createTag } from '@/features/taxonomy/commands';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { picture } from './support/writing';

test('D17 a deleted tag is put back by Undo, and from the trash, and deleted there for good', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const name = `Monsoon ${unique()}`;
  const { id } = await createTag(newsroom.ctx, { name });
  const throwAway = async () => {
    await page.goto(`/admin/tags/${id}`);
    await page.getByRole('button', { name: 'Delete this tag' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete tag' }).click();
    await expect(page).toHaveURL('/admin/tags');
  };
  await throwAway();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`“${name}” is back.`)).toBeVisible();
  await page.goto(`/admin/tags/${id}`);
  await expect(page.getByRole('heading', { name })).toBeVisible();

  await throwAway();
  expect((await page.goto(`/admin/tags/${id}`))?.status()).not.toBe(500);
  await expect(page.getByRole('heading', { name })).toHaveCount(0);
  await page.goto('/admin/trash');
  await page
    .getByRole('navigation', { name: 'Trash' })
    .getByRole('link', { name: /^Sections, tags/ })
    .click();
  await page.getByRole('row', { name }).getByRole('button', { name: 'Take out' }).click();
  await expect(page.getByText(`“${name}” is back.`)).toBeVisible();
  await expect(page.getByRole('row', { name })).toHaveCount(0);
  await page.goto(`/admin/tags/${id}`);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name);

  await throwAway();
  const { page: administrator } = await signedIn('administrator');
  await administrator.goto('/admin/trash/shelves');
  await expect(administrator.getByRole('columnheader', { name: 'Goes for good' })).toBeVisible();
  const row = administrator.getByRole('row', { name });
  await row.getByRole('button', { name: `Delete for good “${name}”` }).click();
  await administrator
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Delete for good', exact: true })
    .click();
  await expect(row).toHaveCount(0);
});

test('D17 a deleted picture is put back by Undo, and from the trash', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  const file = await picture(`quay-${unique()}.jpg`);
  await page.goto('/admin/media');
  await page.getByLabel('Files to upload').setInputFiles(file);
  const tile = page.getByRole('button', { name: `Open: ${file.name}` });
  const throwAway = async () => {
    await tile.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(tile).toHaveCount(0);
  };
  await throwAway();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tile).toBeVisible();

  await throwAway();
  await page.goto('/admin/trash/files');
  const row = page.getByRole('row', { name: file.name });
  await row.getByRole('button', { name: 'Take out' }).click();
  await expect(row).toHaveCount(0);
  await page.goto('/admin/media');
  await expect(tile).toBeVisible();
});
