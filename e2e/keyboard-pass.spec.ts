import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { unique } from './support/newsroom';
import { expect, test } from './support/test';
import { picture } from './support/writing';

/** A key as the page of keys shows it (`Ctrl K`), words that are typed, or something to wait for. */
type Pressed = string | { type: string; as?: string } | { until: () => Promise<void> };

/**
 * A pass by keyboard alone. What is done here is what docs/keyboard.md says, key by key; the walk fails when they part.
 */
class Pass {
  readonly lines: string[] = [];

  constructor(private readonly page: Page) {}

  /** Presses, and looks whether the focus is where it should be: on something with a name, in sight and marked. */
  async step(says: string, keys: Pressed[], focused?: string | RegExp): Promise<void> {
    this.lines.push(`${this.lines.length + 1}. ${says}: ${keys.map(written).filter(Boolean).join(', ')}`);
    await test.step(says, async () => {
      for (const key of keys) {
        if (typeof key === 'string') await this.page.keyboard.press(pressOf(key));
        else if ('type' in key) await this.page.keyboard.type(key.type);
        else await key.until();
      }
      if (focused) await this.expectFocus(focused);
    });
  }

  private async expectFocus(name: string | RegExp): Promise<void> {
    const at = this.page.locator(':focus');
    await expect(at).toHaveAccessibleName(name);
    await expect(at).toBeInViewport();
    expect(await at.evaluate(isMarked), `${name} shows that it has the focus`).toBe(true);
  }
}

/** A ring; or in a part of the page that is written in, its caret. */
const isMarked = (at: Element): boolean => {
  const look = getComputedStyle(at);
  const ring = look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) > 0;
  const isText = at.matches('textarea, [contenteditable="true"], [cmdk-input]');
  return ring || look.boxShadow !== 'none' || (isText && look.caretColor !== 'transparent');
};

function written(key: Pressed): string {
  if (typeof key !== 'string') return 'type' in key ? `type ${key.as ?? `“${key.type.trim()}”`}` : '';
  const parts = key.split(' ').map((part) => `\`${part}\``);
  return parts.join(' ');
}

const arrows = { '↑': 'ArrowUp', '↓': 'ArrowDown', '→': 'ArrowRight' };
const pressOf = (key: string): string =>
  key
    .split(' ')
    .map((part) => (part === 'Ctrl' ? 'Control' : (arrows[part as '↑'] ?? part)))
    .join('+');

const text = 'Text of the story';
const doc = path.resolve(import.meta.dirname, '../docs/keyboard.md');

