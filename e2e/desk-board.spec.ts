import { approveArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

/** The board: stories moved from desk to desk by drag and by keyboard. */

test('D13 a story goes from draft to live over the board, by drag, by keyboard, and back by undo', async ({
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story({ publish: false });
  const { page } = await signedIn('editor');
  await page.goto('/admin/board');
  const column = (name: string) => page.locator(`[data-column="${name}"]`);
  const card = (name: string) => column(name).getByRole('link', { name: story.title });
  const handle = page.getByRole('button', { name: `Move “${story.title}”` });
  // Near the head of the column: one may be longer than the window.
  const nearHead = { targetPosition: { x: 80, y: 60 } };
  await card('draft').dragTo(column('in_review'), nearHead);
  await expect(page.getByText(`“${story.title}” is in review.`)).toBeVisible();
  await page.reload();
  await expect(card('in_review')).toBeVisible();

  await handle.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(card('approved')).toBeVisible();
  await expect(handle).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('It is back where it was.')).toBeVisible();
  await expect(card('in_review')).toBeVisible();

  await approveArticle(newsroom.ctx, { articleId: story.id });
  await card('in_review').dragTo(column('approved'), nearHead);
  await expect(page.getByText('It is approved already.')).toBeVisible();
  await expect(card('approved')).toBeVisible();

  await handle.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Scheduled' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Schedule' }).click();
  await expect(card('scheduled')).toBeVisible();
  await expectNoBarriers(page);
  await handle.focus();
  for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish now' }).click();
  await expect(card('live')).toBeVisible();
  await expect(handle).toBeHidden();
});
