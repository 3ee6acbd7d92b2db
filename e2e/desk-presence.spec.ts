import type { Page } from '@playwright/test';
import { expectNoBarriers } from './support/barriers';
import { expect, signIn, test } from './support/test';
import { Writing } from './support/writing';

/** D5: who has a story open, who writes it, and how that changes hands without a word lost or a false alarm. */

const writes = (page: Page, name: string) => page.getByText(`${name} is writing this story.`);
const readOnly = (page: Page) =>
  expect(page.getByRole('textbox', { name: 'Text of the story' })).toHaveAttribute(
    'contenteditable',
    'false',
  );

test('D5 D4 two people: the second reads along, takes over, and the first loses no word', async ({
  browser,
  baseURL,
  signedIn,
  newsroom,
}) => {
  const { page: hers, person: ada } = await signedIn('editor');
  const ben = await newsroom.person('editor');
  const context = await browser.newContext({ baseURL });
  const his = await context.newPage();
  await signIn(his, ben);
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(hers, story.id);
  await writing.typeAtEnd(' By her.');
  await writing.expectSaved();

  // The list shows who is there; the story opens to be read, and follows.
  await his.goto('/admin/articles');
  const row = his.getByRole('row').filter({ hasText: story.title });
  await expect(row.getByRole('img', { name: `Open here: ${ada.name} (writing)` })).toBeVisible();
  await his.goto(`/admin/articles/${story.id}`);
  await expect(writes(his, ada.name)).toBeVisible();
  await readOnly(his);
  await expect(
    his.locator('.story-bar').getByRole('img', { name: `Open here: ${ada.name} (writing)` }),
  ).toBeVisible();
  await expect(hers.locator('.story-bar').getByRole('img', { name: `Open here: ${ben.name}` })).toBeVisible();
  await expectNoBarriers(his);
  await writing.typeAtEnd(' And more.');
  await expect(his.locator('.story-text')).toContainText('By her. And more.', { timeout: 20_000 });

  // What she types now does not reach the server before he takes over.
  await hers.route('**/api/articles/*/draft', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await writing.typeAtEnd(' Unsaved words.');
  await writing.expectState('away');
  await his.getByRole('button', { name: 'Take over…' }).click();
  await his.getByRole('alertdialog').getByRole('button', { name: 'Take over' }).click();
  const second = await new Writing(his).ready();
  await hers.unroute('**/api/articles/*/draft');
  await expect(
    hers.getByText(`${ben.name} took over this story. What you had not saved is kept`),
  ).toBeVisible({
    timeout: 20_000,
  });
  await readOnly(hers);
  await second.typeAtEnd(' By him.');
  await second.expectSaved();
  await expect(hers.locator('.story-text')).toHaveText('Begun. By her. And more. By him.', {
    timeout: 20_000,
  });

  // Hers are offered, and she takes over in turn to put them back.
  await hers.getByRole('button', { name: 'Look at it' }).click();
  const dialog = hers.getByRole('dialog', { name: 'Text that was never saved' });
  await expect(dialog).toContainText('Unsaved words.');
  await expectNoBarriers(hers);
  await dialog.getByRole('button', { name: 'Take over and put it back' }).click();
  await expect(writing.text).toHaveText('Begun. By her. And more. Unsaved words.');
  await writing.expectSaved();
  await expect(his.getByText(`${ada.name} took over this story.`)).toBeVisible({ timeout: 20_000 });
  await expect(his.locator('.story-text')).toContainText('Unsaved words.', { timeout: 20_000 });

  // She goes, and he writes at once, without asking.
  await hers.goto('/admin');
  await expect(his.getByText('took over this story')).toHaveCount(0, { timeout: 20_000 });
  await second.typeAtEnd(' The end.');
  await second.expectSaved();
  await context.close();
});

test('D5 nobody is said to write who does not: another tab of one’s own, a crash, a lost line, a page gone back to', async ({
  browser,
  baseURL,
  signedIn,
  newsroom,
  clock,
}) => {
  const { page: one, person: ada } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const open = `/admin/articles/${story.id}`;
  await Writing.open(one, story.id);

  // Her own other tab is told so plainly, and takes over without a question.
  const two = await one.context().newPage();
  await two.goto(open);
  await expect(two.getByText('You are writing this story in another tab')).toBeVisible();
  await two.getByRole('button', { name: 'Write here' }).click();
  await (await new Writing(two).ready()).typeAtEnd(' From two.');
  await new Writing(two).expectSaved();
  await expect(one.getByText('You are writing this story in another tab')).toBeVisible({ timeout: 20_000 });
  await expect(one.locator('.story-text')).toContainText('From two.', { timeout: 20_000 });
  await one.close();

  // A tab that crashed is no other tab.
  const devtools = await two.context().newCDPSession(two);
  const crashed = two.waitForEvent('crash');
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  const three = await two.context().newPage();
  await two.close();
  await (await Writing.open(three, story.id)).typeAtEnd(' From three.');
  await new Writing(three).expectSaved();
  await expect(three.getByText('in another tab')).toHaveCount(0);

  // Another person: while the line is lost the lease runs out; on the way back she sees who writes.
  const ben = await newsroom.person('editor');
  const context = await browser.newContext({ baseURL });
  const his = await context.newPage();
  await signIn(his, ben);
  await his.goto(open);
  await expect(writes(his, ada.name)).toBeVisible();
  await three.context().setOffline(true);
  await clock.moveTo(20);
  const second = await new Writing(his).ready();
  await second.typeAtEnd(' By him.');
  await second.expectSaved();
  await three.context().setOffline(false);
  await expect(writes(three, ben.name).or(three.getByText(`${ben.name} took over`))).toBeVisible({
    timeout: 20_000,
  });

  // Leaving frees it at once; coming back from the browser's own memory asks anew.
  await his.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await new Writing(three).ready();
  await new Writing(three).typeAtEnd(' By her.');
  await new Writing(three).expectSaved();
  await his.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect(writes(his, ada.name).or(his.getByText(`${ada.name} took over`))).toBeVisible({
    timeout: 20_000,
  });
  await expect(his.locator('.story-text')).toContainText('By her.', { timeout: 20_000 });
  await context.close();
});

test('A3 D5 a stranger hears nothing of the desk and is nowhere present', async ({ newsroom, request }) => {
  const story = await newsroom.story({ publish: false });
  expect((await request.get('/api/desk/stream')).status()).toBe(403);
  const data = { loadId: '0123456789abcdef', said: 1, wants: 'write' };
  const attend = await request.post(`/api/articles/${story.id}/presence`, { data });
  expect(attend.status()).toBe(403);
  expect((await request.post(`/api/articles/${story.id}/presence/leave`, { data })).status()).toBe(403);
});
