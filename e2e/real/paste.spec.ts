import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/test';
import { listenForTrouble, Writing } from '../support/writing';

/** Real clipboards of real word processors, one file each, as ../shared/testdata/INDEX.md lists them. */
const folder = path.resolve(import.meta.dirname, '../../../shared/testdata/paste');
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

test('D2 there are clipboards to try', () => {
  expect(files.length).toBeGreaterThan(0);
});

for (const name of files)
  test(`D2 ${name} comes out as clean structure with every word`, async ({ signedIn }) => {
    const { page } = await signedIn('author');
    const trouble = listenForTrouble(page);
    const writing = await Writing.begin(page);
    await writing.headline.fill(name);
    const html = readFileSync(path.join(folder, name), 'utf8');
    // What a reader of the source sees: not its style sheets, nor the marks that Word types in front of list lines.
    const seen = await page.evaluate((source) => {
      const { body } = new DOMParser().parseFromString(source, 'text/html');
      for (const hidden of body.querySelectorAll('style, script, [style*="mso-list:Ignore"]'))
        hidden.remove();
      const isListed = body.querySelector('[style*="mso-list:l"], li') !== null;
      const lists = body.querySelectorAll('[style*="mso-list:l"], li').length;
      for (const block of body.querySelectorAll('p, li, td, br, h1, h2, h3')) block.after(' ');
      return { words: body.textContent ?? '', isListed, lists };
    }, html);
    await writing.paste({ 'text/html': html, 'text/plain': seen.words });
    const words = (text: string) => text.split(/[\s\u00a0]+/).filter(Boolean);
    await expect
      .poll(async () => words(await writing.text.innerText()).join(' '))
      .toBe(words(seen.words).join(' '));

    // Nothing of the other program is left, and what was a list is one.
    await expect(
      writing.text.locator('[style]:not([contenteditable]), font, .MsoNormal, [class*="Mso"]'),
    ).toHaveCount(0);
    if (seen.isListed) await expect(writing.text.locator('li')).toHaveCount(seen.lists);
    await writing.expectSaved();
    await page.reload();
    await writing.ready();
    await expect
      .poll(async () => words(await writing.text.innerText()).join(' '))
      .toBe(words(seen.words).join(' '));
    expect(trouble).toEqual([]);
  });