test('D17 from the door to a scheduled story and out again, by keyboard alone, as docs/keyboard.md tells it', async ({
  page,
  newsroom,
}) => {
  const [person] = [await newsroom.person('editor'), await newsroom.person('author')];
  const section = await newsroom.section(`Harbour ${unique()}`);
  const headline = `The ferry is back ${unique()}`;
  page.on('filechooser', async (chooser) => chooser.setFiles([await picture()]));
  const pass = new Pass(page);
  const palette = [{ until: () => expect(page.getByRole('combobox', { name: 'Commands' })).toBeFocused() }];
  const found = { until: () => expect(page.locator('[cmdk-item][aria-selected="true"]')).toBeVisible() };
  const go = async (says: string, words: string, focused?: string) => {
    await pass.step('Open the palette', ['Ctrl K', ...palette], 'Commands');
    await pass.step(says, [{ type: words }, found, 'Enter'], focused);
  };

  await page.goto('/admin/login');
  await pass.step('Say who you are', [{ type: person.email, as: 'your address' }, 'Tab'], 'Password');
  await pass.step('Come in', [{ type: person.password, as: 'your password' }, 'Enter']);
  await page.waitForURL('**/admin');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await go('Begin a story', 'new story', 'Headline');
  await pass.step('Headline', [{ type: headline, as: '“The ferry is back”' }, 'Enter'], 'Standfirst');
  await pass.step('Standfirst', [{ type: 'Ten years on, it sails at 00:20.' }, 'Enter'], text);
  await pass.step('A paragraph', [{ type: 'The quay was dry.' }, 'Enter'], text);
  await pass.step('A heading', ['Ctrl Alt 2', { type: 'What it took' }, 'Enter'], text);
  await pass.step(
    'A list, and out of it',
    ['Ctrl Shift 8', { type: 'a mast' }, 'Enter', { type: 'a bell' }, 'Enter', 'Enter'],
    text,
  );
  await pass.step(
    'A quote, and out of it',
    ['Ctrl Shift B', { type: 'We count in tides.' }, 'Enter', 'Enter'],
    text,
  );
  await pass.step('A link', [{ type: 'More in the ' }, 'Ctrl K'], 'Address');
  await pass.step('Where it leads', [{ type: '/latest' }, 'Tab'], /^Words/);
  await pass.step('Its words', [{ type: 'newest stories' }, 'Enter'], text);
  const arrived = { until: () => expect(page.locator('.figure-view img')).toBeVisible() };
  await pass.step(
    'A picture, from the system’s own window',
    ['Enter', { type: '/pict' }, 'Enter', arrived],
    text,
  );
  await pass.step('Choose it, and go to its words', ['↑', 'Enter'], 'Caption');
  await pass.step('Caption', [{ type: 'The quay at noon' }, 'Enter'], 'Credit');
  await pass.step('Credit', [{ type: 'Gazette' }, 'Enter'], 'Description');
  await pass.step('Description, and on in the text', [{ type: 'A grey quay' }, 'Enter'], text);
  await pass.step('The palette from within the text', ['Ctrl K', 'Ctrl K', ...palette], 'Commands');
  await pass.step('Leave it', ['Escape'], text);
  const settled = { until: () => expect(page.getByRole('combobox', { name: 'Given to' })).toBeVisible() };
  await pass.step('Story settings', ['Ctrl .', settled], 'Story settings');
  await pass.step('To the sections', ['Tab', 'Tab', 'Tab', 'Tab'], 'Add to sections');
  const offered = {
    until: () => expect(page.locator('.pick-list:visible [aria-selected="true"]')).toBeVisible(),
  };
  const filed = (name: string) => ({
    until: () => expect(page.getByRole('button', { name: `Take ${name} away` })).toBeVisible(),
  });
  await pass.step(
    'A section',
    [{ type: section.name, as: '“Harbour”' }, offered, 'Enter', filed(section.name)],
    'Add to sections',
  );
  await pass.step('To the tags', ['Tab', 'Tab', 'Tab'], 'Add to tags');
  await pass.step('A tag', [{ type: 'ferries' }, offered, 'Enter', filed('ferries')], 'Add to tags');
  await pass.step('Back to the text', ['Escape'], text);

  await pass.step('Preview', ['Ctrl P']);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(headline);
  await pass.step('And back', ['Ctrl P']);
  await expect(page.getByRole('textbox', { name: text })).toHaveAttribute('contenteditable', 'true');
  await expect(page.getByRole('textbox', { name: text }).locator('blockquote, ul, h2, figure')).toHaveCount(
    4,
  );
  const dialog = page.getByRole('dialog', { name: 'Publish' });
  const checked = { until: () => expect(dialog.getByText(/desk check/i)).toBeVisible() };
  await pass.step('Publish: the desk check says what it thinks', ['Ctrl Shift Enter', checked], 'Now');
  await pass.step('At a time', ['→'], 'At a time');
  await pass.step('To the time', ['Tab'], /^Day and time in/);
  await pass.step('5 May 2030, half past six (A: in the morning, where a browser asks), and scheduled', [
    { type: '05052030063000A' },
    'Enter',
  ]);
  await expect(page.getByText('It is planned.')).toBeVisible();
  await expect(page.getByText(/^Goes live Sun, 5 May 2030, 06:30:00/)).toBeVisible();
  await go('To the schedule', 'schedule');
  await page.waitForURL('**/admin/schedule');
  await expect(page.getByRole('listitem').filter({ hasText: headline })).toContainText('06:30:00');
  await go('And out', 'sign out', 'E-mail');

  const told = readFileSync(doc, 'utf8');
  const lines = told.split('\n').filter((line) => /^\d+\. /.test(line));
  if (process.env.WRITE_KEYBOARD) writeFileSync(doc, told.replace(lines.join('\n'), pass.lines.join('\n')));
  else expect(lines).toEqual(pass.lines);
});
