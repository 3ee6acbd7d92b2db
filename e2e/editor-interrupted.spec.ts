import type { Page } from '@playwright/test';
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

test('D4 two tabs, one story: the stale one is shown both texts, and whichever is chosen, both stay among the versions', async ({
  signedIn,
  newsroom,
}) => {
  const { page: one } = await signedIn('editor');
  const two = await one.context().newPage();
  const section = await newsroom.section();
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const first = await Writing.open(one, story.id);
  const drafts = '**/api/articles/*/draft';
  /** What one tab sends is slow to arrive, and the other takes over and saves before it. */
  const apart = async (
    stale: Page,
    other: Page,
    words: { stale: string; other: string; section?: string },
  ) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await stale.route(drafts, async (route) => {
      if (route.request().method() === 'POST') await held;
      await route.continue();
    });
    await new Writing(stale).typeAtEnd(words.stale);
    await new Writing(stale).expectState('saving');
    await other.getByRole('button', { name: 'Write here' }).click();
    const taken = await new Writing(other).ready();
    if (words.section) await taken.fileUnder(words.section);
    await taken.typeAtEnd(words.other);
    await new Writing(other).expectSaved();
    letGo();
    const dialog = stale.getByRole('dialog', { name: 'Two versions of this story' });
    await expect(dialog).toContainText(words.stale.trim(), { timeout: 40_000 });
    await expect(dialog).toContainText(words.other.trim());
    await stale.unroute(drafts);
    return dialog;
  };
  await two.goto(`/admin/articles/${story.id}`);
  const mine = await apart(one, two, {
    stale: ' From the first tab.',
    other: ' From the second tab.',
    section: section.name,
  });
  // How they are filed is part of it.
  await expect(mine.getByRole('region', { name: /^Saved by/ }).getByRole('definition')).toContainText(
    section.name,
  );
  await mine.getByRole('button', { name: 'Keep mine' }).click();
  await first.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. From the first tab.');
  await expect(two.locator('.story-text')).toHaveText('Begun. From the first tab.', { timeout: 20_000 });

  const theirs = await apart(two, one, { stale: ' Again.', other: ' And on.' });
  await theirs.getByRole('button', { name: 'Take theirs' }).click();
  await expect(two.locator('.story-text')).toHaveText('Begun. From the first tab. And on.');
  const versions = await versionsOf(newsroom, story.id);
  expect(versions[0]).toBe('Begun. From the first tab. And on.');
  expect(versions).toContain('Begun. From the first tab. Again.');
  expect(versions).toContain('Begun. From the second tab.');
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
