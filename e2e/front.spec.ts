import type { Locator, Page } from '@playwright/test';
import { killArticle, lowerBar, raiseBar } from '@/features/articles/commands';
import { findStandingBar } from '@/features/articles/queries/bar';
import { deleteSection } from '@/features/taxonomy/commands';
import { expectNoBarriers } from './support/barriers';
import { type Newsroom, unique } from './support/newsroom';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** What editors put before readers: the front page, the bar, the menus, the pages of the paper and its corrections. */

const places = (page: Page) =>
  page.getByRole('list', { name: 'Places, in their order' }).getByRole('listitem');
const saved = (page: Page) => page.getByText('Saved. Readers see it now.');

/** By a real drag: down on one, over to the other, up. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error('nowhere to drop');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 - 4, { steps: 5 });
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

async function clearFront(newsroom: Newsroom): Promise<void> {
  await newsroom.db.$client`delete from slots where page = 'front'`;
}

test('R1 an editor curates the front page by keyboard and by drag, undoes, and readers see it', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  await clearFront(newsroom);
  const section = await newsroom.section();
  const old = await newsroom.story({ title: `The old one ${unique()}`, section });
  const other = await newsroom.story({ title: `The other ${unique()}`, section });
  for (let n = 0; n < 5; n++) await newsroom.story({ section });
  const { page } = await signedIn('editor');
  await page.goto('/admin/front');
  await expect(places(page)).toHaveCount(5);
  await expect(places(page).first()).toContainText('The newest, by itself');
  // A page of its own, with landmarks of its own: readers' pages have their own walk.
  await expectNoBarriers(page, { exclude: ['iframe'] });

  await page.getByLabel('Choose a story').fill(old.title);
  await page.getByRole('button', { name: `Place “${old.title}”` }).click();
  await page.getByLabel('Choose a story').fill(other.title);
  await page.getByRole('button', { name: `Place “${other.title}”` }).click();
  await expect(places(page).nth(0)).toContainText(old.title);
  await expect(places(page).nth(1)).toContainText(other.title);
  // The preview follows.
  const preview = page.frameLocator('iframe');
  await expect(preview.getByRole('heading', { level: 2, name: old.title })).toBeVisible();

  // By keyboard: up, emptied, and both taken back.
  await places(page).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(places(page).nth(0)).toContainText(other.title);
  await expect(places(page).nth(0)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(places(page).nth(0)).not.toContainText(other.title);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(places(page).nth(0)).toContainText(old.title);
  // By drag: the second over the first.
  await drag(page, places(page).nth(1), places(page).nth(0));
  await expect(places(page).nth(0)).toContainText(other.title);
  await expect(places(page).nth(1)).toContainText(old.title);
  await page.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(page)).toBeVisible();

  await reader.goto('/');
  const top = reader.getByRole('main').locator('.top');
  await expect(top.getByRole('heading', { level: 2 }).first()).toHaveText(other.title);
  await expect(top.getByRole('heading', { level: 2 }).nth(1)).toHaveText(old.title);
  for (const { path } of [old, other])
    await expect(reader.getByRole('main').locator(`a[href="${path}"]`)).toHaveCount(1);

  await killArticle(newsroom.ctx, { articleId: other.id, reason: '' });
  await expect(async () => {
    await reader.goto('/');
    await expect(reader.getByRole('main')).not.toContainText(other.title);
  }).toPass();
  await page.goto('/admin/front');
  await expect(places(page).nth(0)).toContainText('Not live');
  await clearFront(newsroom);
});

test('R1 of two editors on one page the second is told, and keeps what she did', async ({
  signedIn,
  newsroom,
}) => {
  await clearFront(newsroom);
  const [one, two] = [await newsroom.story(), await newsroom.story()];
  const [{ page: first }, { page: second }] = [await signedIn('editor'), await signedIn('administrator')];
  for (const [page, story] of [
    [first, one],
    [second, two],
  ] as const) {
    await page.goto('/admin/front');
    await page.getByRole('button', { name: `Place “${story.title}”` }).click();
  }
  await first.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(first)).toBeVisible();
  await second.getByRole('button', { name: 'Save for readers' }).click();
  await expect(
    second.getByRole('alert').filter({ hasText: 'Somebody else changed this page' }),
  ).toBeVisible();
  await expect(places(second).nth(0)).toContainText(two.title);
  second.once('dialog', (dialog) => dialog.accept());
  await second.getByRole('button', { name: 'See their page' }).click();
  await expect(places(second).nth(0)).toContainText(one.title);
  await clearFront(newsroom);
});

test('R1 R7 a section is led by the story chosen for it', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const section = await newsroom.section();
  const old = await newsroom.story({ section });
  await newsroom.story({ section });
  const { page } = await signedIn('editor');
  await page.goto('/admin/front');
  await page
    .getByRole('navigation', { name: 'Pages to curate' })
    .getByRole('link', { name: section.name })
    .click();
  await page.getByRole('button', { name: `Place “${old.title}”` }).click();
  await page.getByRole('button', { name: 'Save for readers' }).click();
  await expect(saved(page)).toBeVisible();
  await reader.goto(`/${section.slug}`);
  await expect(reader.getByRole('main').getByRole('heading', { level: 2 }).first()).toHaveText(old.title);
  await expect(reader.getByRole('main').locator(`a[href="${old.path}"]`)).toHaveCount(1);
});

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
  await expect(kept.getByRole('textbox')).toHaveValue('hers');
  await save(second);
  await expect(told(second)).toBeVisible();

  await first.reload();
  const region = first.getByRole('region', { name: 'Footer menu' });
  await expect(region.getByRole('list').getByRole('textbox')).toHaveValue('hers');
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
  await main.getByRole('button', { name: 'Take “Trap” out' }).click();
  await main.getByLabel('Words to show', { exact: true }).fill('Elsewhere');
  await main.getByLabel('Address').fill('https://elsewhere.example/');
  await main.getByRole('button', { name: 'Add', exact: true }).click();
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

test('R16 a page is written at the desk, stands at the root and in the footer, and is gone when killed', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/pages');
  await page.getByRole('button', { name: 'New page' }).click();
  await page.waitForURL(/\/admin\/articles\/\d+$/);
  const writing = await new Writing(page).ready();
  const articleId = writing.id;
  const title = `About us ${unique()}`;
  await writing.headline.fill(title);
  await writing.typeAtEnd('We print what we know.');
  await writing.expectSaved();
  await page.getByRole('button', { name: 'Publish' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await reader.goto('/');
  await reader.getByRole('contentinfo').getByRole('link', { name: title }).click();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title);
  const path = new URL(reader.url()).pathname;
  expect(path.split('/')).toHaveLength(2);
  await page.goto('/admin/pages');
  await expect(page.getByRole('row', { name: new RegExp(title) })).toContainText('Live');
  await expectNoBarriers(page);
  await killArticle(newsroom.ctx, { articleId, reason: '' });
  await expect.poll(async () => (await reader.request.get(path)).status()).toBe(410);
  await reader.goto('/');
  await expect(reader.getByRole('contentinfo').getByRole('link', { name: title })).toHaveCount(0);
});

test('D12 R16 a correction is published from the editor, amended, and stands among the corrections', async ({
  signedIn,
  plainPage: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  const { page } = await signedIn('editor');
  const writing = await Writing.open(page, story.id);
  await writing.openSettings();
  const field = page.getByRole('region', { name: 'Corrections' });
  await field.getByRole('button', { name: 'Add a correction' }).click();
  const text = `It is tram 4 ${unique()}.`;
  await field.getByLabel('What was wrong, and what is right').fill(text);
  await field.getByLabel('Passage').fill('tram 5');
  await field.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(field.getByText(text)).toBeVisible();
  await field.getByRole('button', { name: 'Amend' }).click();
  await field.getByLabel('What was wrong, and what is right').fill(`${text} Not 5.`);
  await field.getByRole('button', { name: 'Amend for readers' }).click();
  await expect(field.getByText(`${text} Not 5.`)).toBeVisible();

  await reader.goto('/');
  await reader.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click();
  await expect(reader.getByRole('heading', { level: 1, name: 'Corrections' })).toBeVisible();
  const main = reader.getByRole('main');
  await expect(main).toContainText(`${text} Not 5.`);
  await expect(main).toContainText('Amended on');
  await main.getByRole('link', { name: story.title }).click();
  await expect(reader).toHaveURL(new RegExp(`${story.path}#correction-\\d+$`));
  await expect(reader.getByRole('main')).toContainText(`${text} Not 5.`);

  await field.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove it' }).click();
  await expect(field.getByText('None so far.')).toBeVisible();
  await reader.goto('/corrections');
  await expect(reader.getByRole('main')).not.toContainText(text);
});

test('R7 the archive leads to a month and back, and where there is no page there is a way on', async ({
  plainPage: reader,
  newsroom,
}) => {
  const story = await newsroom.story();
  await reader.goto('/archive');
  await reader.getByRole('main').getByRole('link').first().click();
  await expect(reader).toHaveURL(/\/archive\/\d{4}\/\d\d$/);
  await expect(reader.getByRole('main').getByRole('link', { name: story.title })).toBeVisible();
  await reader
    .getByRole('navigation', { name: 'You are here' })
    .getByRole('link', { name: 'Archive' })
    .click();
  await expect(reader).toHaveURL('/archive');
  const answer = await reader.goto('/no-such-page');
  expect(answer?.status()).toBe(404);
  await expect(reader.getByRole('main').getByRole('link', { name: story.title })).toBeVisible();
  await expect(reader.getByRole('main').getByRole('searchbox')).toBeVisible();
});
