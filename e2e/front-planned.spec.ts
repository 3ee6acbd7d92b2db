import type { Page } from '@playwright/test';
import { wallClock } from '@/lib/zoned-time';
import { expectNoBarriers } from './support/barriers';
import type { Newsroom } from './support/newsroom';
import { expect, test } from './support/test';

/** A page that changes by itself: planned by hand and by keyboard, watched by a reader, brought back. */

const places = (page: Page) =>
  page.getByRole('list', { name: 'Places, in their order' }).getByRole('listitem');
const plans = (page: Page) => page.getByRole('region', { name: 'Planned changes' }).getByRole('listitem');

/** What the walk puts in anybody's way is taken away. */
async function clear(newsroom: Newsroom): Promise<void> {
  await newsroom.db
    .$client`update arrangements set cancelled_at = now() where applied_at is null and cancelled_at is null`;
  await newsroom.db.$client`delete from slots where page = 'front'`;
}

/** Chooses a story and asks for a time so many seconds from now, by keyboard once the dialog is open. */
async function plan(page: Page, { title, seconds, name }: { title: string; seconds: number; name: string }) {
  await page.getByLabel('Choose a story').fill(title);
  await page.getByRole('button', { name: `Place “${title}”` }).click();
  await expect(places(page).first()).toContainText(title);
  await page.getByRole('button', { name: 'Change at…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the page at a time' });
  const at = wallClock(new Date(Date.now() + seconds * 1000), 'UTC');
  await dialog.getByLabel(/^Day and time in/).fill(at);
  await dialog.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

const first = (reader: Page) => reader.getByRole('main').getByRole('heading', { level: 2 }).first();

test('D14 the front page and a section change at their time without a touch, and the change is taken back', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  await clear(newsroom);
  const section = await newsroom.section();
  const old = await newsroom.story({ section });
  const newest = await newsroom.story({ section });
  const { page } = await signedIn('editor');

  await page.goto(`/admin/front/${section.id}`);
  await plan(page, { title: old.title, seconds: 7, name: 'The section' });
  await expect(plans(page)).toHaveCount(1);
  await page.goto('/admin/front');
  await plan(page, { title: old.title, seconds: 7, name: 'For the moment' });
  // The page itself is as it was.
  await expect(plans(page).filter({ hasText: 'For the moment' })).toBeVisible();
  await expect(places(page).first()).not.toContainText(old.title);
  await reader.goto(`/${section.slug}`);
  await expect(first(reader)).toHaveText(newest.title);

  // Nobody does anything: readers see both turn, and so does the open page of the desk.
  for (const address of ['/', `/${section.slug}`])
    await expect(async () => {
      await reader.goto(address);
      await expect(first(reader)).toHaveText(old.title, { timeout: 500 });
    }).toPass({ timeout: 30_000 });
  await expect(plans(page)).toHaveCount(0);
  await expect(places(page).first()).toContainText(old.title);

  // What stood there is put back, looked at, and saved.
  await page.getByText('What stood here before').click();
  await page.getByRole('button', { name: 'Put it back into the places' }).first().click();
  await expect(places(page).first()).toContainText('The newest, by itself');
  await page.getByRole('button', { name: 'Save for readers' }).click();
  await expect(page.getByText('Saved. Readers see it now.')).toBeVisible();
  await reader.goto('/');
  await expect(first(reader)).not.toHaveText(old.title);
  await page.goto('/admin/schedule');
  await expect(page.getByRole('listitem').filter({ hasText: 'For the moment' })).toContainText(
    'Page changed',
  );
});

test('D14 a planned change is opened, seen as it will be, changed, moved, cancelled and taken up again', async ({
  signedIn,
  newsroom,
}) => {
  await clear(newsroom);
  const section = await newsroom.section();
  const coming = await newsroom.story({ section, publish: new Date(Date.now() + 3_600_000) });
  const late = await newsroom.story({ section, publish: new Date(Date.now() + 3 * 86_400_000) });
  const other = await newsroom.story({ section });
  const { page } = await signedIn('editor');
  await page.goto('/admin/front');
  await plan(page, { title: coming.title, seconds: 86_400, name: 'Tomorrow' });
  await expectNoBarriers(page, { exclude: ['iframe'] });

  await plans(page).getByRole('link', { name: 'Tomorrow' }).click();
  await expect(page.getByText('Readers see this from')).toBeVisible();
  await expect(places(page).first()).toContainText('Live by then');
  // As it will be: the story that is not live yet leads.
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 2, name: coming.title })).toBeVisible();
  await page.getByLabel('Choose a story').fill(late.title);
  await page.getByRole('button', { name: `Place “${late.title}”` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Not live at that time' })).toContainText(
    late.title,
  );
  await page.getByRole('button', { name: 'Save the plan' }).click();
  await expect(page.getByText('Saved. It comes at its time.')).toBeVisible();
  await expect(plans(page)).toContainText('1 story not live then');

  // Somebody else arranges the page by hand meanwhile: said, with what would be replaced, and kept when it was seen.
  const { page: colleague } = await signedIn('administrator');
  await colleague.goto('/admin/front');
  await colleague.getByLabel('Choose a story').fill(other.title);
  await colleague.getByRole('button', { name: `Place “${other.title}”` }).click();
  await colleague.getByRole('button', { name: 'Save for readers' }).click();
  await expect(colleague.getByText('Saved. Readers see it now.')).toBeVisible();
  await page.reload();
  await expect(plans(page)).toContainText('Page changed since');
  await expect(page.getByText(`Lead: “${other.title}” by “${coming.title}”`)).toBeVisible();
  await page.getByRole('button', { name: 'Keep the plan' }).click();
  await expect(page.getByText('The page was changed since this was planned')).toBeHidden();

  await plans(page).getByRole('button', { name: 'Move Tomorrow' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move Tomorrow' });
  await dialog.getByLabel(/^Day and time in/).fill('2020-01-01T00:00:00');
  await dialog.getByRole('button', { name: 'Move it there' }).click();
  await expect(dialog.getByRole('alert')).toContainText('That time has passed');
  await dialog.getByLabel(/^Day and time in/).fill('2040-05-04T06:30:00');
  await dialog.getByRole('button', { name: 'Move it there' }).click();
  await expect(plans(page)).toContainText('4 May 2040, 06:30:00');
  await page.goto('/admin/calendar?view=month&on=2040-05-04');
  await expect(page.getByRole('listitem').filter({ hasText: 'Front page: Tomorrow' }).first()).toContainText(
    '06:30',
  );

  await page.goto('/admin/front');
  await plans(page).getByRole('button', { name: 'Cancel Tomorrow' }).click();
  await expect(plans(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(plans(page)).toContainText('Tomorrow');
  // Ahead of its time.
  await plans(page).getByRole('button', { name: 'Now: put Tomorrow before readers' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put it before readers' }).click();
  await expect(plans(page)).toHaveCount(0);
  await expect(places(page).first()).toContainText(coming.title);
  await clear(newsroom);
});
