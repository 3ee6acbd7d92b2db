import { lowerBar, raiseBar } from '@/features/articles/commands';
import { findStandingBar } from '@/features/articles/queries/bar';
import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

/** The bar over every page: raised, changed, lowered, and down by itself at its time. */

test('R17 the bar is raised from the palette, stands over every page, is changed and lowered', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  const { page } = await signedIn('editor');
  await page.goto('/admin/articles');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Commands' }).fill('raise');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Raise the breaking bar' });
  await dialog.getByRole('button', { name: 'Raise it over every page' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Write what readers should know at once.');
  const text = `The bridge is closed ${unique()}`;
  await dialog.getByLabel('Text').fill(text);
  await expect(dialog.getByRole('complementary', { name: 'Breaking' })).toContainText(text);
  await dialog.getByLabel('Leads to a story').fill(story.title);
  await dialog.getByRole('button', { name: `Link “${story.title}”` }).click();
  await expectNoBarriers(page, { exclude: ['iframe'] });
  await dialog.getByRole('button', { name: 'Raise it over every page' }).click();
  await expect(dialog).toBeHidden();

  for (const path of ['/', story.path, '/latest', '/nothing-here', '/newsletter']) {
    await reader.goto(path);
    const bar = reader.getByRole('complementary', { name: 'Breaking' });
    await expect(bar.getByRole('link', { name: text })).toHaveAttribute('href', story.path);
  }

  await page.getByRole('button', { name: 'Change it' }).click();
  const change = page.getByRole('dialog', { name: 'Change the breaking bar' });
  await change.getByLabel('Text').fill(`${text}, and open again`);
  await change.getByRole('button', { name: 'Change it for readers' }).click();
  await expect(change).toBeHidden();
  await reader.goto('/');
  await expect(reader.getByRole('complementary', { name: 'Breaking' })).toContainText('open again');

  await page.getByRole('button', { name: 'Lower it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Lower it' }).click();
  await expect(page.getByRole('button', { name: 'Raise the breaking bar' })).toBeVisible();
  await reader.goto('/latest');
  await expect(reader.getByRole('complementary', { name: 'Breaking' })).toHaveCount(0);
});

test('R17 the bar lowers itself at its time, with nobody there', async ({ plainPage: reader, newsroom }) => {
  const standing = await findStandingBar(newsroom.ctx);
  if (standing) await lowerBar(newsroom.ctx, { barId: standing.id });
  const { barId } = await raiseBar(newsroom.ctx, {
    text: 'For a moment',
    label: '',
    articleId: null,
    href: null,
    minutes: 60,
  });
  await newsroom.db
    .$client`update breaking_bars set lower_at = clock() + interval '3 seconds' where id = ${barId}`;
  await reader.goto('/latest');
  const lateness = async (): Promise<number | null> => {
    const [bar] = await newsroom.db.$client`
      select extract(epoch from lowered_at - lower_at)::float8 as late from breaking_bars where id = ${barId}`;
    return bar?.late ?? null;
  };
  await expect.poll(lateness, { timeout: 15_000 }).not.toBeNull();
  expect(await lateness()).toBeLessThan(1);
  await expect(async () => {
    await reader.goto('/latest');
    await expect(reader.getByRole('complementary', { name: 'Breaking' })).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
});
