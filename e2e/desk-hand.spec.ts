import { scheduleArticle, trashArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

/** Speed of hand: the palette, the keys, the trash and the way back. */

test('D17 the palette finds a story by words and acts on the open one; what is thrown away comes back', async ({
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story({ publish: false });
  const { page } = await signedIn('editor');
  await page.goto('/admin');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(story.title);
  await expect(page.getByRole('option', { name: story.title })).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/admin/articles/${story.id}$`));

  await page.getByLabel('Headline').click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('put in the tra');
  await expect(page.getByRole('option', { name: 'Put in the trash' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In the trash.', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Out of the trash.')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('throw away');
  await expect(page.getByRole('option', { name: 'Put in the trash' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In the trash.', { exact: true })).toBeVisible();

  await page.goto('/admin/trash');
  const row = page.getByRole('row', { name: story.title });
  await expect(row.getByText(/^by Robin/)).toBeVisible();
  await expectNoBarriers(page);
  await row.getByRole('button', { name: `Take out “${story.title}”` }).click();
  await expect(row).toBeHidden();

  // With a plan, it asks: what was cancelled is said, and made anew only where that is wanted.
  const effectiveAt = new Date(Date.now() + 86_400_000);
  await scheduleArticle(newsroom.ctx, { articleId: story.id, effectiveAt });
  await trashArticle(newsroom.ctx, { articleId: story.id });
  await page.goto('/admin/trash');
  await row.getByRole('button', { name: `Take out “${story.title}”` }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Take this story out of the trash?' });
  await expect(dialog.getByRole('listitem')).toContainText('Goes live on');
  await expect(dialog.getByRole('button', { name: 'Take out', exact: true })).toBeVisible();
  await dialog.getByLabel('Plan it again as it was').check();
  await dialog.getByRole('button', { name: 'Take out and plan again' }).click();
  await expect(page.getByText('It is planned again.')).toBeVisible();
  await page.goto('/admin/schedule');
  await expect(page.getByRole('listitem').filter({ hasText: story.title })).toContainText('Goes live');
});

test('D17 every page of the desk tells its keys', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  for (const address of ['/admin', '/admin/calendar', '/admin/media']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys.getByText('Publish or update')).toBeVisible();
    if (address === '/admin') await expectNoBarriers(page);
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  }
});
