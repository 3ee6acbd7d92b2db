import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';

/** What a writer does at the editor, in her words. */
export class Writing {
  constructor(readonly page: Page) {}

  /** Begins a story of one's own. */
  static async begin(page: Page): Promise<Writing> {
    await page.goto('/admin/articles/new');
    await page.waitForURL(/\/admin\/articles\/\d+$/);
    return new Writing(page).ready();
  }

  static async open(page: Page, articleId: number): Promise<Writing> {
    await page.goto(`/admin/articles/${articleId}`);
    return new Writing(page).ready();
  }

  async ready(): Promise<this> {
    await expect(this.text).toHaveAttribute('contenteditable', 'true');
    return this;
  }

  get id(): number {
    return Number(new URL(this.page.url()).pathname.split('/').at(-1));
  }
  get text() {
    return this.page.getByRole('textbox', { name: 'Text of the story' });
  }
  get headline() {
    return this.page.getByLabel('Headline', { exact: true });
  }
  get save() {
    return this.page.locator('[data-save]');
  }

  async expectSaved(): Promise<void> {
    await expect(this.save).toHaveAttribute('data-save', 'saved', { timeout: 20_000 });
  }

  async expectState(state: string): Promise<void> {
    await expect(this.save).toHaveAttribute('data-save', state, { timeout: 20_000 });
  }

  /** Types at the very end of the text. */
  async typeAtEnd(words: string): Promise<void> {
    await this.text.click();
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** The editor hears of a caret that was just moved with the next frame; no hand goes on sooner. */
  async settle(): Promise<void> {
    await this.text.evaluate(
      () => new Promise<void>((heard) => requestAnimationFrame(() => setTimeout(heard, 20))),
    );
  }

  /** Puts something on the clipboard as another program would, and pastes it. */
  async paste(data: Record<string, string>): Promise<void> {
    await this.settle();
    await this.text.evaluate((element, kinds) => {
      const clipboardData = new DataTransfer();
      for (const [kind, value] of Object.entries(kinds)) clipboardData.setData(kind, value);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  }

  /** A picture that arrives by the clipboard, or falls from another window. */
  async bring(by: 'paste' | 'drop', file: { name: string; buffer: Buffer }): Promise<void> {
    await this.text.evaluate(
      (element, { how, name, bytes }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
        const box = element.getBoundingClientRect();
        const place = { clientX: box.left + 40, clientY: box.top + 8, bubbles: true, cancelable: true };
        element.dispatchEvent(
          how === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
            : new DragEvent('drop', { ...place, dataTransfer: transfer }),
        );
      },
      { how: by, name: file.name, bytes: [...file.buffer] },
    );
  }

  async openSettings(): Promise<void> {
    if ((await this.page.locator('#story-panel').count()) === 0) await this.page.keyboard.press('Control+.');
    await expect(this.page.locator('#story-panel')).toBeVisible();
  }

  /** Files it under a section, by typing its name. */
  async fileUnder(section: string): Promise<void> {
    await this.openSettings();
    const field = this.page.getByRole('combobox', { name: 'Add to sections' });
    await field.fill(section);
    await this.page.getByRole('option', { name: section }).click();
    await expect(this.page.getByRole('button', { name: `Take ${section} away` })).toBeVisible();
  }
}

/** A picture of one's own, unlike any other of the run by its colour. */
export async function picture(
  name = 'quay.jpg',
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [r, g, b] = [0, 1, 2].map(() => Math.floor(Math.random() * 256));
  const buffer = await sharp({ create: { width: 640, height: 400, channels: 3, background: { r, g, b } } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** Collects what a page must never say: errors of its own, and everything the Content-Security-Policy refused. */
export function listenForTrouble(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (/Content.Security.Policy|Refused to/i.test(text)) heard.push(text);
  });
  return heard;
}
