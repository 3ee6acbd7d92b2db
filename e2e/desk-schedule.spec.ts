import type { Locator } from '@playwright/test';
import { eq, sql } from 'drizzle-orm';
import { articles } from '@/db/schema';
import { scheduleArticle } from '@/features/articles/commands';
import { wallClock } from '@/lib/zoned-time';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

test('D8 an embargo is set in the dialog, shown wherever the story is, refuses publishing, and is lifted with undo', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false });
  await Writing.open(page, story.id);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish' });
  await dialog.getByRole('button', { name: 'Set an embargo' }).click();
  const at = new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000);
  await dialog.getByLabel(/^Day and time in/).fill(wallClock(at, 'UTC'));
  await dialog.getByRole('button', { name: 'Set the embargo' }).click();
  await expect(dialog.getByText('Under embargo until')).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This article is under embargo until');
  expect((await reader.goto(story.path))?.status()).toBe(404);
  await expectNoBarriers(page, { within: '[role="dialog"]' });
  await page.keyboard.press('Escape');
  await expect(page.getByText('Embargo until')).toBeVisible();

  await page.goto(`/admin/articles?text=${encodeURIComponent(story.title)}`);
  await expect(page.getByRole('row').filter({ hasText: story.title })).toContainText('embargo');
  await page.goto('/admin/schedule');
  await expect(page.getByRole('listitem').filter({ hasText: story.title })).toContainText('Embargo lifts');
  await expectNoBarriers(page, { quick: true });

  // The dialog offers the moment the embargo lifts; with the embargo gone, it goes out at once.
  await Writing.open(page, story.id);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByLabel(/^Day and time in/)).toHaveValue(wallClock(at, 'UTC'));
  await dialog.getByRole('button', { name: 'Lift it' }).click();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(dialog.getByText('Under embargo until')).toBeVisible();
  await dialog.getByRole('button', { name: 'Lift it' }).click();
  await expect(dialog.getByText('Under embargo until')).toBeHidden();
  await dialog.getByLabel('Now').check();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live.')).toBeVisible();
});

test('D8 a plan that failed stands at the foot of every desk page until somebody has seen to it', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false });
  const effectiveAt = new Date(Date.now() + 2_500);
  await scheduleArticle(newsroom.ctx, { articleId: story.id, effectiveAt });
  await page.goto('/admin/schedule');
  await expect(page.getByRole('listitem').filter({ hasText: story.title })).toContainText('Goes live');
  await newsroom.db
    .update(articles)
    .set({ embargoAt: new Date(Date.now() + 86_400_000) })
    .where(eq(articles.id, story.id));
  await expect(async () => {
    await page.goto('/admin/media');
    await expect(page.getByRole('alert')).toContainText(story.title, { timeout: 500 });
  }).toPass();
  await page.getByRole('link', { name: 'Look at the schedule' }).click();
  const trouble = page.getByRole('region', { name: 'Not as planned, in the last seven days' });
  await expect(trouble.getByRole('listitem').filter({ hasText: story.title })).toContainText('embargo');
  await expectNoBarriers(page, { quick: true });
  await newsroom.db.update(articles).set({ embargoAt: null }).where(eq(articles.id, story.id));
  await Writing.open(page, story.id);
  const alarm = page.getByRole('alert').filter({ hasText: story.title });
  await expect(alarm).toBeVisible();
  // On a phone a panel that is open ends above it.
  await page.setViewportSize({ width: 390, height: 700 });
  await new Writing(page).openSettings();
  const edge = async (of: Locator) => (await of.boundingBox()) ?? { y: 0, height: 0 };
  await expect(async () => {
    const panel = await edge(page.locator('#story-panel'));
    expect(panel.y + panel.height).toBeCloseTo((await edge(alarm)).y, 0);
  }).toPass();
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('It is live.')).toBeVisible();
  await page.goto('/admin/schedule');
  await expect(page.getByText('could not be published as planned')).toBeHidden();
});

test('D8 what is overdue and applied by nobody stands at the foot of the desk, and goes when it is applied', async ({
  signedIn,
  newsroom,
  clock,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false });
  const effectiveAt = new Date(Date.now() + 30_000);
  await scheduleArticle(newsroom.ctx, { articleId: story.id, effectiveAt });
  // Whoever wants to apply it finds it in other hands, as of a process that hangs in the middle of it.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let locked = () => {};
  const taken = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const hanging = newsroom.db.transaction(async (tx) => {
    await tx.execute(sql`select from articles where id = ${story.id} for update`);
    locked();
    await held;
  });
  try {
    await taken;
    await clock.moveTo(50);
    await page.goto('/admin/media');
    await expect(page.getByRole('alert').filter({ hasText: story.title })).toHaveCount(0);
    await clock.moveTo(120);
    const alarm = page.getByRole('alert').filter({ hasText: story.title }).filter({ hasText: 'overdue' });
    const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    // The open page hears of it without being loaded anew.
    await expect(async () => {
      await lookAgain();
      await expect(alarm).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectNoBarriers(page, { quick: true });
    letGo();
    await hanging;
    await expect(async () => {
      await lookAgain();
      await expect(page.getByRole('alert').filter({ hasText: story.title })).toHaveCount(0, { timeout: 500 });
    }).toPass();
    expect((await page.request.get(story.path)).status()).toBe(200);
    const late = page.getByRole('region', { name: 'Not as planned, in the last seven days' });
    await expect(async () => {
      await page.goto('/admin/schedule');
      await expect(late.getByRole('listitem').filter({ hasText: story.title })).toContainText('late', {
        timeout: 1_000,
      });
    }).toPass();
  } finally {
    letGo();
    await hanging;
  }
});
