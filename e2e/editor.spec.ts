import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { desc, eq, sql } from 'drizzle-orm';
import { articles, media, revisions } from '@/db/schema';
import { createArticle, saveDraft } from '@/features/articles/commands';
import { saveDraftInput } from '@/features/articles/input';
import { unique } from './support/newsroom';
import { expect, signIn, test } from './support/test';
import { listenForTrouble, picture, Writing } from './support/writing';

/** Walk 3, first half: an editor writes, is interrupted in every way there is, and loses nothing. */

/** What the editor may weigh, compressed: everything a writer's browser fetches to begin (DESIGN, speed and size). */
const mostScriptBytes = 350_000;

test('D1 the editor opens on at most 350 KB of scripts', async ({ signedIn }) => {
  const { page } = await signedIn('editor');
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body());
  });
  await Writing.begin(page);
  await page.waitForLoadState('networkidle');
  const bodies = await Promise.all(scripts.values());
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  expect(bodies.length).toBeGreaterThan(3);
  expect(bytes, [...scripts.keys()].join('\n')).toBeLessThanOrEqual(mostScriptBytes);
});

test('D1 D16 R4 a story with every part is written, its pictures come by button, drop and paste, and it opens again as it was', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  const type = (words: string) => page.keyboard.type(words);
  const enter = () => page.keyboard.press('Enter');

  // Straight on from headline to standfirst to text: no letter lands in the wrong place.
  await writing.headline.click();
  await type('The wall held');
  await enter();
  await type('By dawn the quay was dry.');
  await enter();
  await type('The wind dropped before four.');
  for (const line of ['# What held', 'Three things: **luck** and ~~sand~~ `bags`.', '## Who', '### Where']) {
    await enter();
    await type(line);
  }
  await enter();
  await type('- one');
  await enter();
  await type('two');
  await enter();
  await enter();
  await type('1. first');
  await enter();
  await enter();
  await type('> A late tide.');
  await enter();
  await enter();
  await type('---');
  await type('/code');
  await expect(page.getByRole('option', { name: 'Code' })).toBeVisible();
  await enter();
  await type('tide = late');
  await page.keyboard.press('Control+Enter');
  await type('See the harbour log');
  await page.keyboard.press('Shift+Control+ArrowLeft');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.getByLabel('Address').fill('example.org/log');
  await page.keyboard.press('Enter');
  await expect(writing.text.getByRole('link', { name: 'log' })).toHaveAttribute(
    'href',
    'https://example.org/log',
  );

  await page.keyboard.press('Control+End');
  await enter();
  await type('/pict');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), enter()]);
  await chooser.setFiles(await picture('button.jpg'));
  const figures = writing.text.locator('figure');
  await expect(figures).toHaveCount(1);
  await writing.bring('drop', await picture('drop.jpg'));
  await expect(figures).toHaveCount(2);
  await writing.bring('paste', await picture('paste.jpg'));
  await expect(figures).toHaveCount(3);

  const first = figures.first();
  const caption = first.getByLabel('Caption');
  await caption.fill('The quay. (Image Credit: Li (AFP))');
  await caption.blur();
  await expect(caption).toHaveValue('The quay.');
  await expect(first.getByLabel('Credit')).toHaveValue('Li (AFP)');
  // In the middle of a word, as people correct: the caret must not jump.
  await caption.click();
  await page.keyboard.press('Home');
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight');
  await type('old ');
  await expect(caption).toHaveValue('The old quay.');
  await first.getByLabel('Description').fill('A dry quay');
  await writing.expectSaved();

  const asTyped = await writing.text.evaluate(outline);
  await page.reload();
  await writing.ready();
  await expect(figures).toHaveCount(3);
  expect(await writing.text.evaluate(outline)).toEqual(asTyped);
  await expect(writing.headline).toHaveValue('The wall held');
  const head = await newestOf(newsroom, writing.id);
  expect(new Set(head?.body.content?.map(({ type: kind }) => kind))).toEqual(
    new Set([
      'paragraph',
      'heading',
      'bulletList',
      'orderedList',
      'blockquote',
      'horizontalRule',
      'codeBlock',
      'figure',
    ]),
  );
  expect(head).toMatchObject({ title: 'The wall held', standfirst: 'By dawn the quay was dry.' });
  expect(trouble).toEqual([]);
});

