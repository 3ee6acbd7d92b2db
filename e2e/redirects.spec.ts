import { expectNoBarriers } from './support/barriers';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';

test('D19 an old address leads readers on at once, is changed and deleted; a paste tells each line', async ({
  signedIn,
  request,
  newsroom,
}) => {
  const { page } = await signedIn('administrator');
  const mark = unique();
  const old = `/2014/05/old-${mark}`;
  const where = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    return [answer.status(), answer.headers().location ?? null];
  };
  expect(await where(old)).toEqual([404, null]);
  await page.goto('/admin/settings/redirects');
  await expectNoBarriers(page);
  await page.getByLabel('Old address').fill('/admin/x');
  await page.getByLabel('Leads to').fill('/latest');
  await page.getByRole('button', { name: 'Set redirect' }).click();
  await expect(page.getByText('Broadsheet itself answers everything under /admin.').last()).toBeVisible();
  await page.getByLabel('Old address').fill(old);
  // The line goes away: what was typed stands, and is sent once it is back.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Set redirect' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The server did not answer' })).toBeVisible();
  await expect(page.getByLabel('Old address')).toHaveValue(old);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Set redirect' }).click();
  await expect(page.getByText('Set. Readers are sent on from now.')).toBeVisible();
  expect(await where(old)).toEqual([301, '/latest']);

  const story = await newsroom.story({ title: `Standing ${mark}` });
  await page
    .getByLabel('Lines')
    .fill(`/feed-${mark} /feed.xml\n${story.path} /elsewhere\n/shop-${mark}, https://shop.example/a?b=c`);
  await page.getByRole('button', { name: 'Set these' }).click();
  await expect(page.getByText('2 set, 0 led anew, 0 stood already, 1 refused.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Refused lines' })).toContainText(
    'leads to a story that is live',
  );
  await expect(page.getByLabel('Lines', { exact: true })).toHaveValue(`${story.path} /elsewhere`);
  expect(await where(`/feed-${mark}/`)).toEqual([301, '/feed.xml']);
  expect(await where(`/shop-${mark}?to=https://evil.example`)).toEqual([301, 'https://shop.example/a?b=c']);

  await page.getByRole('searchbox', { name: 'Find an address' }).fill(mark);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Redirects' }).getByRole('listitem')).toHaveCount(3);
  await expectNoBarriers(page);
  await page.getByRole('link', { name: `Change where ${old} leads` }).click();
  await page.getByLabel('Leads to').fill('/archive');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved. Readers are sent there from now.')).toBeVisible();
  expect(await where(old)).toEqual([301, '/archive']);

  await page.goto(`/admin/settings/redirects?q=${encodeURIComponent(old)}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete redirect' }).click();
  await expect(page.getByText('No redirect holds')).toBeVisible();
  expect(await where(old)).toEqual([404, null]);
});

test('D19 redirects are for administrators alone', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  await page.goto('/admin/settings/redirects');
  await expect(page.getByLabel('Old address')).toBeHidden();
});
