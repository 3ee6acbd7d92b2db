import { sql } from 'drizzle-orm';
import { journal } from './support/journal';
import { newestOf, versionsOf } from './support/revisions';
import { expect, signIn, test } from './support/test';
import { Writing } from './support/writing';

/** An editor is interrupted in every way there is, and loses nothing. */

test('D4 offline, what is typed is kept on the device and said so; online it is saved by itself', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(page, story.id);
  await page.context().setOffline(true);
  await writing.typeAtEnd(' Typed in a tunnel.');
  await writing.expectState('away');
  await expect(page.getByText('kept on this device').first()).toBeVisible();
  await expect.poll(() => journal(page)).toContain('Typed in a tunnel.');
  await page.context().setOffline(false);
  await writing.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. Typed in a tunnel.');
  await expect.poll(() => journal(page)).toBe('');
});

test('D4 two tabs, one story: the second is shown both texts, and whichever is chosen, both stay among the versions', async ({
  signedIn,
  newsroom,
}) => {
  const { page: one } = await signedIn('editor');
  const two = await one.context().newPage();
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const [first, second] = [await Writing.open(one, story.id), await Writing.open(two, story.id)];
  await first.typeAtEnd(' From the first tab.');
  await first.expectSaved();
  await second.typeAtEnd(' From the second tab.');
  const dialog = two.getByRole('dialog', { name: 'Two versions of this story' });
  await expect(dialog).toContainText('From the first tab.');
  await expect(dialog).toContainText('From the second tab.');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await second.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. From the second tab.');

  // The first tab is the stale one now; it takes theirs.
  await first.typeAtEnd(' Again.');
  const again = one.getByRole('dialog', { name: 'Two versions of this story' });
  await again.getByRole('button', { name: 'Take theirs' }).click();
  await expect(first.text).toContainText('From the second tab.');
  await first.expectSaved();
  const versions = await versionsOf(newsroom, story.id);
  expect(versions[0]).toBe('Begun. From the second tab.');
  expect(versions).toContain('Begun. From the first tab. Again.');
});

test('D4 a tab that crashes before it saved gives its text back, and nothing is put back unasked', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const lost = await Writing.open(page, story.id);
  const context = page.context();
  await page.route('**/api/articles/*/draft', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await lost.typeAtEnd(' Typed before the crash.');
  await expect.poll(() => journal(page), { timeout: 2000 }).toContain('Typed before the crash.');
  // The process dies: no handler runs, no last request is sent.
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Nobody is left to answer this.
  void devtools.send('Page.crash').catch(() => undefined);
  await crashed;

  const next = await context.newPage();
  const writing = await Writing.open(next, story.id);
  const dialog = next.getByRole('dialog', { name: 'Text that was never saved' });
  await expect(dialog).toContainText('Typed before the crash.');
  // An open dialog hides the page from roles, not from sight.
  await expect(next.locator('.story-text')).toHaveText('Begun.');
  await dialog.getByRole('button', { name: 'Put it back' }).click();
  await expect(writing.text).toContainText('Typed before the crash.');
  await writing.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. Typed before the crash.');
  await expect.poll(() => journal(next)).toBe('');
});

test('D4 a session that ends in mid-sentence loses nothing: sign in beside it and go on', async ({
  browser,
  baseURL,
  newsroom,
}) => {
  const person = await newsroom.person('editor');
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, person);
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(page, story.id);
  await newsroom.db.execute(sql`update sessions set revoked_at = now() where user_id = ${person.id}`);
  await writing.typeAtEnd(' Half a sen');
  await writing.expectState('signed-out');
  await page.keyboard.type('tence.');

  // Somebody else at the same machine saves nothing in her name.
  const stranger = await newsroom.person('editor');
  const beside = await context.newPage();
  await signIn(beside, stranger);
  await page.getByRole('button', { name: 'I am signed in again' }).click();
  await expect(page.getByText(`${stranger.name} has signed in here since`)).toBeVisible();
  await context.clearCookies();
  await signIn(beside, person);
  await page.bringToFront();
  await page.getByRole('button', { name: 'I am signed in again' }).click();
  await writing.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. Half a sentence.');
  await context.close();
});

test('A5 signing out empties the journal, and asks before it throws text away', async ({
  browser,
  baseURL,
  newsroom,
}) => {
  const person = await newsroom.person('editor');
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, person);
  const story = await newsroom.story({ publish: false });
  const writing = await Writing.open(page, story.id);
  await context.route('**/api/articles/*/draft', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await writing.typeAtEnd(' Not for the next person.');
  await expect.poll(() => journal(page)).toContain('Not for the next person.');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/admin');
  await expect(page.getByText('This device keeps text that was never saved')).toBeVisible();
  await page.getByRole('button', { name: person.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('throw away unsaved text');
  await question.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('**/admin/login*');
  expect(await journal(page)).toBe('');
  await context.close();
});
