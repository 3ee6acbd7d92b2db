import type { Page } from '@playwright/test';
import { expect, test } from './support/test';
import { listenForTrouble, Writing } from './support/writing';

/** What comes from elsewhere and is too much, too deep or too odd. Ordinary pastes are unit tests beside the code. */

const heard = (page: Page) => page.getByRole('region', { name: /Notifications/ });

test('D2 five megabytes on the clipboard leave the text alone, and a sentence says what to do', async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const { page } = await signedIn('author');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  await writing.headline.fill('Too much');
  await writing.typeAtEnd('Typed before.');
  const paragraph = 'The wall held for an hour longer than anybody in the town had thought it would. ';
  const five = `${paragraph.repeat(12)}\n\n`.repeat(5200);
  expect(five.length).toBeGreaterThan(5_000_000);
  await writing.paste({ 'text/plain': five });
  await expect(heard(page)).toContainText(
    /characters; one story holds at most 1,500,000.*Paste a part of it/,
  );
  // The page goes on at once: nothing of it was put in, nothing was lost.
  await page.keyboard.type(' Typed after.');
  await expect(writing.text).toHaveText('Typed before. Typed after.');
  await writing.expectSaved();

  // As much as one story holds goes in, and can be saved.
  const most = `${paragraph.repeat(12)}\n\n`.repeat(1200);
  await writing.paste({ 'text/plain': most });
  await expect.poll(() => writing.text.locator('> p').count(), { timeout: 30_000 }).toBeGreaterThan(1150);
  await page.keyboard.type('The end.');
  await writing.expectSaved();
  // A second time it does not fit any more.
  await writing.paste({
    'text/html': `<p>${most.trim().split('\n\n').join('</p><p>')}</p>`,
    'text/plain': most.slice(0, 100),
  });
  await expect(heard(page)).toContainText(/more than fits into one story together with what stands in it/);
  await page.keyboard.type(' Really.');
  await expect(writing.text.locator('> p').last()).toContainText('The end. Really.');
  await writing.expectSaved();
  expect(trouble).toEqual([]);
});

test('D2 five megabytes of markup around a short text are only a moment’s work', async ({ signedIn }) => {
  const { page } = await signedIn('author');
  const writing = await Writing.begin(page);
  const style = 'mso-fareast-font-family:Calibri;mso-bidi-theme-font:minor-latin;'.repeat(16);
  const html = Array.from(
    { length: 4500 },
    (_, n) => `<p class=MsoNormal><span style='${style}'>Line ${n}<o:p></o:p></span></p>`,
  ).join('');
  expect(html.length).toBeGreaterThan(4_700_000);
  await writing.text.click();
  const begun = Date.now();
  await writing.paste({ 'text/html': html, 'text/plain': 'Line' });
  await expect(writing.text.locator('> p')).toHaveCount(4500);
  expect(Date.now() - begun).toBeLessThan(20_000);
  await page.keyboard.type(' and on');
  await expect(writing.text.locator('> p').last()).toHaveText('Line 4499 and on');
  await writing.expectSaved();
});

test('D2 what is pasted before the page can read it waits a moment, and what is typed in between comes after it', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const writing = await Writing.begin(page);
  let letIn = () => {};
  const held = new Promise<void>((resolve) => {
    letIn = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await writing.typeAtEnd('One ');
  await writing.paste({ 'text/html': '<b>two</b>', 'text/plain': 'two' });
  await page.keyboard.type(' three');
  await expect(writing.text).toHaveText(/^One\s+three$/);
  letIn();
  await expect(writing.text).toHaveText('One two three');
  await page.keyboard.type(' four');
  await expect(writing.text).toHaveText('One two three four');
  await expect(writing.text.locator('strong')).toHaveText('two');
});

test('D2 where nothing can be fetched any more, what is pasted is in with its words', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const writing = await Writing.begin(page);
  await page.route('**/_next/static/chunks/*.js', (route) => route.abort());
  await writing.typeAtEnd('Offline: ');
  await writing.paste({ 'text/html': '<p>every <b>word</b></p>', 'text/plain': 'every word' });
  await expect(writing.text).toHaveText('Offline: every word');
  await page.keyboard.type(' and on');
  await expect(writing.text).toHaveText('Offline: every word and on');
});

test('D2 two hundred levels are put side by side so far that they can be saved, with every word', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const writing = await Writing.begin(page);
  await writing.headline.fill('Deep');
  const levels = Array.from({ length: 200 }, (_, n) => n + 1);
  await writing.paste({
    'text/html': `<p>Before</p>${levels.map((n) => `<ul><li>level ${n}`).join('')}${'</li></ul>'.repeat(200)}<p>After</p>`,
    'text/plain': 'x',
  });
  await expect(writing.text.locator('> p').last()).toHaveText('After');
  const words = async () => (await writing.text.innerText()).split(/\s*\n\s*/).filter((line) => line !== '');
  const wanted = ['Before', ...levels.map((n) => `level ${n}`), 'After'];
  expect(await words()).toEqual(wanted);
  await writing.expectSaved();
  await page.reload();
  await writing.ready();
  expect(await words()).toEqual(wanted);
});

test('D2 notes, tracked changes and tables of a word processor arrive in the real editor as its own', async ({
  signedIn,
}) => {
  const { page } = await signedIn('author');
  const trouble = listenForTrouble(page);
  const writing = await Writing.begin(page);
  await writing.headline.fill('From a word processor');
  await writing.paste({
    'text/html': `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.berschrift2 {mso-outline-level:2} --></style></head><body lang=DE><!--StartFragment-->
<p class=berschrift2>Der Deich</p>
<p class=MsoNormal>He said “no”<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> <del cite="mailto:E" datetime="2026-01-01T10:00">twice</del><ins cite="mailto:E" datetime="2026-01-01T10:00">once</ins>.<o:p></o:p></p>
<p class=MsoNormal dir=RTL><span lang=AR-SA dir=RTL>السد صمد</span></p>
<table class=MsoNormalTable><thead><tr><td colspan=2><p>Gauge</p></td></tr></thead><tr><td><p>North</p></td><td><p>3</p></td></tr></table>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> On the phone.</p></div></div><!--EndFragment--></body></html>`,
    'text/plain': 'Der Deich',
  });
  const { text } = writing;
  await expect(text.getByRole('heading', { level: 2, name: 'Der Deich' })).toBeVisible();
  await expect(text.getByText(/He said “no”.*once\./)).toBeVisible();
  await expect(text.getByText('twice')).toHaveCount(0);
  await expect(text.getByText('السد صمد')).toBeVisible();
  await expect(text.locator('th[colspan="2"]')).toHaveText('Gauge');
  await text.locator('.footnote-mark').click();
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toHaveText('On the phone.');
  await writing.expectSaved();
  expect(trouble).toEqual([]);
});
