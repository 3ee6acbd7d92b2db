import type { Page } from '@playwright/test';
import { deleteSection } from '@/features/taxonomy/commands';
import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

/** The menus: made at the desk, used by readers. */

test('R16 of two who change the menus the second is told, keeps what she did, and may put it in place', async ({
  signedIn,
}) => {
  const { page: first } = await signedIn('administrator');
  const second = await first.context().newPage();
  const add = async (page: Page, label: string) => {
    const footer = page.getByRole('region', { name: 'Footer menu' });
    await footer.getByLabel('Leads to').selectOption('address');
    await footer.getByLabel('Words to show', { exact: true }).fill(label);
    await footer.getByLabel('Address').fill(`/${label}`);
    await footer.getByRole('button', { name: 'Add', exact: true }).click();
  };
  const save = (page: Page) => page.getByRole('button', { name: 'Save menus' }).click();
  const told = (page: Page) => page.getByText('Saved. Readers see it at once.');
  for (const page of [first, second]) await page.goto('/admin/settings/menus');
  await add(first, 'theirs');
  await save(first);
  await expect(told(first)).toBeVisible();
  await add(second, 'hers');
  await save(second);
  await expect(
    second.getByRole('alert').filter({ hasText: 'Somebody else changed the menus' }),
  ).toBeVisible();
  const kept = second.getByRole('list', { name: 'Footer menu, in its order' });
  await expect(kept.getByLabel(/^Words to show/)).toHaveValue('hers');
  await save(second);
  await expect(told(second)).toBeVisible();

  await first.reload();
  const region = first.getByRole('region', { name: 'Footer menu' });
  await expect(region.getByRole('list').getByLabel(/^Words to show/)).toHaveValue('hers');
  await region.getByRole('button', { name: 'Back to the sections' }).click();
  await save(first);
  await expect(told(first)).toBeVisible();
});

test('R16 menus are made at the desk and work on a phone without scripts', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  test.slow();
  const [first, second] = [await newsroom.section(), await newsroom.section()];
  const { page } = await signedIn('administrator');
  await page.goto('/admin/settings');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Menus' }).click();
  const main = page.getByRole('region', { name: 'Main menu' });
  const add = async (section: { name: string }) => {
    await main.getByLabel('Which').selectOption({ label: section.name });
    await main.getByRole('button', { name: 'Add', exact: true }).click();
  };
  await add(first);
  await add(second);
  await main.getByLabel('Leads to').selectOption('address');
  await main.getByLabel('Words to show', { exact: true }).fill('Trap');
  await main.getByLabel('Address').fill('javascript:alert(1)');
  await main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Save menus' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'begins with https' })).toBeVisible();
  // Said where it is wrong, with the hand already there.
  const trap = main.getByLabel('Where “Trap” leads');
  await expect(trap).toBeFocused();
  await expect(trap).toHaveAccessibleDescription(/begins with https/);
  await expectNoBarriers(page);
  await trap.fill('https://elsewhere.example/');
  await expect(trap).not.toHaveAttribute('aria-invalid');
  await main.getByLabel('Words to show for Trap').fill('Elsewhere');
  await main.getByRole('button', { name: `Put “${second.name}” under the entry above` }).click();
  await main.getByLabel(`Words to show for ${first.name}`).fill('First things');
  await main.getByRole('button', { name: 'Move “Elsewhere” up' }).click();
  await main.getByRole('button', { name: 'Move “Elsewhere” up' }).click();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Save menus' }).click();
  await expect(page.getByText('Saved. Readers see it at once.')).toBeVisible();

  await reader.setViewportSize({ width: 390, height: 844 });
  await reader.goto('/latest');
  const menu = reader.getByRole('navigation', { name: 'Sections', exact: true });
  await expect(menu.getByRole('link').first()).toHaveText('Elsewhere');
  await expect(menu.getByRole('link', { name: second.name })).toBeHidden();
  await menu.getByLabel('More in First things').click();
  await menu.getByRole('link', { name: second.name }).click();
  await expect(reader).toHaveURL(`/${second.slug}`);

  await deleteSection(newsroom.ctx, { sectionId: second.id });
  // Made past the app, so that it hears of it a moment later.
  await expect(async () => {
    await reader.goto('/latest');
    await expect(menu.getByRole('link', { name: 'First things' })).toBeVisible();
    expect(await menu.getByLabel('More in First things').count()).toBe(0);
  }).toPass();

  await main.getByRole('button', { name: 'Back to the sections' }).click();
  await page.getByRole('button', { name: 'Save menus' }).click();
  await expect(page.getByText('Saved. Readers see it at once.')).toBeVisible();
  await reader.goto('/latest');
  await expect(menu.getByRole('link').first()).toHaveText('Latest');
});
