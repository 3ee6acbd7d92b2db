import type { Page } from '@playwright/test';
import { scheduleArticle } from '@/features/articles/commands';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

/** The calendar: plans and due dates moved by drag, by keyboard and by a dialog. */

const nextMonth = (day: number, hour = 10): Date => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day, hour, 30, 15));
};
const dayText = (at: Date) => at.toISOString().slice(0, 10);
const cell = (page: Page, day: number) => page.locator(`[data-day="${dayText(nextMonth(day))}"]`);
const open = (page: Page, view = 'month') =>
  page.goto(`/admin/calendar?view=${view}&on=${dayText(nextMonth(15))}`);

test('D13 a plan is dragged to another day at its time of day, carried by keyboard, and brought back', async ({
  newsroom,
  signedIn,
}) => {
  const story = await newsroom.story({ publish: nextMonth(15) });
  const { page } = await signedIn('editor');
  await open(page);
  const link = (day: number) => cell(page, day).getByRole('link', { name: story.title });
  await link(15).dragTo(cell(page, 17));
  await expect(page.getByText(/moved to .*, 10:30/)).toBeVisible();
  await page.reload();
  await expect(link(17)).toBeVisible();
  await expect(cell(page, 17).getByText('10:30 goes live')).toBeVisible();

  const handle = page.getByRole('button', { name: `Move “${story.title}”` });
  await handle.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: 'Escape puts it back' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(link(19)).toBeVisible();
  await expect(handle).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByText('It is back where it was.')).toBeVisible();
  await expect(link(17)).toBeVisible();
  await expectNoBarriers(page);

  // Somebody else moves it while it stands on this screen.
  await scheduleArticle(newsroom.ctx, { articleId: story.id, effectiveAt: nextMonth(20), replace: true });
  await link(17).dragTo(cell(page, 22));
  await expect(page.getByText('Somebody moved or cancelled this meanwhile')).toBeVisible();
  await expect(link(17)).toBeVisible();
  await page.reload();
  await expect(link(20)).toBeVisible();
});

test('D13 a draft is dragged onto a day and goes live then; on a phone a time is asked for', async ({
  newsroom,
  signedIn,
}) => {
  const draft = await newsroom.story({ publish: false });
  const { page } = await signedIn('editor');
  await open(page, 'week');
  const aside = page.getByRole('complementary', { name: 'Not planned yet' });
  await aside.getByRole('link', { name: draft.title }).dragTo(cell(page, 15));
  const dialog = page.getByRole('dialog', { name: `Publish “${draft.title}”` });
  await expect(dialog.getByLabel(/Day and time/)).toHaveValue(`${dayText(nextMonth(15))}T09:00`);
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(cell(page, 15).getByRole('link', { name: draft.title })).toBeVisible();
  await expect(aside.getByRole('link', { name: draft.title })).toBeHidden();

  await page.setViewportSize({ width: 390, height: 800 });
  await expect(cell(page, 15).getByText(/^\w+day \d+ \w+$/)).toBeVisible();
  await page.getByRole('button', { name: `Move “${draft.title}”` }).click();
  const move = page.getByRole('dialog', { name: `Move “${draft.title}”` });
  await move.getByLabel(/Day and time/).fill('2001-01-01T09:00:00');
  await move.getByRole('button', { name: 'Move it there' }).click();
  await expect(move.getByText(/That time has passed/)).toBeVisible();
  await move.getByLabel(/Day and time/).fill(`${dayText(nextMonth(15))}T11:00:00`);
  await move.getByRole('button', { name: 'Move it there' }).click();
  await expect(cell(page, 15).getByText('11:00 goes live')).toBeVisible();
  await expectNoBarriers(page);
});