test('D2 what is pasted from Word, Markdown and plain text keeps its structure and every word', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await Writing.begin(page);
  await writing.text.click();
  await writing.paste({ 'text/plain': 'Deterrence\n\nDuring the talks,\nnothing.\n\nEnd' });
  await expect(writing.text.locator('p')).toContainText(['Deterrence', 'During the talks,nothing.', 'End']);
  await writing.paste({ 'text/plain': '## From Markdown\n\n- one\n- **two**' });
  await expect(writing.text.locator('h2')).toHaveText(['From Markdown']);
  await expect(writing.text.locator('li strong')).toHaveText(['two']);
  await page.keyboard.press('Control+End');
  await writing.paste({
    'text/plain': 'unused',
    'text/html':
      '<h1 style="color:red">From Word</h1><p class=MsoNormal style="margin:0"><b>Bold</b> words<o:p></o:p></p><script>window.pwned = 1</script>',
  });
  await expect(writing.text.locator('h2')).toHaveText(['From Markdown', 'From Word']);
  await expect(writing.text.locator('[style*="red"]')).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'pwned'))).toBeUndefined();
});

test('D1 an address that is typed or pasted becomes a link, without the full stop after it', async ({
  signedIn,
}) => {
  const { page } = await signedIn('editor');
  const writing = await Writing.begin(page);
  await writing.text.click();
  await page.keyboard.type('See www.example.org/tides. It is short.');
  await page.keyboard.press('Enter');
  await writing.paste({ 'text/plain': 'From https://example.org/log, today' });
  await expect(writing.text).toContainText(
    'See www.example.org/tides. It is short.From https://example.org/log, today',
  );
  const links = writing.text.getByRole('link');
  await expect(links).toHaveText(['www.example.org/tides', 'https://example.org/log']);
  await expect(links.first()).toHaveAttribute('href', 'https://www.example.org/tides');
  await page.keyboard.type(' and on');
  await expect(links.last()).toHaveText('https://example.org/log');
});

test('D3 a part that this version does not know is shown, and survives an edit beside it', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const foreign = { type: 'hologram', attrs: { depth: 3, inner: { kept: true } } };
  const story = await createArticle(newsroom.ctx, {});
  const body = {
    type: 'doc',
    content: [foreign, { type: 'paragraph', content: [{ type: 'text', text: 'Beside.' }] }],
  };
  await saveDraft(
    newsroom.ctx,
    saveDraftInput.parse({ articleId: story.id, baseRevisionId: story.revisionId, title: 'Foreign', body }),
  );
  const writing = await Writing.open(page, story.id);
  await expect(writing.text.getByText('hologram')).toBeVisible();
  await writing.typeAtEnd(' More.');
  await writing.expectSaved();
  const head = await newestOf(newsroom, story.id);
  expect(head?.body.content?.[0]).toEqual(foreign);
  expect(head?.plainText).toBe('Beside. More.');
});

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

