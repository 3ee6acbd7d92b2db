import { expectNoBarriers } from './support/barriers';
import { expect, test } from './support/test';

const stamp = () => Math.random().toString(36).slice(2, 8);

test('A1 somebody is invited by mail, comes in with her role, and is kept to her section', async ({
  signedIn,
  browser,
  baseURL,
  newsroom,
  mail,
}) => {
  const { page } = await signedIn('administrator');
  const section = await newsroom.section();
  const email = `nell-${stamp()}@paper.example`;
  await page.goto('/admin/users');
  await page.getByRole('link', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name').fill('Nell');
  await page.getByLabel('E-mail').fill('nell@paper.example, other@paper.example');
  await page.getByRole('radio', { name: /Editor/ }).check();
  await page.getByLabel(section.name).check();
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'one e-mail address' })).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Nell');
  await expect(page.getByLabel(section.name)).toBeChecked();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'on its way' })).toBeVisible();

  const guest = await (await browser.newContext({ baseURL })).newPage();
  await guest.goto((await mail.waitFor(email, /invited/)).link('/admin/invitation/'));
  await expectNoBarriers(guest);
  await guest.getByLabel('Your name').fill('Nell Bly');
  await guest.getByLabel('Password').fill('seven lean oxen graze');
  await guest.getByRole('button', { name: 'Come in' }).click();
  await expect(guest).toHaveURL('/admin');
  await guest.goto('/admin/settings');
  await expect(guest.getByText('This page is not part of your role')).toBeVisible();
  await guest.goto('/admin/users');
  await expect(guest.getByText(email)).toHaveCount(0);

  await page.goto('/admin/users');
  await expect(page.getByRole('row', { name: /Nell Bly/ })).toContainText('one section');
  await page.getByRole('link', { name: 'Nell Bly' }).click();
  await expectNoBarriers(page);
  await page.getByRole('radio', { name: /Contributor/ }).check();
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'signed out' })).toBeVisible();
  await guest.goto('/admin/account');
  await expect(guest).toHaveURL(/\/admin\/login/);
  await page.getByRole('button', { name: 'Disable this account' }).click();
  await page.getByRole('button', { name: 'Disable account', exact: true }).click();
  await expect(page.getByText('cannot sign in')).toBeVisible();
  await guest.context().close();
});

test('D15 sections are made, ordered, renamed with a redirect, and deleted when empty', async ({
  signedIn,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const [one, two] = [`Weather ${stamp()}`, `Tides ${stamp()}`];
  await page.goto('/admin/sections');
  const make = async (name: string, slug = '') => {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel(/^Address/).fill(slug);
    await page.getByRole('button', { name: 'Make section' }).click();
  };
  await make('Anything', 'admin');
  await expect(page.getByRole('alert').filter({ hasText: 'Broadsheet itself answers' })).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Anything');
  await make(one);
  await expect(page.getByRole('link', { name: one, exact: true })).toBeVisible();
  await make(two);
  await expect(page.getByRole('link', { name: two, exact: true })).toBeVisible();
  await expectNoBarriers(page);
  const order = async () =>
    (await page.getByRole('row').allTextContents())
      .map((row) => [one, two].findIndex((name) => row.includes(name)))
      .filter((at) => at >= 0);
  await page.getByRole('button', { name: `Move ${two} up` }).click();
  await expect.poll(order).toEqual([1, 0]);
  const grip = page.getByRole('button', { name: `Move ${one}`, exact: true });
  await grip.dragTo(page.getByRole('row').filter({ hasText: two }));
  await expect(page.getByText(`${one}: now 1 of 1 under ${two}.`)).toBeAttached();
  await expect(grip).toBeFocused();
  await grip.press('Alt+ArrowLeft');
  await expect(page.getByText(new RegExp(`^${one}: now (\\d+) of \\1\\.$`))).toBeAttached();
  await expect(grip).toBeFocused();
  await grip.press('Alt+ArrowUp');
  await expect.poll(order).toEqual([0, 1]);

  await page.getByRole('link', { name: one, exact: true }).click();
  await expect(page.getByRole('heading', { name: one })).toBeVisible();
  const old = await page.getByLabel('Address').inputValue();
  const renamed = `sky-${stamp()}`;
  await page.getByLabel('Address').fill(renamed);
  await page.getByRole('button', { name: 'Save section' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await expectNoBarriers(page);
  await reader.goto(`/${old}`);
  await expect(reader).toHaveURL(`/${renamed}`);
  await page.getByRole('button', { name: 'Delete this section' }).click();
  await page.getByRole('button', { name: 'Delete section', exact: true }).click();
  await expect(page).toHaveURL('/admin/sections');
  await expect(page.getByRole('link', { name: one, exact: true })).toHaveCount(0);
});

test('D15 tags and authors are renamed, and their old addresses lead on', async ({
  signedIn,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const name = `Monsoon ${stamp()}`;
  await page.goto('/admin/tags');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Make tag' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Made' })).toBeVisible();
  await page.getByLabel('Find a tag').fill(name.slice(4));
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await expect(page).toHaveURL(/q=/);
  await expectNoBarriers(page);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const old = await page.getByLabel('Address').inputValue();
  await page.getByLabel('Address').fill(`${old}-rain`);
  await page.getByRole('button', { name: 'Save tag' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await reader.goto(`/tag/${old}`);
  await expect(reader).toHaveURL(`/tag/${old}-rain`);

  const author = `Guest ${stamp()}`;
  await page.goto('/admin/authors/new');
  await page.getByLabel('Name', { exact: true }).fill(author);
  await page.getByRole('button', { name: 'Make author' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Made' })).toBeVisible();
  await page.goto('/admin/authors');
  await expectNoBarriers(page);
  await page.getByRole('link', { name: author }).click();
  await expect(page.getByRole('heading', { name: author })).toBeVisible();
  await expectNoBarriers(page);
});

test('D19 a changed setting shows to readers at once; a wrong one gets its sentence and keeps the rest', async ({
  signedIn,
  page: reader,
}) => {
  const { page } = await signedIn('administrator');
  const tagline = `Printed at dusk ${stamp()}`;
  await page.goto('/admin/settings');
  await expectNoBarriers(page);
  await page.getByLabel(/^Tagline/).fill(tagline);
  await page.getByLabel('First year').fill('soon');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Write a year of four digits.').last()).toBeVisible();
  await expect(page.getByLabel(/^Tagline/)).toHaveValue(tagline);
  await page.getByLabel('First year').fill('2014');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await reader.goto('/');
  await expect(reader.getByText('2014')).toBeVisible();
});
