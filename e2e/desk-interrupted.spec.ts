import { rmSync } from 'node:fs';
import { journal } from './support/journal';
import { newestOf } from './support/revisions';
import { newDataDir, startApp } from './support/start-app';
import { expect, test } from './support/test';
import { Writing } from './support/writing';

/** D4: the server, the line and the page go away under the writer's hands, and every word is still there. */

test('D4 D5 the server is killed and started anew while somebody types: all is saved, and nobody else is said to write', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const dataDir = newDataDir();
  let app = await startApp({ dataDir });
  const context = await browser.newContext({ baseURL: app.url });
  try {
    const page = await context.newPage();
    await page.goto(app.setupLink() ?? '');
    await page.getByLabel('Name of the paper').fill('The New York World');
    await page.getByLabel('Your name').fill('Nellie Bly');
    await page.getByLabel('Your e-mail').fill('nellie@paper.example');
    await page.getByLabel('Password').fill('seventy two days around');
    await page.getByRole('button', { name: 'Open the newsroom' }).click();
    await page.waitForURL((url) => url.pathname === '/admin');
    const writing = await Writing.begin(page);
    await writing.headline.fill('Ten days');
    await writing.typeAtEnd('Before.');
    await writing.expectSaved();

    const words: string[] = ['Before.'];
    const type = async (count: number) => {
      for (let n = 0; n < count; n++) {
        const word = `Word${words.length}.`;
        words.push(word);
        await page.keyboard.type(` ${word}`, { delay: 15 });
      }
    };
    const killed = app.kill('web');
    await type(40);
    await killed;
    await expect(writing.save).toHaveAttribute('data-save', 'saved', { timeout: 60_000 });

    // All of it stops in good order while the line of the desk stands open, and comes again on the same address.
    await type(5);
    const { port } = app;
    const began = Date.now();
    await app.end();
    expect(Date.now() - began).toBeLessThan(10_000);
    await type(40);
    await expect.poll(() => journal(page)).toContain(words.at(-1) ?? '');
    app = await startApp({ dataDir, port });
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(writing.save).toHaveAttribute('data-save', 'saved', { timeout: 60_000 });
    await expect(page.getByText('is writing this story')).toHaveCount(0);
    await expect(page.getByText('in another tab')).toHaveCount(0);
    await page.reload();
    await writing.ready();
    await expect(writing.text).toHaveText(words.join(' '));
    await expect.poll(() => journal(page)).toBe('');
  } finally {
    await context.close();
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('D4 five minutes without a line and two hundred changes: all of it is kept, and saved on the way back', async ({
  signedIn,
  newsroom,
}) => {
  test.setTimeout(120_000);
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  await page.clock.install();
  const writing = await Writing.open(page, story.id);
  await writing.typeAtEnd(' Now:');
  await page.context().setOffline(true);
  const words = Array.from({ length: 200 }, (_, n) => `w${n}`);
  for (let minute = 0; minute < 5; minute++) {
    await page.keyboard.type(` ${words.slice(minute * 40, (minute + 1) * 40).join(' ')}`);
    await page.clock.runFor(60_000);
    await writing.expectState('away');
  }
  await expect.poll(() => journal(page)).toContain('w199');
  await page.context().setOffline(false);
  await page.clock.runFor(60_000);
  await writing.expectSaved();
  const whole = `Begun. Now: ${words.join(' ')}`;
  expect((await newestOf(newsroom, story.id))?.plainText).toBe(whole);
  await page.reload();
  await writing.ready();
  await expect(writing.text).toHaveText(whole);
});

test('D4 back and forward in mid-sentence: the words are there, saved or offered', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  await page.goto('/admin/articles');
  const writing = await Writing.open(page, story.id);
  await writing.typeAtEnd(' Left in mid-sen');
  await page.goBack();
  await page.waitForURL(/\/admin\/articles$/);
  await page.goForward();
  await writing.ready();
  await expect(writing.text).toHaveText('Begun. Left in mid-sen', { timeout: 20_000 });
  await writing.typeAtEnd('tence.');

  // The browser may keep the page as it stands, too.
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await writing.typeAtEnd(' And on.');
  await writing.expectSaved();
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. Left in mid-sentence. And on.');
  await expect(page.getByText('in another tab')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('D4 D7 publishing while a save is under way publishes every word typed before it', async ({
  signedIn,
  newsroom,
  request,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['Begun.'] });
  const writing = await Writing.open(page, story.id);
  let held = 0;
  await page.route('**/api/articles/*/draft', async (route) => {
    if (route.request().method() === 'POST' && held++ === 0) await new Promise((go) => setTimeout(go, 3_000));
    await route.continue();
  });
  await writing.typeAtEnd(' Sent at first.');
  await writing.expectState('saving');
  await writing.typeAtEnd(' Typed meanwhile.');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Publish/ }).click();
  await expect(dialog).toHaveCount(0, { timeout: 20_000 });
  await writing.expectSaved();
  const readers = await (await request.get(story.path)).text();
  expect(readers).toContain('Begun. Sent at first. Typed meanwhile.');
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('Begun. Sent at first. Typed meanwhile.');
});