test('D7 D8 a story is filed, scheduled to the second, goes live by itself, is updated, withdrawn and killed', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const section = await newsroom.section();
  const writing = await Writing.begin(page);
  const title = `Tide tables ${unique()}`;
  await writing.headline.fill(title);
  await writing.typeAtEnd('The first words.');
  const dialog = page.getByRole('dialog');

  // What is missing is said, and its place opens.
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByRole('button', { name: 'Publish now' }).click();
  await expect(dialog.getByText('File it under a section first.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await writing.fileUnder(section.name);
  const tag = `Tides ${unique()}`;
  await page.getByRole('combobox', { name: 'Add to tags' }).fill(tag);
  await page.getByRole('option', { name: `Make “${tag}”` }).click();
  await expect(page.getByRole('button', { name: `Take ${tag} away` })).toBeVisible();
  await page.getByRole('button', { name: 'Close the settings' }).click();

  const schedule = async (at: Date) => {
    await dialog.getByLabel('At a time').check();
    await dialog.getByLabel(/^Day and time in/).fill(at.toISOString().slice(0, 19));
  };
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await schedule(new Date(Date.now() - 60_000));
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog.getByText('That time has passed').first()).toBeVisible();
  const dueAt = new Date(Math.ceil(Date.now() / 1000) * 1000 + 12_000);
  await schedule(dueAt);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByText(/^Goes live/)).toBeVisible();
  // What is written now is not part of the plan until it is put into it.
  await writing.typeAtEnd(' And the second.');
  await expect(page.getByText('Changes made since it was scheduled are not included.')).toBeVisible();
  await page.getByRole('button', { name: 'Include my changes' }).click();
  await expect(page.getByText('Changes made since it was scheduled are not included.')).toHaveCount(0);

  await expect(async () => {
    const found = await newsroom.db.select().from(articles).where(eq(articles.id, writing.id));
    expect(found[0]?.liveRevisionId).not.toBeNull();
  }).toPass({ timeout: 30_000 });
  const path = `/${section.slug}/${(await newestOf(newsroom, writing.id))?.slug}`;
  await reader.goto(path);
  await expect(reader.locator('.prose')).toHaveText('The first words. And the second.');

  await page.reload();
  await writing.ready();
  await writing.typeAtEnd(' And a third.');
  await writing.expectSaved();
  await reader.reload();
  await expect(reader.locator('.prose')).not.toContainText('a third');
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await dialog.getByLabel('Minor change').check();
  await dialog.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Readers see your changes.')).toBeVisible();
  await reader.reload();
  await expect(reader.locator('.prose')).toContainText('And a third.');
  await expect(reader.getByText('Updated')).toHaveCount(0);

  await writing.openSettings();
  await page.getByRole('button', { name: 'Add a correction' }).click();
  await page.getByLabel('What was wrong, and what is right').fill('An earlier version named the wrong tide.');
  await page.getByRole('button', { name: 'Publish the correction' }).click();
  await expect(
    page.locator('#story-panel').getByText('An earlier version named the wrong tide.'),
  ).toBeVisible();
  await reader.reload();
  await expect(reader.getByText('An earlier version named the wrong tide.')).toBeVisible();

  await page.getByRole('button', { name: 'Close the settings' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Withdraw…' }).click();
  await dialog.getByRole('button', { name: 'Withdraw now' }).click();
  await expect(page.getByText('It is withdrawn.')).toBeVisible();
  expect((await reader.reload())?.status()).toBe(404);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Kill…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Kill the story' }).click();
  await expect(page.getByText('This story was killed. It stays as it was.')).toBeVisible();
  expect((await reader.reload())?.status()).toBe(410);
});

test('D9 D10 an old version is brought back, and the preview shows the newest on the paper’s own page', async ({
  signedIn,
  newsroom,
  page: reader,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false, text: ['The old words.'] });
  const writing = await Writing.open(page, story.id);
  await writing.text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('The new words.');
  await writing.expectSaved();
  await page.getByRole('link', { name: 'Preview' }).click();
  const paper = page.frameLocator('iframe');
  await expect(paper.locator('.prose')).toHaveText('The new words.');
  await page.getByRole('button', { name: 'Phone, 390 pixels' }).click();
  expect((await page.locator('iframe').boundingBox())?.width).toBeCloseTo(390, 0);
  const address = `/admin/articles/${story.id}/preview/page`;
  const answer = await page.request.get(address);
  expect(answer.headers()['cache-control']).toContain('no-store');
  expect(await answer.text()).toContain('noindex');
  expect((await (await reader.request.get(address)).text()).includes('The new words.')).toBe(false);

  await page.getByRole('link', { name: 'Go on writing' }).click();
  await writing.ready();
  await writing.openSettings();
  await page.getByRole('region', { name: 'Versions' }).getByRole('button').nth(1).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('mark')).toHaveText(['The old words.', 'The new words.']);
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await expect(writing.text).toHaveText('The old words.');
  expect((await newestOf(newsroom, story.id))?.plainText).toBe('The old words.');
});

