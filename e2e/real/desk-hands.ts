import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/test';
import type { SampleFigure } from './sample';

/** What an editor does at the desk, by the words on its buttons. */

export async function openNewsroom(page: Page, setupLink: string, siteName: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Name of the paper').fill(siteName);
  await page.getByLabel('Your name').fill('Edith Marlowe');
  await page.getByLabel('Your e-mail').fill('edith@paper.example');
  await page.getByLabel('Password').fill('lantern hall nine bridges');
  await page.getByRole('button', { name: 'Open the newsroom' }).click();
  await page.waitForURL((url) => url.pathname === '/admin');
}

/** Fills what is named and saves. */
export async function saveSettings(page: Page, fields: Record<string, string>): Promise<void> {
  await page.goto('/admin/settings');
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(new RegExp(`^${label}`)).fill(value);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Saved').first()).toBeVisible();
}

export async function makeSection(page: Page, name: string): Promise<void> {
  await page.goto('/admin/sections');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Make section' }) });
  if (!(await form.getByLabel('Name').isVisible()))
    await page.locator('summary', { hasText: 'section' }).first().click();
  await form.getByLabel('Name').fill(name);
  await form.getByRole('button', { name: 'Make section' }).click();
  await expect(page.getByRole('link', { name, exact: true }).first()).toBeVisible();
}

/** Puts formatted text on the clipboard and presses Ctrl-V, as after copying from a word processor. */
export async function paste(page: Page, into: Locator, html: string, text: string): Promise<void> {
  await page.evaluate(
    async ([html, text]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          'text/html': new Blob([html ?? ''], { type: 'text/html' }),
          'text/plain': new Blob([text ?? ''], { type: 'text/plain' }),
        }),
      ]),
    [html, text],
  );
  await into.click();
  await page.keyboard.press('ControlOrMeta+v');
}

/** Sets the caret at the end of the paragraph that begins so, uploads a picture there and writes its words. */
export async function insertFigure(
  page: Page,
  after: string,
  file: string,
  { alt, caption }: SampleFigure,
): Promise<void> {
  const text = page.getByRole('textbox', { name: 'Text of the story' });
  await text.locator('p').filter({ hasText: after }).click();
  await page.keyboard.press('End');
  const figures = text.locator('figure');
  const before = await figures.count();
  await page.getByLabel('Files to put into the text').setInputFiles(file);
  await expect(figures).toHaveCount(before + 1);
  const figure = figures.filter({ has: page.locator('textarea[aria-label="Caption"]:placeholder-shown') });
  await figure.getByLabel('Description').fill(alt);
  const field = text
    .locator('figure', { has: page.locator('textarea[aria-label="Caption"]:placeholder-shown') })
    .getByLabel('Caption');
  await field.fill(caption);
  await page.keyboard.press('Tab');
}

/** Adds to one of the panel's ordered lists by typing, made anew where it does not exist. */
export async function pick(
  page: Page,
  list: 'sections' | 'tags' | 'bylines',
  names: string[],
): Promise<void> {
  const field = page.getByRole('combobox', { name: `Add to ${list}` });
  for (const name of names) {
    await field.fill(name);
    await expect(page.getByRole('option').filter({ hasText: name }).first()).toBeVisible();
    await field.press('Enter');
    await expect(page.getByRole('button', { name: `Take ${name} away` })).toBeVisible();
  }
}

export async function saved(page: Page): Promise<void> {
  await expect(page.locator('[data-save="saved"]')).toBeVisible({ timeout: 20_000 });
}

/** Plans the story on screen for an instant, in a paper whose zone is UTC. */
export async function schedule(page: Page, at: Date): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('radio', { name: 'At a time' }).check();
  await page.getByLabel('Day and time in UTC').fill(at.toISOString().slice(0, 19));
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText('It is planned.')).toBeVisible();
}

export async function approve(page: Page, body: string): Promise<void> {
  await page.goto('/admin/comments');
  await page.getByRole('listitem').filter({ hasText: body }).getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Approved: 1 comment.')).toBeVisible();
}

/** Composes an issue of one story and sends it to everybody on the list. */
export async function sendIssue(page: Page, subject: string, story: string): Promise<void> {
  await page.goto('/admin/newsletter');
  await page.getByRole('button', { name: 'New issue' }).first().click();
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Choose from live stories').fill(story.slice(0, 30));
  await page.getByRole('button', { name: `Add “${story}”` }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.getByRole('button', { name: /^Send to \d+/ }).click();
  await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
}