test('D16 the library takes a picture, refuses what is none with a sentence, and deletes nothing that a story shows', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const trouble = listenForTrouble(page);
  await page.goto('/admin/media');
  const name = `harbour-${unique()}.jpg`;
  const files = page.getByLabel('Pictures to upload');
  await files.setInputFiles([
    await picture(name),
    {
      name: 'fake.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<html><script>alert(1)</script></html>'),
    },
  ]);
  await expect(page.getByText('fake.png: This file is not a picture that can be shown.')).toBeVisible();
  await page.getByRole('button', { name: `Open: ${name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill('A harbour');
  await dialog.getByLabel('Credit').fill('Ana Reyes');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  const [row] = await newsroom.db.select().from(media).where(eq(media.filename, name));
  expect(row).toMatchObject({ alt: 'A harbour', credit: 'Ana Reyes' });

  const address = `/media/${row?.hash}`;
  const served = await page.request.get(`${address}/320.webp`);
  expect(served.headers()).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  for (const file of ['321.webp', '320.svg', '1920.webp', '../originals'])
    expect((await page.request.get(`${address}/${file}`)).status(), file).toBe(404);

  const writing = await Writing.begin(page);
  await writing.text.click();
  await page.keyboard.type('/library');
  await page.keyboard.press('Enter');
  await page.getByLabel('Search the library').fill(name);
  await page.getByRole('button', { name: 'Choose: A harbour' }).click();
  await page.getByRole('button', { name: 'Put in the picture' }).click();
  await expect(writing.text.locator('figure').getByLabel('Credit')).toHaveValue('Ana Reyes');
  await writing.expectSaved();
  await page.goto('/admin/media');
  await page.getByRole('button', { name: 'Open: A harbour' }).first().click();
  await expect(dialog.getByRole('link', { name: 'Untitled story' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  expect(trouble).toEqual([]);
});

test('A3 the editor’s addresses give a stranger nothing and take nothing from her', async ({
  page,
  newsroom,
  baseURL,
}) => {
  const story = await newsroom.story({ publish: false, text: ['Nobody’s business.'] });
  const origin = baseURL ?? '';
  for (const path of [
    `/api/articles/${story.id}/draft`,
    `/api/articles/${story.id}/revisions`,
    '/api/media',
    '/api/tags',
  ]) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(403);
    expect(await answer.text()).not.toContain('business');
  }
  const saved = await page.request.post(`/api/articles/${story.id}/draft`, { data: {}, headers: { origin } });
  expect(saved.status()).toBe(403);
  const sent = await page.request.post('/api/media', {
    multipart: { file: await picture() },
    headers: { origin },
  });
  expect(sent.status()).toBe(403);
  const crossSite = await page.request.post('/api/media', {
    multipart: { file: await picture() },
    headers: { origin: 'https://evil.example' },
  });
  expect(crossSite.status()).toBe(403);
});

test('D1 R14 editor, list and library are without fault for those who do not see or do not use a mouse, in both themes', async ({
  signedIn,
  newsroom,
}) => {
  const { page } = await signedIn('editor');
  const story = await newsroom.story({ publish: false });
  const trouble = listenForTrouble(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/admin/articles');
    expect(await faults(page)).toEqual([]);
    await page.goto('/admin/media');
    expect(await faults(page)).toEqual([]);
    const writing = await Writing.open(page, story.id);
    expect(await faults(page)).toEqual([]);
    await writing.openSettings();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByLabel('At a time').check();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
  }
  expect(trouble).toEqual([]);
  await page.goto('/admin/articles');
  await page.keyboard.press('n');
  await page.waitForURL(/\/admin\/articles\/\d+$/);
});

interface Rooms {
  db: import('@/db/client').Database;
}

async function versionsOf({ db }: Rooms, articleId: number): Promise<string[]> {
  const rows = await db
    .select({ text: revisions.plainText })
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.id));
  return rows.map(({ text }) => text);
}

async function newestOf({ db }: Rooms, articleId: number) {
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.articleId, articleId))
    .orderBy(desc(revisions.id))
    .limit(1);
  return row;
}

/** Everything in the journal of this browser, as text; empty when there is nothing. */
const journal = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('broadsheet-journal', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('drafts', { keyPath: 'key' });
        opening.onsuccess = () => {
          const asked = opening.result.transaction('drafts').objectStore('drafts').getAll();
          asked.onsuccess = () => {
            opening.result.close();
            resolve(asked.result.length === 0 ? '' : JSON.stringify(asked.result));
          };
        };
      }),
  );

/** The blocks of the text with what they hold, without what only the editor draws: empty lines at the end are not text. */
const outline = (element: Element): string => {
  const blocks = [...element.children].map((block) => {
    const words = [...block.querySelectorAll('textarea')].map((field) => field.value);
    const figure = block.querySelector('figure');
    return `${block.localName} ${figure ? words.join('|') : block.innerHTML.replace(/<br[^>]*>/g, '')}`;
  });
  return blocks.join('\n').replace(/(?:\np ?)+$/, '');
};

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`);
}
